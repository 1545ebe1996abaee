import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, Int } from "type-graphql";
import { OrganisationSearchFilter } from "../organisation-search/organisation-search.inputs.ts";
import { TieKind } from "../tie/tie.enum.ts";

/** Which part of the network. */
@ArgsType()
export class NetworkPartArgs {
  @Field(() => OrganisationSearchFilter, {
    nullable: true,
    description: "Which organisations; all if absent. Groups, networks and practices follow them.",
  })
  filter?: OrganisationSearchFilter | null;

  @Field(() => [TieKind], {
    nullable: true,
    description: "Kinds of tie to draw; all that are recorded if absent.",
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
      "The ties as they were on this day, in UTC, and only organisations that were there: entered by then, or with a tie that had begun. Today's if absent. Each has the category, countries, areas, objectives, sectors, languages, needs and offers of then, as far as these were noted; its names, its description and who may see what are always as of today.",
  })
  asOf?: string | null;
}

@ArgsType()
export class NetworkGraphArgs extends NetworkPartArgs {
  @Field(() => Int, {
    defaultValue: 1_000,
    description:
      "The most nodes that the answer may have, from 1 to 5,000. More is an error LIMIT_EXCEEDED.",
  })
  budget: number = 1_000;

  @Field(() => Int, {
    defaultValue: 20_000,
    description:
      "The most edges that the answer may have, from 1 to 20,000. More is an error LIMIT_EXCEEDED. Each counts in the cost of a question that asks for `edges`.",
  })
  edgeBudget: number = 20_000;
}
