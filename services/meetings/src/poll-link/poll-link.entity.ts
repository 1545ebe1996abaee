import { DateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { Poll } from "../poll/poll.entity.ts";

/**
 * Opens the page on which one of the invited answers. Its token follows from its id and a key of the
 * site: a copy of this table opens nothing.
 */
@Entity()
@Unique(["tokenHash"])
@Index(["pollId"])
@Index(["invitationId"])
@Index(["personId"])
@ObjectType({
  description:
    "A personal link, by which one of the invited answers without an account: whoever has it answers. All who are asked themselves or fill a seat are mailed one of their own; those who convene make others, to hand on.",
})
export class PollLink {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `plk_…`." })
  id!: string;

  @Column("text")
  pollId!: string;

  @ManyToOne(() => Poll, { onDelete: "CASCADE" })
  @JoinColumn({ name: "poll_id" })
  poll!: Poll;

  @Column("text")
  invitationId!: string;

  @ManyToOne(() => PollInvitation, { onDelete: "CASCADE" })
  @JoinColumn({ name: "invitation_id" })
  invitation!: PollInvitation;

  /** Whose own it is: by their hours it is filled in. Null for one that was made to be handed on. */
  @Column("text", { nullable: true })
  personId!: string | null;

  /** Chosen on the page. */
  @Column("text", { nullable: true })
  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: "In which zone its page shows the times, where that was chosen there.",
  })
  timeZone!: string | null;

  /** Of the token, so that the link is known again (SHA-256). */
  @Column("text")
  tokenHash!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "Until when it opens the page." })
  expiresAt!: Date;

  @Column("integer")
  @Field(() => Int, {
    description: "How often whose own it is was reminded. None of who made it to hand it on.",
  })
  reminders!: number;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was first opened." })
  openedAt!: Date | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was revoked. Null: it was not.",
  })
  revokedAt!: Date | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;

  /** Only for whoever has just made it. */
  @Field(() => String, {
    nullable: true,
    description: "The address, told to whoever makes the link, in that answer alone.",
  })
  url?: string | null;
}
