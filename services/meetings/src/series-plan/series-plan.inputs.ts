import { DateScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { PlanConstraintsInput } from "./plan-constraints.inputs.ts";
import { PlanRhythm } from "./series-plan.enum.ts";

@InputType({ description: "Which meetings are planned, and what must hold of them." })
export class PlanSeriesInput {
  @Field(() => ID, {
    description: "The working group whose seats meet. Observers are not planned for.",
  })
  group!: string;

  @Field(() => DateScalar, { description: "The first day on which a meeting may be." })
  from!: string;

  @Field(() => DateScalar, { description: "The last day. At most ten years, and 400 meetings." })
  until!: string;

  @Field(() => PlanRhythm, {
    description: "One meeting for each week, month or three months, counted from `from`.",
  })
  every!: PlanRhythm;

  @Field(() => Int, {
    nullable: true,
    description:
      "From how many days the day of each is chosen, from the beginning of its week, month or three months: at most 7, 28 and 89. Fewer keep the meetings further apart. Unless given 7, 28 and 28.",
  })
  daysToChooseFrom?: number | null;

  @Field(() => Int, {
    description: "How long a meeting lasts: from 15 minutes to 12 hours.",
  })
  durationMinutes!: number;

  @Field(() => TimeZoneScalar, {
    description:
      "The zone of the plan: its dates, days and hours are meant there, and so are the hours of those who have entered none.",
  })
  timeZone!: string;

  @Field(() => PlanConstraintsInput, {
    nullable: true,
    description: "What must hold of every meeting.",
  })
  constraints?: PlanConstraintsInput | null;
}
