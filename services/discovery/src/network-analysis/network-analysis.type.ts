import { connectionOf } from "@convene/shared/connection/connection";
import { GraphNode } from "@convene/shared/node";
import { DateScalar, DateTimeScalar } from "@convene/shared/scalars";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "The numbers of one thing in a network, and its place in a drawing." })
export class NodeMetrics {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => GraphNode, {
    nullable: true,
    description: "The thing itself: an organisation, working group, network or practice.",
  })
  node!: GraphNode | null;

  @Field(() => Int, { description: "To how many others it is tied. 0 for one that is isolated." })
  degree!: number;

  @Field(() => Float, {
    description:
      "From 0 to 1: how near all others are, by the formula of Wasserman and Faust, which allows for parts that are not tied together.",
  })
  closeness!: number;

  @Field(() => Float, {
    description: "From 0 to 1: through it lead so many of the shortest ways between all others.",
  })
  betweenness!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Eigenvector centrality. Null where the iteration does not come to rest.",
  })
  eigenvector!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "PageRank. Null where the iteration does not come to rest.",
  })
  pageRank!: number | null;

  @Field(() => Int, { description: "The number of its community, by Louvain's method; from 0." })
  community!: number;

  @Field(() => Float, { description: "Across, by ForceAtlas2; good within one answer." })
  x!: number;

  @Field(() => Float, { description: "Upwards, by ForceAtlas2; good within one answer." })
  y!: number;
}

@ObjectType({ description: "Where one thing stands in a drawing." })
export class NetworkGraphPlace {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => Float, { description: "Across, by ForceAtlas2; good within one answer." })
  x!: number;

  @Field(() => Float, { description: "Upwards, by ForceAtlas2; good within one answer." })
  y!: number;
}

@ObjectType({ description: "Two things without whose tie the network would fall into more parts." })
class NetworkBridge {
  @Field(() => ID, { description: "One of them; the smaller id." })
  source!: string;

  @Field(() => ID, { description: "The other one." })
  target!: string;
}

export const NodeMetricsConnection = connectionOf(() => NodeMetrics, { name: "NodeMetrics" });
export const NetworkBridgeConnection = connectionOf(() => NetworkBridge, { name: "NetworkBridge" });

@ObjectType({
  description:
    "What the ties of a part of the network add up to. Several ties between the same two count as one, and which way they lead only for reciprocity.",
})
export class NetworkMetrics {
  @Field(() => DateTimeScalar, { description: "When it was computed; since then nothing changed." })
  computedAt!: Date;

  @Field(() => DateScalar, { description: "The day whose ties were counted." })
  asOf!: string;

  @Field(() => Int, { description: "How many things it has." })
  nodeCount!: number;

  @Field(() => Int, { description: "How many recorded ties, each counted." })
  tieCount!: number;

  @Field(() => Int, { description: "How many derived ties went in beside them, where asked." })
  derivedTieCount!: number;

  @Field(() => Int, { description: "How many inherited ties went in beside them, where asked." })
  inheritedTieCount!: number;

  @Field(() => Float, { description: "The part of all possible edges that there are, 0 to 1." })
  density!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "The part of relationships between organisations that are returned by another one, 0 to 1. Null where there are none.",
  })
  reciprocity!: number | null;

  @Field(() => Int, { description: "How many parts are not tied together, isolated things too." })
  componentCount!: number;

  @Field(() => Int, { description: "How many communities Louvain's method finds." })
  communityCount!: number;

  @Field(() => Float, { description: "How well the communities are set apart, up to 1." })
  modularity!: number;

  @Field(() => Boolean, {
    description:
      "Whether betweenness and closeness are estimates from a sample of the nodes: above 2,000 nodes.",
  })
  isSampled!: boolean;

  @Field(() => Int, { nullable: true, description: "From how many nodes; null where from all." })
  sampleSize!: number | null;
}
