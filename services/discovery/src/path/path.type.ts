import { GraphNode } from "@convene/shared/node";
import { DateScalar } from "@convene/shared/scalars";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { NeighbourhoodEdge } from "../neighbourhood/neighbourhood.type.ts";

@ObjectType({ description: "One step of a path, from one thing to the next, and why it holds." })
export class PathStep {
  @Field(() => ID, { description: "The id of the thing at which it starts." })
  from!: string;

  @Field(() => ID, { description: "The id of the thing at which it ends." })
  to!: string;

  @Field(() => GraphNode, {
    nullable: true,
    description: "The thing at which it ends: an organisation, working group, network or practice.",
  })
  node!: GraphNode | null;

  @Field(() => [NeighbourhoodEdge], {
    description: "All ties between the two, of the kinds asked, in whichever direction.",
  })
  ties!: NeighbourhoodEdge[];

  @Field(() => Int, {
    description:
      "What the two did together, as far as the viewer may see: working groups and practices that two organisations share, and meetings at which both were; of an organisation and a group or network, the meetings there that it attended.",
  })
  sharedActivities!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The last day, in UTC, of which such a meeting, or else the beginning of a tie, is known.",
  })
  lastActivityOn!: string | null;

  @Field(() => Float, {
    description:
      "From 0 to 1, half of it recency (halved every two years) and half of it n / (n + 1) for n shared activities.",
  })
  strength!: number;

  @Field(() => String, { description: "The reason in words, English." })
  sentence!: string;
}

@ObjectType({ description: "A way from one thing to another over things that know each other." })
class ConnectedPath {
  @Field(() => Int, { description: "How many steps it has." })
  hops!: number;

  @Field(() => Float, { description: "The mean of its steps' strengths." })
  strength!: number;

  @Field(() => [PathStep], { description: "The steps in their order." })
  steps!: PathStep[];
}

@ObjectType({
  description:
    "The shortest ways between two things, the strongest first, and by ids where equal. Over what the viewer may see alone.",
})
export class ConnectedPaths {
  @Field(() => [ConnectedPath], {
    description:
      "As many as were asked for, where there are so many; none where nothing leads there.",
  })
  paths!: ConnectedPath[];
}
