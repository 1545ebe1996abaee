import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
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
import { Poll } from "../poll/poll.entity.ts";

/** Who is asked: an organisation with a seat, through whoever fills it, or a person. */
@Entity()
@Unique(["pollId", "organisationId"])
@Unique(["pollId", "personId"])
@Index(["organisationId"])
@Index(["personId"])
@Index(["answeredBy"])
@Check("ck_poll_invitation_who", "num_nonnulls(organisation_id, person_id) = 1")
@ObjectType({
  description:
    "Who is asked: an organisation with a seat in the group, for which its delegate or alternate answers, or a person. One answer for each.",
})
export class PollInvitation {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `piv_…`." })
  id!: string;

  @Column("text")
  pollId!: string;

  @ManyToOne(() => Poll, { onDelete: "CASCADE" })
  @JoinColumn({ name: "poll_id" })
  poll!: Poll;

  @Column("text", { nullable: true })
  organisationId!: string | null;

  @Column("text", { nullable: true })
  personId!: string | null;

  @Column("boolean")
  @Field(() => Boolean, { description: "Whether the meeting needs them." })
  isRequired!: boolean;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: "When they last answered." })
  answeredAt!: Date | null;

  /** Which person has; null also for whoever had a link that names nobody. */
  @Column("text", { nullable: true })
  answeredBy!: string | null;
}
