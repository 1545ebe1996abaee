import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import type { ReferenceService } from "../reference/reference.service.ts";
import { RoundTable } from "../round-table/round-table.entity.ts";
import { Objective } from "./objective.entity.ts";

@Resolver(() => Objective)
export class ObjectiveResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => [Objective], {
    nullable: true,
    description: "The 23 objectives in their order: a closed vocabulary, so a plain list.",
  })
  objectives(): Promise<Objective[]> {
    return this.reference.all(Objective, { number: "ASC" });
  }

  @FieldResolver(() => RoundTable, {
    nullable: true,
    description: "The round table of the International Migration Review Forum that reviews it.",
  })
  roundTable(
    @Root() { roundTableNumber }: Objective,
    @Ctx() { loaders }: Context,
  ): Promise<RoundTable | null> {
    return loaders.roundTables.load(roundTableNumber);
  }
}
