import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, Int } from "type-graphql";
import { TieKind } from "../tie/tie.enum.ts";

@ArgsType()
export class NeighbourhoodArgs {
  @Field(() => ID, {
    description: "The middle: the id of an organisation, working group, network or practice.",
  })
  of!: string;

  @Field(() => Int, { defaultValue: 1, description: "How far, from 1 to 3." })
  hops: number = 1;

  @Field(() => [TieKind], {
    nullable: true,
    description: "Kinds of tie to follow; all that are recorded if absent.",
  })
  edgeTypes?: TieKind[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether to follow also what organisations inherit from umbrellas of which they are members, over any number of them: memberships of networks and of further umbrellas. Each is marked, with the umbrella whose own it is.",
  })
  includeInherited: boolean = false;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The ties as they were on this day, in UTC; today if absent. Who may see what is always as of today.",
  })
  asOf?: string | null;

  @Field(() => Int, {
    defaultValue: 250,
    description:
      "The most nodes that the answer may have, from 1 to 1,000. More is an error LIMIT_EXCEEDED.",
  })
  budget: number = 250;

  @Field(() => Int, {
    defaultValue: 10_000,
    description:
      "The most edges that the answer may have, from 1 to 10,000. More is an error LIMIT_EXCEEDED. Each counts in the cost of a question that asks for `edges`.",
  })
  edgeBudget: number = 10_000;
}
