import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
} from "typeorm";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { AgendaItemPurpose } from "../agenda-item/agenda-item-purpose.enum.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { AgendaProposalState } from "./agenda-proposal-state.enum.ts";

/**
 * What waits for a place on an agenda: what somebody proposes, and what a meeting left over. It is no
 * agenda item yet, since these are as visible as their meeting, and it is for those who sit there.
 */
@Entity()
@Index(["meetingId", "id"])
@Index(["seriesId", "id"])
@Index(["proposerId"])
@Unique(["itemId"])
@Unique(["carriedFromId"])
@Check("ck_agenda_proposal_place", "meeting_id IS NOT NULL OR series_id IS NOT NULL")
@ObjectType({
  description:
    "What waits for a place on an agenda: what a member proposes, or what a meeting has left over. Only those who sit there see it.",
})
export class AgendaProposal {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `agp_…`." })
  id!: string;

  /** For which it was proposed, or which has left it over. Null: any of the series. */
  @Column("text", { nullable: true })
  meetingId!: string | null;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting | null;

  /** Null of a meeting of no series. */
  @Column("text", { nullable: true })
  seriesId!: string | null;

  @ManyToOne(() => MeetingSeries, { onDelete: "CASCADE" })
  @JoinColumn({ name: "series_id" })
  series!: MeetingSeries | null;

  @Column("text")
  @Field(() => AgendaProposalState, { description: "How far it is." })
  state!: AgendaProposalState;

  @Column("text")
  @Field(() => String, { description: "What it is about." })
  title!: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Why it is to be talked about; Markdown." })
  explanation!: string | null;

  @Column("text", { nullable: true })
  @Field(() => AgendaItemPurpose, {
    nullable: true,
    description: "What it asks of those who sit there. Null of what was left over without one.",
  })
  purpose!: AgendaItemPurpose | null;

  @Column("integer")
  @Field(() => Int, { description: "The time that is asked for, in minutes." })
  minutesAsked!: number;

  /** The objective of the Compact that it is about, 1 to 23. */
  @Column("integer", { nullable: true })
  objectiveNumber!: number | null;

  @Column("text", { nullable: true })
  practiceId!: string | null;

  /** The call for input that it is about. */
  @Column("text", { nullable: true })
  consultationId!: string | null;

  /** Null of what a meeting has left over, and of an account that belongs to nobody. */
  @Column("text", { nullable: true })
  proposerId!: string | null;

  /** On whose behalf; it presents the item unless something else is said. */
  @Column("text", { nullable: true })
  organisationId!: string | null;

  /** Left over from under the Chatham House Rule. */
  @Column("boolean", { default: false })
  chathamHouse!: boolean;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Why it was declined. Null if it was not." })
  reason!: string | null;

  /** The item that it has become. */
  @Column("text", { nullable: true })
  itemId!: string | null;

  @ManyToOne(() => AgendaItem, { onDelete: "SET NULL" })
  @JoinColumn({ name: "item_id" })
  item!: AgendaItem | null;

  /** The unfinished item that it is the rest of: each goes on once. */
  @Column("text", { nullable: true })
  carriedFromId!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was proposed, or left over." })
  createdAt!: Date;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it came to the state in which it is. Null while it is proposed.",
  })
  decidedAt!: Date | null;
}
