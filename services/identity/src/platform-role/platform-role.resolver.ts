import { Personal, whoIsNamed } from "@convene/shared/audit/personal";
import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { PersonStub } from "../person/person.stub.ts";
import { SetPlatformRolesInput } from "./platform-role.inputs.ts";
import { canSetPlatformRoles } from "./platform-role.policy.ts";
import type { PlatformRoleService } from "./platform-role.service.ts";
import { PlatformRoles, PlatformRolesConnection } from "./platform-role.type.ts";

@Resolver(() => PlatformRoles)
export class PlatformRoleResolver {
  constructor(private readonly service: PlatformRoleService) {}

  @Query(() => PlatformRolesConnection, {
    nullable: true,
    description:
      "Everybody who has a role of the platform, the longest with an account first. Null for all but administrators.",
  })
  platformRoles(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<PlatformRoles> | null> {
    return this.service.list(viewer, args);
  }

  @FieldResolver(() => PersonStub, { nullable: true, description: "Who holds them." })
  @Personal(whoIsNamed)
  person(@Root() { id }: PlatformRoles): PersonStub {
    return Object.assign(new PersonStub(), { id });
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may change them." })
  viewerCanSet(@Ctx() { viewer }: Context): boolean {
    return canSetPlatformRoles(viewer);
  }

  @Mutation(() => PlatformRoles, {
    nullable: true,
    description:
      "Says what somebody with an account may do on the whole platform. Open to administrators; the last of them stays one. It holds at once.",
  })
  setPlatformRoles(
    @Ctx() context: Context,
    @Arg("input", () => SetPlatformRolesInput, { description: "Whose, and which." })
    input: SetPlatformRolesInput,
  ): Promise<PlatformRoles> {
    return this.service.set(requireWriter(context), input);
  }
}
