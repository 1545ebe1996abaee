import { GraphNode } from "@convene/shared/node";
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { Meeting } from "../meeting/meeting.entity.ts";
import { AgendaItemOutcome } from "./agenda-item-outcome.enum.ts";
import { AgendaItemPurpose } from "./agenda-item-purpose.enum.ts";
import { StandingItem } from "./standing-item.enum.ts";

/** One point of a meeting's agenda; as visible as its meeting. */
@Entity()
@Unique(["meetingId", "position"], { deferrable: "INITIALLY DEFERRED" })
@Unique(["meetingId", "standing"])
@Unique(["carriedFromId"])
@Index(["presenterId"])
@Index(["practiceId"])
@Index(["consultationId"])
@ObjectType({
  implements: GraphNode,
  description: "One point of a meeting's agenda. Whoever may see the meeting sees it.",
})
@Directive('@key(fields: "id")')
export class AgendaItem implements GraphNode {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  meetingId!: string;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting;

  @Column("integer")
  @Field(() => Int, { description: "Where it stands in the agenda, from 1." })
  position!: number;

  @Column("text")
  @Field(() => String, { description: "What it is about." })
  title!: string;

  @Column("integer")
  @Field(() => Int, { description: "The time set apart for it, in minutes." })
  durationMinutes!: number;

  @Column("text", { nullable: true })
  @Field(() => AgendaItemPurpose, {
    nullable: true,
    description: "What it asks of those who sit there.",
  })
  purpose!: AgendaItemPurpose | null;

  @Column("text", { nullable: true })
  presenterId!: string | null;

  /** The objective of the Compact that it is about, 1 to 23. */
  @Column("integer", { nullable: true })
  objectiveNumber!: number | null;

  @Column("text", { nullable: true })
  practiceId!: string | null;

  /** The call for input that it is about. */
  @Column("text", { nullable: true })
  consultationId!: string | null;

  /** Alone, whatever holds of its meeting. */
  @Column("boolean", { default: false })
  chathamHouse!: boolean;

  @Column("integer", { default: 1 })
  @Field(() => Int, {
    description:
      "Rises with each change of what is said of it; its place apart. Give it with a change, as `expectedVersion`, and nobody's is lost.",
  })
  version!: number;

  @Column("text", { nullable: true })
  @Field(() => AgendaItemOutcome, {
    nullable: true,
    description: "What became of it. Null: nobody has said so, and the meeting is not concluded.",
  })
  outcome!: AgendaItemOutcome | null;

  @Column("text", { nullable: true })
  @Field(() => StandingItem, {
    nullable: true,
    description: "Which of the items it is that stand on every agenda. Null: none of them.",
  })
  standing!: StandingItem | null;

  /** The unfinished item of the meeting before: each goes on once. */
  @Column("text", { nullable: true })
  carriedFromId!: string | null;

  /** The meeting whose minutes are to be approved. */
  @Column("text", { nullable: true })
  approvesMinutesOfId!: string | null;

  /** By moderators: then only those see it who convene the meeting. */
  @Column("boolean", { default: false })
  isTakenDown!: boolean;
}
