import { Audience } from "@convene/shared/audience";
import { SingleIdFacetFilter } from "@convene/shared/facet/facet-filter.inputs";
import { DateScalar, LocalDateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { RecurrencePreset } from "../recurrence/recurrence-preset.enum.ts";
import { SeriesDatesInput } from "./series-dates.inputs.ts";

@InputType({
  description:
    "A new series: who meets, from when, in which rhythm (a preset or a rule), and until when (count or until).",
})
export class CreateMeetingSeriesInput extends SeriesDatesInput {
  @Field(() => ID, { nullable: true, description: "The working group that meets; or `network`." })
  group?: string | null;

  @Field(() => ID, { nullable: true, description: "The network that meets; or `group`." })
  network?: string | null;

  @Field(() => String, { description: "What the meetings are called. At most 300 characters." })
  title!: string;

  @Field(() => LocalDateTimeScalar, {
    description:
      "What the clock on a wall in `timeZone` shows when the first meeting begins: the first occurrence of the rule. A time that the clock skips is refused; of one that it shows twice, the earlier is taken.",
  })
  localStart!: string;

  @Field(() => TimeZoneScalar, { description: "The zone of that wall clock." })
  timeZone!: string;

  @Field(() => Int, {
    nullable: true,
    description: "How long a meeting lasts, in minutes, up to a week; or `localEnd`.",
  })
  durationMinutes?: number | null;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description: "When the first meeting ends, on the same wall clock; or `durationMinutes`.",
  })
  localEnd?: string | null;

  @Field(() => RecurrencePreset, { nullable: true, description: "The rhythm; or `rule`." })
  preset?: RecurrencePreset | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "With a preset by months: on the weekday of the first meeting (its second Thursday, say; a fifth means the last) rather than on its date.",
  })
  byWeekday: boolean = false;

  @Field(() => Int, {
    nullable: true,
    description:
      "With a preset: every so many of its steps, 1 to 52, such as `WEEKLY` and 6 for every sixth week. Every one unless given.",
  })
  every?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "A recurrence rule (RFC 5545, RRULE) from DAILY to YEARLY, without hours; or `preset`. A date on which the clock skips the time is left out and not counted.",
  })
  rule?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many meetings, 1 to 400; or `until`, or an end within the rule.",
  })
  count?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last date on which one may begin, in `timeZone`; or `count`.",
  })
  until?: string | null;

  @Field(() => Audience, {
    defaultValue: Audience.NETWORK,
    description: "Who may see the meetings, among those who may see the group or network.",
  })
  audience: Audience = Audience.NETWORK;

  @Field(() => String, {
    nullable: true,
    description: "Where to join online (http or https). Shown only to those who sit there.",
  })
  joinUrl?: string | null;
}

@InputType({ description: "Which series. Parts that are given must all hold." })
export class MeetingSeriesFilter {
  @Field(() => SingleIdFacetFilter, { nullable: true, description: "By the group that meets." })
  groups?: SingleIdFacetFilter | null;

  @Field(() => SingleIdFacetFilter, {
    nullable: true,
    description: "By the network that meets, or in which the group stands.",
  })
  networks?: SingleIdFacetFilter | null;
}
