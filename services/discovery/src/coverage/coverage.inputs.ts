import { CountryCodeScalar, DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, Int } from "type-graphql";
import { CoverageAxis } from "./coverage.enum.ts";

@ArgsType()
export class CoverageArgs {
  @Field(() => [CoverageAxis], {
    nullable: true,
    description: "One axis or both; both if absent.",
  })
  by?: CoverageAxis[] | null;

  @Field(() => [Int], { nullable: true, description: "Which objectives; all 23 if absent." })
  objectives?: number[] | null;

  @Field(() => [CountryCodeScalar], {
    nullable: true,
    description:
      "Which countries, at most 250; if absent those of anything that the viewer may see.",
  })
  countries?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "What was there on this day, in UTC: organisations and groups entered by then, or with a tie that had begun; practices published by then; groups not concluded by then. Today's if absent. Each organisation has the countries and the objectives of then, as far as these were noted; those of groups, and who may see what, are always as of today.",
  })
  asOf?: string | null;
}
