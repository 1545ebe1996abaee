import { canSee } from "@convene/shared/audience";
import { CountryCodeScalar, LanguageTagScalar } from "@convene/shared/scalars";
import { isStaleSince } from "@convene/shared/today";
import { Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Objective } from "../objective/objective.entity.ts";
import { loadKnown } from "../reference/reference.loaders.ts";
import { StakeholderCategory } from "../stakeholder-category/stakeholder-category.entity.ts";
import { OrganisationFieldAudience } from "./organisation-field.entity.ts";
import { identifiersSeen, narrowerFields } from "./organisation-field.service.ts";
import { asSeenBy } from "./organisation-field.policy.ts";
import { OrganisationIdentifier } from "./organisation-identifier.entity.ts";
import { OrganisationOtherName } from "./organisation-other-name.entity.ts";
import { Organisation, OrganisationArea } from "./organisation.entity.ts";
import { canDeleteOrganisation, canEditOrganisation, protectionOf } from "./organisation.policy.ts";

@Resolver(() => Organisation)
export class OrganisationFieldsResolver {
  @FieldResolver(() => StakeholderCategory, {
    nullable: true,
    description: "What kind of stakeholder it is; null where nobody said.",
  })
  category(
    @Root() { categoryId }: Organisation,
    @Ctx() { loaders }: Context,
  ): Promise<StakeholderCategory | null> {
    return categoryId === null
      ? Promise.resolve(null)
      : loaders.stakeholderCategories.load(categoryId);
  }

  @FieldResolver(() => [OrganisationIdentifier], {
    description: "By what it is known elsewhere, by scheme.",
  })
  identifiers(
    @Root() organisation: Organisation,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<OrganisationIdentifier[]> {
    return identifiersSeen({ viewer, loaders }, organisation);
  }

  @FieldResolver(() => [ID], {
    description:
      "The ids of records that were merged into this one, as far as the viewer saw them: they lead here.",
  })
  async mergedIds(
    @Root() { id }: Organisation,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<string[]> {
    return (await loaders.mergedByOrganisation.load(id))
      .filter((merged) => canSee(viewer, protectionOf(merged)))
      .map((merged) => merged.id);
  }

  @FieldResolver(() => [Objective], {
    description: "The objectives of the Compact on which it works, by number.",
  })
  objectives(
    @Root() organisation: Organisation,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Objective[]> {
    return loadKnown(loaders.objectives, asSeenBy(viewer, organisation).objectiveNumbers);
  }

  @FieldResolver(() => [OrganisationArea])
  areas(@Root() organisation: Organisation, @Ctx() { viewer }: Context): OrganisationArea[] {
    return asSeenBy(viewer, organisation).areas;
  }

  @FieldResolver(() => [CountryCodeScalar])
  countries(@Root() organisation: Organisation, @Ctx() { viewer }: Context): string[] {
    return asSeenBy(viewer, organisation).countries;
  }

  @FieldResolver(() => String, { nullable: true })
  description(@Root() organisation: Organisation, @Ctx() { viewer }: Context): string | null {
    return asSeenBy(viewer, organisation).description;
  }

  @FieldResolver(() => [LanguageTagScalar])
  languages(@Root() organisation: Organisation, @Ctx() { viewer }: Context): string[] {
    return asSeenBy(viewer, organisation).languages;
  }

  @FieldResolver(() => [String])
  needs(@Root() organisation: Organisation, @Ctx() { viewer }: Context): string[] {
    return asSeenBy(viewer, organisation).needs;
  }

  @FieldResolver(() => [String])
  offers(@Root() organisation: Organisation, @Ctx() { viewer }: Context): string[] {
    return asSeenBy(viewer, organisation).offers;
  }

  @FieldResolver(() => [OrganisationOtherName])
  otherNames(
    @Root() organisation: Organisation,
    @Ctx() { viewer }: Context,
  ): OrganisationOtherName[] {
    return asSeenBy(viewer, organisation).otherNames;
  }

  @FieldResolver(() => [String])
  sectors(@Root() organisation: Organisation, @Ctx() { viewer }: Context): string[] {
    return asSeenBy(viewer, organisation).sectors;
  }

  @FieldResolver(() => String, { nullable: true })
  website(@Root() organisation: Organisation, @Ctx() { viewer }: Context): string | null {
    return asSeenBy(viewer, organisation).website;
  }

  @FieldResolver(() => [OrganisationFieldAudience], {
    nullable: true,
    description:
      "The fields that fewer see than the record, and who: to all others a list is empty, a text null, and nothing is found, counted or ranked by it. Null for all but its owners and editors, and administrators.",
  })
  fieldAudiences(
    @Root() organisation: Organisation,
    @Ctx() { viewer }: Context,
  ): OrganisationFieldAudience[] | null {
    return canEditOrganisation(viewer, organisation) ? narrowerFields(organisation) : null;
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether nobody has confirmed it for 18 months, or since it was entered where nobody ever did. Searches by relevance put it lower; `confirmOrganisation` makes it fresh.",
  })
  isStale(@Root() { lastConfirmedOn, createdAt }: Organisation): boolean {
    return isStaleSince(lastConfirmedOn ?? createdAt.toISOString().slice(0, 10));
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may change and confirm it, and speak for it in relationships.",
  })
  viewerCanEdit(@Root() organisation: Organisation, @Ctx() { viewer }: Context): boolean {
    return canEditOrganisation(viewer, organisation);
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the viewer may take it away; that works as long as nothing of the network hangs on it.",
  })
  viewerCanDelete(@Root() organisation: Organisation, @Ctx() { viewer }: Context): boolean {
    return canDeleteOrganisation(viewer, organisation);
  }
}
