import { GraphNode } from "@convene/shared/node";
import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
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
      "That of the relationship, seat or membership, which `node` finds. For practices, and for what is derived or inherited, an id of its own.",
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
      "More exactly: the type of a relationship, or the role in the group, network or practice; `SHARED` for what is derived.",
  })
  label!: string;

  @Field(() => DateScalar, { nullable: true, description: "The first day, where it is known." })
  startDate!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it holds no more, where it has an end.",
  })
  endDate!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether nobody has recorded it: it follows from shared practices or seats, of which the viewer sees each that counts. Its dates are the first and the last day of those, and the smaller id is its source.",
  })
  derived!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "On how many practices or groups a derived tie stands; null for another one.",
  })
  evidenceCount!: number | null;

  @Field(() => Boolean, {
    description:
      "Whether it is inherited from an umbrella. Its dates are those on which all on the way up held.",
  })
  inherited!: boolean;

  @Field(() => OrganisationStub, {
    nullable: true,
    description:
      "The umbrella whose own tie is inherited. Null for what is not, or where it has gone.",
  })
  inheritedFrom!: OrganisationStub | null;
}

/** How many ties of an answer there are, of each sort. */
@ObjectType({ description: "How many ties there are of each sort: counted apart, never together." })
export class TieCounts {
  @Field(() => Int, { description: "Recorded ones." })
  recorded!: number;

  @Field(() => Int, { description: "Derived ones: pairs of organisations, of each kind." })
  derived!: number;

  @Field(() => Int, { description: "Inherited ones." })
  inherited!: number;
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

  @Field(() => TieCounts, { description: "How many edges there are of each sort." })
  counts!: TieCounts;
}
