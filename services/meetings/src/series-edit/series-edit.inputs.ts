import { Audience } from "@convene/shared/audience";
import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar, LocalDateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { SeriesDatesInput } from "../meeting-series/series-dates.inputs.ts";
import { RecurrencePreset } from "../recurrence/recurrence-preset.enum.ts";

@InputType({ description: "Which part of a series is called off." })
export class CancelMeetingSeriesInput extends MutationInput {
  @Field(() => ID, { description: "The series." })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "A meeting of the series that has not begun: this one and all that follow. Not given: all that have not begun.",
  })
  from?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the series that was seen. When it has another by now: CONFLICT, with `stored` and `submitted` in its extensions.",
  })
  expectedVersion?: number | null;
}

@InputType({
  description:
    "What changes of a series; what is not given stays. Meetings that have begun never change, and what was changed by hand of a meeting stays.",
})
export class UpdateMeetingSeriesInput extends SeriesDatesInput {
  @Field(() => ID, { description: "The series." })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "A meeting of the series that has not begun: this one and all that follow. Not given: all that have not begun.",
  })
  from?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the series that was seen. When it has another by now: CONFLICT, with `stored` and `submitted` in its extensions.",
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: "What the meetings are called." })
  title?: string | null;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description:
      "Moves them: what the clock in the series' zone shows when the first one that changes begins.",
  })
  localStart?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How long a meeting lasts, in minutes, up to a week.",
  })
  durationMinutes?: number | null;

  @Field(() => RecurrencePreset, {
    nullable: true,
    description: "Another rhythm, with its end (`count` or `until`); or `rule`.",
  })
  preset?: RecurrencePreset | null;

  @Field(() => Int, {
    nullable: true,
    description: "With a preset that is given: every so many of its steps, 1 to 52.",
  })
  every?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "With a preset by months: on the weekday of the first that changes.",
  })
  byWeekday?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "Another rule of recurrence (RFC 5545, RRULE), with its end; or `preset`.",
  })
  rule?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many meetings from the first that changes, 1 to 400; or `until`.",
  })
  count?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last date on which one may begin, in the series' zone; or `count`.",
  })
  until?: string | null;

  @Field(() => Audience, {
    nullable: true,
    description: "Who may see the meetings, among those who may see the group or network.",
  })
  audience?: Audience | null;

  @Field(() => String, {
    nullable: true,
    description: "Where to join online (http or https). Null takes it away.",
  })
  joinUrl?: string | null;
}
