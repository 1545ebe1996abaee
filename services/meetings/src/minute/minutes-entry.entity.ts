import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";

/** What the minutes say of one agenda item, as it was saved last. */
@Entity()
@Unique(["itemId"])
@Index(["meetingId"])
@ObjectType({
  description:
    "What the minutes say of one agenda item, as it was saved last. Only those who sit there see it.",
})
export class MinutesEntry {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `mne_…`." })
  id!: string;

  @Column("text")
  meetingId!: string;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting;

  @Column("text")
  itemId!: string;

  @ManyToOne(() => AgendaItem)
  @JoinColumn({ name: "item_id" })
  item!: AgendaItem;

  @Column("text")
  @Field(() => String, { description: "What was said; Markdown." })
  text!: string;

  @Column("integer")
  @Field(() => Int, {
    description: "How often it was saved. Whoever saves it says which version they had read.",
  })
  version!: number;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was saved last." })
  savedAt!: Date;
}
