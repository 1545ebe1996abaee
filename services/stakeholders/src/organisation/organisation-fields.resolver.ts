import { canSee } from "@convene/shared/audience";
import { isStaleSince } from "@convene/shared/today";
import { Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Objective } from "../objective/objective.entity.ts";
import { loadKnown } from "../reference/reference.loaders.ts";
import { StakeholderCategory } from "../stakeholder-category/stakeholder-category.entity.ts";
import { OrganisationIdentifier } from "./organisation-identifier.entity.ts";
import { Organisation } from "./organisation.entity.ts";
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
    @Root() { id }: Organisation,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationIdentifier[]> {
    return loaders.identifiersByOrganisation.load(id);
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
    @Root() { objectiveNumbers }: Organisation,
    @Ctx() { loaders }: Context,
  ): Promise<Objective[]> {
    return loadKnown(loaders.objectives, objectiveNumbers);
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
