import type { Connection } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { Organisation } from "./organisation.entity.ts";
import {
  ConfirmOrganisationInput,
  CreateOrganisationInput,
  DeleteOrganisationInput,
  OrganisationsArgs,
  UpdateOrganisationInput,
} from "./organisation.inputs.ts";
import type { OrganisationService } from "./organisation.service.ts";
import { OrganisationConnection } from "./organisation.type.ts";

@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(private readonly service: OrganisationService) {}

  @Query(() => Organisation, {
    nullable: true,
    description:
      "An organisation by its id. Null where there is none, or the viewer may not see it.",
  })
  organisation(
    @Arg("id", () => ID, { description: "A TypeID with the prefix `org`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(id);
  }

  @Query(() => Organisation, {
    nullable: true,
    description:
      "The organisation that is known by this identifier elsewhere. Null where there is none, or the viewer may not see it.",
  })
  organisationByIdentifier(
    @Arg("scheme", () => String, {
      description: "Who gives it, such as `gb-chc`, `ror` or `iati`.",
    })
    scheme: string,
    @Arg("value", () => String, { description: "The identifier; case does not count." })
    value: string,
    @Ctx() { viewer }: Context,
  ): Promise<Organisation | null> {
    return this.service.byIdentifier(viewer, { scheme, value });
  }

  @Query(() => OrganisationConnection, {
    nullable: true,
    description: "The organisations that the viewer may see, by name; case and accents apart.",
  })
  organisations(
    @Args(() => OrganisationsArgs) args: OrganisationsArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Organisation>> {
    return this.service.list(viewer, args);
  }

  @Mutation(() => Organisation, {
    nullable: true,
    description:
      "Enters an organisation. Open to accounts that are tied to a person, who becomes its owner, and to administrators.",
  })
  createOrganisation(
    @Arg("input", () => CreateOrganisationInput, { description: "What is known of it." })
    input: CreateOrganisationInput,
    @Ctx() context: Context,
  ): Promise<Organisation> {
    return this.service.create(requireWriter(context), input);
  }

  @Mutation(() => Organisation, {
    nullable: true,
    description: "Changes an organisation. Open to its owners and editors, and administrators.",
  })
  updateOrganisation(
    @Arg("input", () => UpdateOrganisationInput, { description: "The change." })
    input: UpdateOrganisationInput,
    @Ctx() context: Context,
  ): Promise<Organisation> {
    return this.service.update(requireWriter(context), input);
  }

  @Mutation(() => Organisation, {
    nullable: true,
    description:
      "Says that an organisation's record is right. Open to its owners and editors, and administrators.",
  })
  confirmOrganisation(
    @Arg("input", () => ConfirmOrganisationInput, { description: "Which, and when." })
    input: ConfirmOrganisationInput,
    @Ctx() context: Context,
  ): Promise<Organisation> {
    return this.service.confirm(requireWriter(context), input);
  }

  @Mutation(() => Organisation, {
    nullable: true,
    description:
      "Takes away an organisation that was entered by mistake, and answers what it was. CONFLICT where it has relationships or memberships, also ended ones. Open to its owners, and administrators.",
  })
  deleteOrganisation(
    @Arg("input", () => DeleteOrganisationInput, { description: "Which." })
    input: DeleteOrganisationInput,
    @Ctx() context: Context,
  ): Promise<Organisation> {
    return this.service.delete(requireWriter(context), input);
  }
}
