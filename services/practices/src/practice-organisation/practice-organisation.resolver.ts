import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { OrganisationStub, organisationStub } from "../organisation/organisation.stub.ts";
import { Practice } from "../practice/practice.entity.ts";
import type { PracticeOrganisation } from "../practice/practice-organisation.entity.ts";
import {
  AddPracticeOrganisationInput,
  RemovePracticeOrganisationInput,
} from "./practice-organisation.inputs.ts";
import type { PracticeOrganisationService } from "./practice-organisation.service.ts";

const PracticeOrganisationConnection = connectionOf(() => OrganisationStub, {
  name: "PracticeOrganisation",
  foreign: true,
});

const organisations = (ties: Connection<PracticeOrganisation>): Connection<OrganisationStub> =>
  ties.map(({ organisationId }) => organisationStub(organisationId));

@Resolver(() => Practice)
export class PracticeOrganisationResolver {
  constructor(private readonly ties: PracticeOrganisationService) {}

  @FieldResolver(() => PracticeOrganisationConnection, {
    nullable: true,
    description: "The organisations that carry it out, as far as the viewer may see them.",
  })
  implementers(
    @Root() { id }: Practice,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<OrganisationStub>> {
    return loaders.implementers.load(id, args).then(organisations);
  }

  @FieldResolver(() => PracticeOrganisationConnection, {
    nullable: true,
    description: "The organisations that support it, as far as the viewer may see them.",
  })
  partners(
    @Root() { id }: Practice,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<OrganisationStub>> {
    return loaders.partners.load(id, args).then(organisations);
  }

  @Mutation(() => Practice, {
    nullable: true,
    description:
      "Adds an organisation to a practice. For those who may edit it; CONFLICT when the organisation takes part already.",
  })
  addPracticeOrganisation(
    @Arg("input", () => AddPracticeOrganisationInput, { description: "Which joins, and as what." })
    input: AddPracticeOrganisationInput,
    @Ctx() context: Context,
  ): Promise<Practice> {
    return this.ties.add(requireWriter(context), input);
  }

  @Mutation(() => Practice, {
    nullable: true,
    description:
      "Takes an organisation out of a practice. For those who may edit it; CONFLICT for the last implementer.",
  })
  removePracticeOrganisation(
    @Arg("input", () => RemovePracticeOrganisationInput, { description: "Which leaves." })
    input: RemovePracticeOrganisationInput,
    @Ctx() context: Context,
  ): Promise<Practice> {
    return this.ties.remove(requireWriter(context), input);
  }
}
