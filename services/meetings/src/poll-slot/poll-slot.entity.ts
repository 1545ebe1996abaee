import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { Poll } from "../poll/poll.entity.ts";

/** A time that a poll asks about. */
@Entity()
@Unique(["pollId", "startsAt"])
@ObjectType({ description: "A time that a poll asks about." })
export class PollSlot {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `psl_…`." })
  id!: string;

  @Column("text")
  pollId!: string;

  @ManyToOne(() => Poll, { onDelete: "CASCADE" })
  @JoinColumn({ name: "poll_id" })
  poll!: Poll;

  /** What the clock on the poll's wall shows then. */
  @Column("text")
  chosenStart!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When the meeting would begin." })
  startsAt!: Date;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it would end." })
  endsAt!: Date;
}
