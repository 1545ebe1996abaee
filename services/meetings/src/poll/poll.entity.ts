import type { Audience } from "@convene/shared/audience";
import { DateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { ConvenedRow } from "../convener/convened-row.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { PollStatus } from "./poll-status.enum.ts";

/** Asks the seats of a group which of some times they can make. */
@Entity()
@Index(["groupId", "id"])
@Index(["networkId"])
@Index(["meetingId"])
@Index(["movesId"])
@Check("ck_poll_convener", "group_id IS NOT NULL")
@ObjectType({
  description:
    "Asks the seats of a group which of some times they can make. Those who sit there see it, and those of an organisation with a seat.",
})
@Directive('@key(fields: "id")')
export class Poll extends ConvenedRow {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `pol_…`." })
  id!: string;

  @Column("text")
  @Field(() => String, { description: "What is asked; the meeting is called so." })
  title!: string;

  @Column("text")
  @Field(() => TimeZoneScalar, { description: "The zone in which the times were chosen." })
  timeZone!: string;

  @Column("integer")
  @Field(() => Int, { description: "How long the meeting will last, in minutes." })
  durationMinutes!: number;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "Until when it can be answered." })
  deadline!: Date;

  @Column("text")
  @Field(() => PollStatus, { description: "How far it is." })
  status!: PollStatus;

  @Column("integer", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: "How many of the invited must be able to come. Null: no quorum.",
  })
  quorum!: number | null;

  @Column("boolean")
  @Field(() => Boolean, {
    description:
      "Whether all who sit there see the answers and what comes of them. Else only those who convene.",
  })
  showsAnswers!: boolean;

  /** Of the poll: the same for each, whatever is chosen for the meeting. */
  @Column("text")
  chosenAudience!: Audience;

  @Column("text")
  meetingAudience!: Audience;

  @Column("text", { nullable: true })
  joinUrl!: string | null;

  @Column("text", { nullable: true })
  movesId!: string | null;

  @ManyToOne(() => Meeting, { onDelete: "SET NULL" })
  @JoinColumn({ name: "moves_id" })
  moves!: Meeting | null;

  @Column("text", { nullable: true })
  meetingId!: string | null;

  @ManyToOne(() => Meeting, { onDelete: "SET NULL" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was opened." })
  createdAt!: Date;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was closed. Null: it is not.",
  })
  closedAt!: Date | null;
}
