import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { Meeting } from "../meeting/meeting.entity.ts";

/** What a meeting cost somebody, by the hours that they had then: later ones do not change it. */
@Entity()
@Unique(["meetingId", "personId"])
@Index(["personId"])
export class BurdenRecord {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  meetingId!: string;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting;

  @Column("text")
  personId!: string;

  @Column("integer")
  burden!: number;

  /** What the clock on their wall showed when it began. */
  @Column("text")
  localStart!: string;

  @Column({ type: "timestamptz", precision: 3 })
  recordedAt!: Date;
}
