import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { SetPlatformRolesInput } from "./platform-role.inputs.ts";
import { canSetPlatformRoles } from "./platform-role.policy.ts";
import type { PlatformRoleService } from "./platform-role.service.ts";
import { PlatformRoles } from "./platform-role.type.ts";

@Resolver(() => PlatformRoles)
export class PlatformRoleResolver {
  constructor(private readonly service: PlatformRoleService) {}

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
