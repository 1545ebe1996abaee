import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph } from "@convene/shared/subgraph/subgraph";
import type { GraphQLSchema } from "graphql";
import type { Context } from "./context.ts";
import { GuidingPrincipleResolver } from "./guiding-principle/guiding-principle.resolver.ts";
import { ObjectiveResolver } from "./objective/objective.resolver.ts";
import { OrganisationFieldsResolver } from "./organisation/organisation-fields.resolver.ts";
import { OrganisationResolver } from "./organisation/organisation.resolver.ts";
import { OrganisationService } from "./organisation/organisation.service.ts";
import { ReferenceService } from "./reference/reference.service.ts";
import { RegionResolver } from "./region/region.resolver.ts";
import { ReviewEventResolver } from "./review-event/review-event.resolver.ts";
import { SectorResolver } from "./sector/sector.resolver.ts";
import { StakeholderCategoryResolver } from "./stakeholder-category/stakeholder-category.resolver.ts";
import {
  MigrationTargetResolver,
  SustainableDevelopmentGoalResolver,
} from "./sustainable-development-goal/sustainable-development-goal.resolver.ts";

/** The composition root: everything this service is made of, wired once. */
export function createSchema(parts: ServiceParts): GraphQLSchema {
  const { db, transactions } = parts;
  const nothing = () => Promise.resolve();
  const organisations = new OrganisationService({
    db,
    transactions,
    life: { begun: nothing, ending: nothing },
  });
  return buildSubgraph<Context>({
    resolvers: [
      ...referenceResolvers(new ReferenceService(db)),
      new OrganisationResolver(organisations),
      new OrganisationFieldsResolver(),
    ],
    entities: {
      Objective: ({ number }: { number: number }, { loaders }) => loaders.objectives.load(number),
      GuidingPrinciple: ({ letter }: { letter: string }, { loaders }) =>
        loaders.guidingPrinciples.load(letter),
      SustainableDevelopmentGoal: ({ number }: { number: number }, { loaders }) =>
        loaders.sustainableDevelopmentGoals.load(number),
      StakeholderCategory: ({ id }: Key, { loaders }) => loaders.stakeholderCategories.load(id),
      Organisation: ({ id }: Key, { loaders }) => loaders.organisations.load(id),
    },
  });
}

interface Key {
  readonly id: string;
}

const referenceResolvers = (reference: ReferenceService) => [
  new ObjectiveResolver(reference),
  new GuidingPrincipleResolver(reference),
  new SustainableDevelopmentGoalResolver(reference),
  new MigrationTargetResolver(),
  new StakeholderCategoryResolver(reference),
  new SectorResolver(reference),
  new RegionResolver(reference),
  new ReviewEventResolver(reference),
];
