import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import { PollChoice } from "./poll-choice.enum.ts";

/** What the invited say of one time. */
@Entity()
@Unique(["invitationId", "slotId"])
@Index(["slotId"])
@ObjectType({ description: "What one of the invited says of one time." })
export class PollAnswer {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  invitationId!: string;

  @ManyToOne(() => PollInvitation, { onDelete: "CASCADE" })
  @JoinColumn({ name: "invitation_id" })
  invitation!: PollInvitation;

  @Column("text")
  slotId!: string;

  @ManyToOne(() => PollSlot, { onDelete: "CASCADE" })
  @JoinColumn({ name: "slot_id" })
  slot!: PollSlot;

  @Column("text")
  @Field(() => PollChoice, { description: "Whether they can make it." })
  choice!: PollChoice;
}
