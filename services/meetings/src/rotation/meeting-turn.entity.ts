import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { Meeting } from "../meeting/meeting.entity.ts";
import type { MeetingRole } from "./meeting-role.enum.ts";

/** Who has a role at a meeting. */
@Entity()
@Index(["holderId"])
@Unique(["meetingId", "role"])
@ObjectType({ description: "Who hosts a meeting, or chairs it." })
export class MeetingTurn {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  meetingId!: string;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting;

  @Column("text")
  role!: MeetingRole;

  /** An organisation, a person, or a seat of the group. */
  @Column("text")
  holderId!: string;

  @Column("boolean")
  @Field(() => Boolean, {
    description:
      "Whether it was chosen for this one meeting: then it stays, however the role goes round.",
  })
  isByHand!: boolean;
}
