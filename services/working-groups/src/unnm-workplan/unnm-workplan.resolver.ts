import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { type ObjectiveKey, ObjectiveStub } from "../objective/objective.stub.ts";
import { UnnmGroup } from "./unnm-group.entity.ts";
import { UnnmWorkplan } from "./unnm-workplan.entity.ts";
import type { UnnmWorkplanService } from "./unnm-workplan.service.ts";

@Resolver(() => UnnmWorkplan)
export class UnnmWorkplanResolver {
  constructor(private readonly workplans: UnnmWorkplanService) {}

  @Query(() => [UnnmWorkplan], {
    nullable: true,
    description:
      "The workplans of the UN Network on Migration, from the first, as reference: what public sources said of their groups. For live groups see `workingGroups`.",
  })
  unnmWorkplans(): Promise<UnnmWorkplan[]> {
    return this.workplans.list();
  }

  @FieldResolver(() => [UnnmGroup], {
    description: "Its groups, in the order of the list; empty where no source describes them.",
  })
  groups(@Root() workplan: UnnmWorkplan, @Ctx() { loaders }: Context): Promise<UnnmGroup[]> {
    return loaders.unnmGroups.load(workplan.code).then(inOrder);
  }
}

const inOrder = (groups: UnnmGroup[]): UnnmGroup[] =>
  groups.toSorted((one, other) => one.position - other.position);

@Resolver(() => UnnmGroup)
export class UnnmGroupResolver {
  @FieldResolver(() => [ObjectiveStub], {
    nullable: "items",
    description: "The objectives that it worked on, by our own reading of its sources.",
  })
  objectives(@Root() group: UnnmGroup): ObjectiveKey[] {
    return group.objectiveNumbers.map((number) => ({ number }));
  }
}
