import { MutationInput } from "@convene/shared/mutation-input";
import { CountryCodeScalar, DateScalar, LocalDateTimeScalar } from "@convene/shared/scalars";
import { Field, InputType } from "type-graphql";

/** What stands beside the rule of a series. */
@InputType()
export abstract class SeriesDatesInput extends MutationInput {
  @Field(() => [LocalDateTimeScalar], {
    nullable: true,
    description:
      "All extra starts beside the rule, on the wall clock of the series. They take place whatever day it is.",
  })
  extraStarts?: string[] | null;

  @Field(() => [DateScalar], {
    nullable: true,
    description: "All dates of the rule on which it does not meet.",
  })
  excludedDates?: string[] | null;

  @Field(() => [CountryCodeScalar], {
    nullable: true,
    description:
      "The countries on whose public holidays it does not meet, at most 20. What is left out is told in `skipped`, and counts as one of the rule's dates.",
  })
  skipsHolidaysOf?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it does not meet on dates that its network keeps free (`Network.freeDates`), as they are at that time; a group of no network keeps 18 December free. True unless told otherwise.",
  })
  keepsDatesFree?: boolean | null;
}
