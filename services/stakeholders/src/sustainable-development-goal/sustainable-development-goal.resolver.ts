import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Objective } from "../objective/objective.entity.ts";
import { loadKnown } from "../reference/reference.loaders.ts";
import type { ReferenceService } from "../reference/reference.service.ts";
import {
  MigrationTarget,
  SustainableDevelopmentGoal,
} from "./sustainable-development-goal.entity.ts";

@Resolver(() => SustainableDevelopmentGoal)
export class SustainableDevelopmentGoalResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => [SustainableDevelopmentGoal], {
    nullable: true,
    description: "The 17 goals in their order: a closed vocabulary, so a plain list.",
  })
  sustainableDevelopmentGoals(): Promise<SustainableDevelopmentGoal[]> {
    return this.reference.all(SustainableDevelopmentGoal, { number: "ASC" });
  }
}

@Resolver(() => MigrationTarget)
export class MigrationTargetResolver {
  @FieldResolver(() => [Objective], {
    description: "The objectives of the Compact that serve it; the choice is ours.",
  })
  objectives(
    @Root() { objectiveNumbers }: MigrationTarget,
    @Ctx() { loaders }: Context,
  ): Promise<Objective[]> {
    return loadKnown(loaders.objectives, objectiveNumbers);
  }
}
