import { CountryCodeScalar, DateScalar } from "@convene/shared/scalars";
import { Field, ObjectType } from "type-graphql";
import type { Skip } from "./series-dates.value.ts";
import { SkipReason } from "./skip-reason.enum.ts";

@ObjectType({
  description:
    "A date of a series' rule on which it does not meet; it counts as one of the rule's.",
})
export class SkippedDate implements Skip {
  @Field(() => DateScalar, { description: "The date, in the series' time zone." })
  readonly date!: string;

  @Field(() => SkipReason, { description: "Why." })
  readonly reason!: SkipReason;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "The country whose holiday it is. Null for a date that is kept free.",
  })
  readonly country!: string | null;

  @Field(() => String, {
    description:
      "What that day is, `Good Friday`, or what it is kept free for. Empty where the network that keeps it free is hidden from the viewer.",
  })
  readonly name!: string;
}
