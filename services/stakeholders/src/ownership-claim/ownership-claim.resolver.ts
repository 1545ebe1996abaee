import { Personal, whoIsNamed } from "@convene/shared/audit/personal";
import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { Person } from "../person/person.entity.ts";
import { OwnershipClaim } from "./ownership-claim.entity.ts";
import { ClaimOrganisationInput, DecideOwnershipClaimInput } from "./ownership-claim.inputs.ts";
import { canClaim, canDecideNow } from "./ownership-claim.policy.ts";
import type { OwnershipClaimService } from "./ownership-claim.service.ts";
import { OwnershipClaimConnection } from "./ownership-claim.type.ts";

@Resolver(() => OwnershipClaim)
export class OwnershipClaimResolver {
  constructor(private readonly service: OwnershipClaimService) {}

  @Query(() => OwnershipClaimConnection, {
    nullable: true,
    description:
      "The claims that the viewer has made, and those that they may decide or see decided; the latest first.",
  })
  ownershipClaims(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<OwnershipClaim>> {
    return this.service.list(viewer, args);
  }

  @Mutation(() => OwnershipClaim, {
    nullable: true,
    description:
      "Says that the viewer answers for an organisation of which nobody does. Those who decide are told. Open to accounts that are tied to a person. CONFLICT where somebody owns or edits it, or the viewer has claimed it; LIMIT_EXCEEDED with 3 open claims, or 10 in 30 days.",
  })
  claimOrganisation(
    @Arg("input", () => ClaimOrganisationInput, { description: "Which, and why." })
    input: ClaimOrganisationInput,
    @Ctx() context: Context,
  ): Promise<OwnershipClaim> {
    return this.service.claim(requireWriter(context), input);
  }

  @Mutation(() => OwnershipClaim, {
    nullable: true,
    description:
      "Approves a claim, so that whoever made it owns the organisation, or declines it with a reason; they are told. Open to the secretariats of its networks, and administrators; nobody decides about their own. CONFLICT where it is decided, or somebody owns the organisation by now.",
  })
  decideOwnershipClaim(
    @Arg("input", () => DecideOwnershipClaimInput, { description: "What is decided." })
    input: DecideOwnershipClaimInput,
    @Ctx() context: Context,
  ): Promise<OwnershipClaim> {
    return this.service.decide(requireWriter(context), input);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "What is claimed. Null where the viewer may not see it.",
  })
  organisation(
    @Root() { organisationId }: OwnershipClaim,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(organisationId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who claims it. Null where they are hidden from the viewer.",
  })
  @Personal(whoIsNamed)
  claimant(
    @Root() { personId }: OwnershipClaim,
    @Ctx() { loaders }: Context,
  ): Promise<Person | null> {
    return loaders.people.load(personId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may decide it now." })
  async viewerCanDecide(
    @Root() claim: OwnershipClaim,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<boolean> {
    return canDecideNow(viewer, claim, await loaders.organisations.load(claim.organisationId));
  }
}

@Resolver(() => Organisation)
export class OrganisationOwnershipResolver {
  @FieldResolver(() => Boolean, {
    description:
      "Whether somebody owns it or writes for it. What nobody answers for may be claimed.",
  })
  isClaimed(@Root() { id }: Organisation, @Ctx() { loaders }: Context): Promise<boolean> {
    return loaders.isClaimed.load(id);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may claim it." })
  async viewerCanClaim(
    @Root() { id }: Organisation,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<boolean> {
    return canClaim(viewer) && !(await loaders.isClaimed.load(id));
  }
}
