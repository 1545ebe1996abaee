import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Account } from "../account/account.entity.ts";
import type { Context } from "../context.ts";
import { ApiKey } from "./api-key.entity.ts";
import { CreateApiKeyInput, RevokeApiKeyInput } from "./api-key.inputs.ts";
import { canRevokeKey } from "./api-key.policy.ts";
import type { ApiKeyService } from "./api-key.service.ts";
import { NewApiKey } from "./api-key.type.ts";

@Resolver(() => ApiKey)
export class ApiKeyFieldsResolver {
  @FieldResolver(() => Boolean, { description: "Whether the viewer may revoke it." })
  viewerCanRevoke(@Root() key: ApiKey, @Ctx() { viewer }: Context): boolean {
    return canRevokeKey(viewer, key);
  }
}

@Resolver(() => Account)
export class ApiKeyResolver {
  constructor(private readonly service: ApiKeyService) {}

  @FieldResolver(() => [ApiKey], {
    description: "The keys of one's scripts, the latest first; at most 50.",
  })
  apiKeys(@Root() { id }: Account): Promise<ApiKey[]> {
    return this.service.ofAccount(id);
  }

  @Mutation(() => NewApiKey, {
    nullable: true,
    description: "Makes a key for a script. Only somebody who is signed in may: no key makes keys.",
  })
  createApiKey(
    @Ctx() context: Context,
    @Arg("input", () => CreateApiKeyInput, { description: "What it is for." })
    input: CreateApiKeyInput,
  ): Promise<NewApiKey> {
    return this.service.create(requireWriter(context), input);
  }

  @Mutation(() => ApiKey, {
    nullable: true,
    description: "Ends one of one's own keys, at once. Only somebody who is signed in may.",
  })
  revokeApiKey(
    @Ctx() context: Context,
    @Arg("input", () => RevokeApiKeyInput, { description: "Which." }) input: RevokeApiKeyInput,
  ): Promise<ApiKey> {
    return this.service.revoke(requireWriter(context), input);
  }
}
