import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, Int } from "type-graphql";
import { TieKind } from "../tie/tie.enum.ts";

@ArgsType()
export class ConnectArgs {
  @Field(() => ID, {
    description: "Where it begins: the id of an organisation, working group, network or practice.",
  })
  from!: string;

  @Field(() => ID, { description: "Where it is to lead: another such id." })
  to!: string;

  @Field(() => Int, { defaultValue: 4, description: "The most steps of a path, from 1 to 4." })
  maxHops: number = 4;

  @Field(() => Int, { defaultValue: 3, description: "How many paths at most, from 1 to 10." })
  count: number = 3;

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
}
