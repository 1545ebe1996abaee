import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { Meeting } from "../meeting/meeting.entity.ts";

/** A state that a decision or an action once came into: never changed. */
@Entity()
@Index(["meetingId"])
@Index(["subjectId", "id"])
@Index(["changedById"])
@ObjectType({ description: "A state that a decision or an action once came into." })
export class CommitmentChange {
  @PrimaryColumn("text")
  id!: string;

  /** Where it was recorded: with it the history goes. */
  @Column("text")
  meetingId!: string;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting;

  @Column("text", { nullable: true })
  itemId!: string | null;

  @Column("text")
  subjectId!: string;

  @Column("text")
  @Field(() => String, {
    description: "The state: of a decision a `DecisionState`, of an action an `ActionState`.",
  })
  state!: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What was said to it." })
  note!: string | null;

  /** The person who said so, where the account is tied to one. */
  @Column("text", { nullable: true })
  changedById!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When." })
  changedAt!: Date;
}
