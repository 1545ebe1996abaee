import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Account } from "../account/account.entity.ts";
import type { Context } from "../context.ts";
import { Session } from "./session.entity.ts";
import { EndSessionInput } from "./session.inputs.ts";
import { canEndSession } from "./session.policy.ts";
import type { SessionService } from "./session.service.ts";

@Resolver(() => Session)
export class SessionFieldsResolver {
  @FieldResolver(() => Boolean, { description: "Whether the viewer may end it." })
  viewerCanEnd(@Root() session: Session, @Ctx() { viewer }: Context): boolean {
    return canEndSession(viewer, session);
  }
}

@Resolver(() => Account)
export class SessionResolver {
  constructor(private readonly service: SessionService) {}

  @FieldResolver(() => [Session], {
    description:
      "Where they are signed in, the latest first; at most 100. None for anybody but themselves.",
  })
  sessions(@Root() { id }: Account, @Ctx() { viewer }: Context): Promise<Session[]> {
    return this.service.seenBy(viewer, id);
  }

  @Mutation(() => Session, {
    nullable: true,
    description: "Signs oneself out in one browser, at once.",
  })
  endSession(
    @Ctx() context: Context,
    @Arg("input", () => EndSessionInput, { description: "Which." }) input: EndSessionInput,
  ): Promise<Session> {
    return this.service.end(requireWriter(context), input);
  }
}
