import { GraphNode } from "@convene/shared/node";
import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { TieKind } from "../tie/tie.enum.ts";

@ObjectType({ description: "One thing in a neighbourhood." })
export class NeighbourhoodNode {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => GraphNode, {
    nullable: true,
    description: "The thing itself: an organisation, working group, network or practice.",
  })
  node!: GraphNode | null;

  @Field(() => Int, { description: "Hops from the middle, which itself has 0." })
  distance!: number;
}

@ObjectType({ description: "A tie between two things of the network graph. Each is told once." })
export class NeighbourhoodEdge {
  @Field(() => ID, {
    description:
      "That of the relationship, seat or membership, which `node` finds. For practices an id of its own.",
  })
  id!: string;

  @Field(() => ID, {
    description: "Where it starts: the organisation that sits, belongs, implements, funds …",
  })
  source!: string;

  @Field(() => ID, {
    description: "Where it ends: the group, network, practice or other organisation.",
  })
  target!: string;

  @Field(() => TieKind, { description: "What kind of tie it is." })
  kind!: TieKind;

  @Field(() => String, {
    description:
      "More exactly: the type of a relationship, or the role in the group, network or practice.",
  })
  label!: string;

  @Field(() => DateScalar, { nullable: true, description: "The first day, where it is known." })
  startDate!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it holds no more, where it has an end.",
  })
  endDate!: string | null;
}

@ObjectType({
  description:
    "What lies around one thing: never cut off. Where it is larger than the budget there is an error instead.",
})
export class Neighbourhood {
  @Field(() => [NeighbourhoodNode], {
    description: "The middle and all within the hops, the nearest first. At most the budget.",
  })
  nodes!: NeighbourhoodNode[];

  @Field(() => [NeighbourhoodEdge], {
    description: "All ties among the nodes, of the kinds asked.",
  })
  edges!: NeighbourhoodEdge[];
}
