import type { GraphNode } from "@convene/shared/node";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { stubOf } from "../node/node.enum.ts";
import { NetworkGraphArgs } from "./network-graph.inputs.ts";
import type { NetworkGraphService } from "./network-graph.service.ts";
import { NetworkGraph, NetworkGraphNode } from "./network-graph.type.ts";

@Resolver(() => NetworkGraphNode)
export class NetworkGraphResolver {
  constructor(private readonly graphs: NetworkGraphService) {}

  @Query(() => NetworkGraph, {
    nullable: true,
    description:
      "Nodes and edges of a part of the network, for drawing: as far as the viewer may see.",
  })
  networkGraph(
    @Args(() => NetworkGraphArgs) args: NetworkGraphArgs,
    @Ctx() { viewer }: Context,
  ): Promise<object> {
    return this.graphs.graph(viewer, args);
  }

  @FieldResolver()
  node(@Root() { id }: NetworkGraphNode): GraphNode | null {
    return stubOf(id);
  }
}
