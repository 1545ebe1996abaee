import type { GraphNode } from "@convene/shared/node";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { stubOf } from "../node/node.enum.ts";
import { NeighbourhoodArgs } from "./neighbourhood.inputs.ts";
import type { NeighbourhoodService } from "./neighbourhood.service.ts";
import { Neighbourhood, NeighbourhoodNode } from "./neighbourhood.type.ts";

@Resolver(() => NeighbourhoodNode)
export class NeighbourhoodResolver {
  constructor(private readonly neighbourhoods: NeighbourhoodService) {}

  @Query(() => Neighbourhood, {
    nullable: true,
    description:
      "Everything within some hops of one thing, over ties of all services. Null where the middle does not exist, or is hidden.",
  })
  neighbourhood(
    @Args(() => NeighbourhoodArgs) args: NeighbourhoodArgs,
    @Ctx() { viewer }: Context,
  ): Promise<object | null> {
    return this.neighbourhoods.around(viewer, args);
  }

  @FieldResolver()
  node(@Root() { id }: NeighbourhoodNode): GraphNode | null {
    return stubOf(id);
  }
}
