import { Personal } from "@convene/shared/audit/personal";
import type { Connection } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { Person } from "../person/person.entity.ts";
import { Role } from "./role.entity.ts";
import { RoleAccess } from "./role.enum.ts";
import { AddRoleInput, EndRoleInput, RolesArgs } from "./role.inputs.ts";
import { accessChoices, canEndRole, canSeeAccess } from "./role.policy.ts";
import type { RoleService } from "./role.service.ts";
import { RoleConnection } from "./role.type.ts";

const whose = ({ personId }: Pick<Role, "personId">): string | null => personId;

@Resolver(() => Role)
export class RoleResolver {
  constructor(private readonly service: RoleService) {}

  @Mutation(() => Role, {
    nullable: true,
    description:
      "Gives somebody a role. Open to the organisation's owners, and administrators; to its editors where the access is none or `DELEGATE`.",
  })
  addRole(
    @Arg("input", () => AddRoleInput, { description: "Whose, and which." }) input: AddRoleInput,
    @Ctx() context: Context,
  ): Promise<Role> {
    return this.service.add(requireWriter(context), input);
  }

  @Mutation(() => Role, {
    nullable: true,
    description:
      "Ends a role. Open to whoever could give it, and to who holds it. CONFLICT for the last owner.",
  })
  endRole(
    @Arg("input", () => EndRoleInput, { description: "Which, and when." }) input: EndRoleInput,
    @Ctx() context: Context,
  ): Promise<Role> {
    return this.service.end(requireWriter(context), input);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "In which organisation." })
  organisation(
    @Root() { organisationId }: Role,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(organisationId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who holds it; null where they are hidden from the viewer, or were forgotten.",
  })
  person(@Root() { personId }: Role, @Ctx() { loaders }: Context): Promise<Person | null> {
    return personId === null ? Promise.resolve(null) : loaders.people.load(personId);
  }

  @FieldResolver(() => RoleAccess, {
    nullable: true,
    description:
      "What it lets them do here. Null for nothing, and to all who do not act for the organisation.",
  })
  @Personal(whose)
  access(@Root() role: Role, @Ctx() { viewer }: Context): RoleAccess | null {
    return canSeeAccess(viewer, role) ? role.access : null;
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may end it." })
  viewerCanEnd(@Root() role: Role, @Ctx() { viewer }: Context): boolean {
    return canEndRole(viewer, role);
  }
}

@Resolver(() => Organisation)
export class OrganisationRolesResolver {
  @FieldResolver(() => RoleConnection, {
    nullable: true,
    description: "Who is what in it, the latest first.",
  })
  roles(
    @Root() { id }: Organisation,
    @Args(() => RolesArgs) args: RolesArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Role>> {
    return loaders.rolesByOrganisation.load(id, args);
  }

  @FieldResolver(() => [RoleAccess], {
    description:
      "The access that the viewer may give with a role in it. Whoever may give that of a delegate may give a role without any.",
  })
  viewerAccessChoices(@Root() { id }: Organisation, @Ctx() { viewer }: Context): RoleAccess[] {
    return accessChoices(viewer, id);
  }
}

@Resolver(() => Person)
export class PersonRolesResolver {
  @FieldResolver(() => RoleConnection, {
    nullable: true,
    description: "What they are in the organisations that the viewer may see, the latest first.",
  })
  roles(
    @Root() { id }: Person,
    @Args(() => RolesArgs) args: RolesArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Role>> {
    return loaders.rolesByPerson.load(id, args);
  }
}
