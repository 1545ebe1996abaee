import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { Action } from "../action/action.entity.ts";

/** That an action was still open at the end of a meeting, and came to the next. */
@Entity()
@Unique(["actionId", "toMeetingId"])
@Index(["toMeetingId"])
@ObjectType({
  description: "That an action was still open at the end of a meeting, and came to the next.",
})
export class ActionCarry {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  actionId!: string;

  @ManyToOne(() => Action, { onDelete: "CASCADE" })
  @JoinColumn({ name: "action_id" })
  action!: Action;

  @Column("text")
  fromMeetingId!: string;

  @Column("text")
  toMeetingId!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When." })
  carriedAt!: Date;
}
