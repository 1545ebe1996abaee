import { Audience } from "@convene/shared/audience";
import { GraphNode } from "@convene/shared/node";
import { DateTimeScalar, LocalDateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { ConvenedRow } from "../convener/convened-row.entity.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { MeetingStatus } from "./meeting-status.enum.ts";
import { OccurrenceField } from "./occurrence-field.enum.ts";

/** One coming together: an occurrence of a series, or a single meeting. */
@Entity()
@Index(["startsAt", "id"])
@Index(["seriesId", "startsAt", "id"])
@Index(["groupId", "startsAt", "id"])
@Index(["networkId", "startsAt", "id"])
@Index(["endsAt"])
@Check("ck_meeting_convener", "group_id IS NOT NULL OR network_id IS NOT NULL")
@Check("ck_meeting_end", "ends_at > starts_at")
@ObjectType({
  implements: GraphNode,
  description: "One coming together: an occurrence of a series, or a single meeting.",
})
@Directive('@key(fields: "id")')
export class Meeting extends ConvenedRow implements GraphNode {
  @PrimaryColumn("text")
  id!: string;

  @Column("text", { nullable: true })
  seriesId!: string | null;

  @ManyToOne(() => MeetingSeries, { onDelete: "CASCADE" })
  @JoinColumn({ name: "series_id" })
  series!: MeetingSeries | null;

  /**
   * Where the series' rule has put it, on the wall clock (RFC 5545, RECURRENCE-ID): it names the
   * occurrence within the series, also after it was moved.
   */
  @Column("text", { nullable: true })
  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description:
      "Where the series' rule has put it, on the wall clock of its time zone; differs from its start when it was moved. Null for a single meeting.",
  })
  recurrenceStart!: string | null;

  @Column("text")
  @Field(() => String, { description: "What the meeting is called." })
  title!: string;

  /** What was chosen: the instants follow from it, and from the rules of the zone. */
  @Column("text")
  chosenStart!: string;

  @Column("text")
  @Field(() => TimeZoneScalar, { description: "The zone in which the wall clock was chosen." })
  timeZone!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt!: Date;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it ends." })
  endsAt!: Date;

  @Column("integer")
  @Field(() => Int, { description: "How long it lasts, in minutes." })
  durationMinutes!: number;

  @Column("text")
  @Field(() => MeetingStatus, { description: "Whether it takes place." })
  status!: MeetingStatus;

  /** What was chosen; who may see it in the end also depends on its convener (`audience`). */
  @Column("text")
  @Field(() => Audience, {
    name: "audience",
    description: "Who may see the meeting, among those who may see its group or network.",
  })
  chosenAudience!: Audience;

  /** Held under the Chatham House Rule: nobody is told who came, or who said what. */
  @Column("boolean", { default: false })
  chathamHouse!: boolean;

  /** Only for those who sit there. */
  @Column("text", { nullable: true })
  joinUrl!: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when papers are to be there; later ones are marked. Null: no day is set.",
  })
  papersDueAt!: Date | null;

  @Column({ type: "timestamptz", precision: 3 })
  createdAt!: Date;

  /** How often its time, or whether it takes place, was changed (RFC 5545, SEQUENCE). */
  @Column("integer", { default: 0 })
  sequence!: number;

  /** When anything was last changed that calendars show (RFC 5545, DTSTAMP). */
  @Column({ type: "timestamptz", precision: 3, default: () => "now()" })
  revisedAt!: Date;

  @Column("integer", { default: 1 })
  @Field(() => Int, {
    description:
      "Rises with each change of the meeting itself. Give it with a change, as `expectedVersion`, and nobody's is lost.",
  })
  version!: number;

  @Column("text", { array: true, default: "{}" })
  @Field(() => [OccurrenceField], {
    description:
      "What of it was changed by hand: a change of the whole series leaves this as it is. Empty for a single meeting.",
  })
  changedByHand!: OccurrenceField[];
}
