import { DateScalar, DateTimeScalar } from "@convene/shared/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";

/** What a meeting has agreed, and who carries it: a decision, or an action. */
@ObjectType()
export abstract class CommitmentRow {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `dec_…` of a decision, `act_…` of an action." })
  id!: string;

  /** By this key it is asked for of whom only an id is known: see `owned` in discovery. */
  @Directive("@inaccessible")
  @Field(() => ID, { description: "The same as `id`." })
  get nodeKey(): string {
    return this.id;
  }

  @Column("text")
  meetingId!: string;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting;

  /** Null for what belongs to the meeting as a whole. */
  @Column("text", { nullable: true })
  itemId!: string | null;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: "item_id" })
  item!: AgendaItem | null;

  @Column("text")
  @Field(() => String, { description: "What was agreed." })
  text!: string;

  @Column("text", { nullable: true })
  organisationId!: string | null;

  @Column("text", { nullable: true })
  personId!: string | null;

  @Column("date", { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "Until when. Null: no day was named." })
  dueOn!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  recordedAt!: Date;

  abstract state: string;
}
