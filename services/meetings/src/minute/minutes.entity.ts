import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { Meeting } from "../meeting/meeting.entity.ts";
import { MinutesState } from "./minutes-state.enum.ts";

/** The minutes of a meeting as a whole; what was said stands in an entry for each item. */
@Entity("minutes")
@Unique(["meetingId"])
@Index(["approvedAtMeetingId"])
@ObjectType({
  description:
    "The minutes of a meeting as a whole; what was said stands in an entry for each agenda item.",
})
export class Minutes {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `min_…`." })
  id!: string;

  @Column("text")
  meetingId!: string;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the meeting was said to be over. Null: not yet.",
  })
  concludedAt!: Date | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When they were approved. Null: not yet.",
  })
  approvedAt!: Date | null;

  @Column("text", { nullable: true })
  approvedAtMeetingId!: string | null;

  @ManyToOne(() => Meeting, { onDelete: "SET NULL" })
  @JoinColumn({ name: "approved_at_meeting_id" })
  approvedAtMeeting!: Meeting | null;

  /** When what was unfinished went on; null while no next meeting is there. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When its unfinished items and open actions went on to the next meeting. Null: it is not concluded, or no next one is there.",
  })
  carriedAt!: Date | null;

  @Column("text", { nullable: true })
  carriedToId!: string | null;

  @Field(() => MinutesState, { description: "How far they are." })
  get state(): MinutesState {
    if (this.approvedAt !== null) return MinutesState.APPROVED;
    return this.concludedAt === null ? MinutesState.DRAFT : MinutesState.CONCLUDED;
  }
}
