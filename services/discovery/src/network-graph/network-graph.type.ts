import { GraphNode } from "@convene/shared/node";
import { Field, ID, ObjectType } from "type-graphql";
import { NeighbourhoodEdge, TieCounts } from "../neighbourhood/neighbourhood.type.ts";

@ObjectType({ description: "One thing to be drawn." })
export class NetworkGraphNode {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, {
    description:
      "What it is called: the name of an organisation, group or network, the title of a practice.",
  })
  label!: string;

  @Field(() => GraphNode, {
    nullable: true,
    description: "The thing itself: an organisation, working group, network or practice.",
  })
  node!: GraphNode | null;
}

@ObjectType({
  description:
    "A part of the network, whole: where it is larger than the budget there is an error instead. `networkMetrics` has places for its nodes.",
})
export class NetworkGraph {
  @Field(() => [NetworkGraphNode], {
    description:
      "The organisations that fit, and the groups, networks and practices to which ties lead from them. By id. At most the budget.",
  })
  nodes!: NetworkGraphNode[];

  @Field(() => [NeighbourhoodEdge], {
    description: "All ties among the nodes, of the kinds asked. By id.",
  })
  edges!: NeighbourhoodEdge[];

  @Field(() => TieCounts, { description: "How many edges there are of each sort." })
  counts!: TieCounts;
}
