import { Audience } from "@convene/shared/audience";
import { GraphNode } from "@convene/shared/node";
import {
  CountryCodeScalar,
  DateScalar,
  DateTimeScalar,
  LocalDateTimeScalar,
  TimeZoneScalar,
} from "@convene/shared/scalars";
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";
import { ConvenedRow } from "../convener/convened-row.entity.ts";
import { RecurrencePreset } from "../recurrence/recurrence-preset.enum.ts";
import type { Skip } from "./series-dates.value.ts";

/** Meetings that repeat by a rule: the quarterly meeting of a network, say. */
@Entity()
@Index(["groupId", "id"])
@Index(["networkId", "id"])
@Index(["splitFromId"])
@Check("ck_meeting_series_convener", "group_id IS NOT NULL OR network_id IS NOT NULL")
@ObjectType({
  implements: GraphNode,
  description:
    "Meetings that repeat by a rule, such as a network's quarterly meeting. The wall clock in the series' time zone never moves.",
})
@Directive('@key(fields: "id")')
export class MeetingSeries extends ConvenedRow implements GraphNode {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  @Field(() => String, { description: "What the meetings are called." })
  title!: string;

  @Column("text")
  @Field(() => String, {
    description:
      "The rule of recurrence (RFC 5545, RRULE without its name), normalised: `FREQ=MONTHLY;INTERVAL=3;COUNT=4`.",
  })
  rule!: string;

  @Column("text", { nullable: true })
  @Field(() => RecurrencePreset, {
    nullable: true,
    description:
      "The preset that the rule was made from, if it was; the rule's INTERVAL says every how many of its steps.",
  })
  preset!: RecurrencePreset | null;

  @Column("text")
  @Field(() => LocalDateTimeScalar, {
    description: "What the clock on a wall in the series' time zone shows when the first begins.",
  })
  localStart!: string;

  @Column("text")
  @Field(() => TimeZoneScalar, { description: "The zone in which the wall clock was chosen." })
  timeZone!: string;

  @Column("integer")
  @Field(() => Int, { description: "How long a meeting lasts, in minutes." })
  durationMinutes!: number;

  /** What was chosen; who may see it in the end also depends on its convener (`audience`). */
  @Column("text")
  @Field(() => Audience, {
    name: "audience",
    description:
      "Who may see the series and its meetings, among those who may see its group or network.",
  })
  chosenAudience!: Audience;

  /** Only for those who sit there. */
  @Column("text", { nullable: true })
  joinUrl!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  createdAt!: Date;

  @Column("integer", { default: 1 })
  @Field(() => Int, {
    description:
      "Rises with each change of the series itself. Give it with a change, as `expectedVersion`, and nobody's is lost.",
  })
  version!: number;

  /** How often its rule was changed (RFC 5545, SEQUENCE). */
  @Column("integer", { default: 0 })
  sequence!: number;

  /** When it was last changed itself (RFC 5545, DTSTAMP). */
  @Column({ type: "timestamptz", precision: 3, default: () => "now()" })
  revisedAt!: Date;

  /** With a preset by months: on the weekday of its start, not on the date. */
  @Column("boolean", { default: false })
  byWeekday!: boolean;

  /** The series that it goes on with, from where "this and all that follow" was changed. */
  @Column("text", { nullable: true })
  splitFromId!: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When all of it that was still to come was called off. Null while it goes on.",
  })
  cancelledAt!: Date | null;

  @Column("text", { array: true, default: "{}" })
  @Field(() => [LocalDateTimeScalar], {
    description: "Extra starts beside the rule, on the wall clock of the series.",
  })
  extraStarts!: string[];

  @Column("text", { array: true, default: "{}" })
  @Field(() => [DateScalar], { description: "Dates of the rule on which it does not meet." })
  excludedDates!: string[];

  @Column("text", { array: true, default: "{}" })
  @Field(() => [CountryCodeScalar], {
    description: "The countries on whose public holidays it does not meet.",
  })
  skipsHolidaysOf!: string[];

  @Column("boolean", { default: false })
  @Field(() => Boolean, {
    description: "Whether it does not meet on dates that its network keeps free.",
  })
  keepsDatesFree!: boolean;

  @Column("jsonb", { default: [] })
  skipped!: Skip[];
}
