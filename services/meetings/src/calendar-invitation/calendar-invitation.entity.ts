import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";

/** What somebody was last told of one meeting, or of the rule of a series. */
export interface ToldMeeting {
  /** Which revision of it. */
  readonly mark: string;
  /** When it begins, on the wall clock. */
  readonly local: string;
}

/** That somebody is invited to a series, or to a single meeting, and what their calendar knows. */
@Entity()
@Index(["meetingId"])
@Index(["seriesId"])
@Index(["personId"])
@Check("ck_calendar_invitation_subject", "(meeting_id IS NULL) <> (series_id IS NULL)")
export class CalendarInvitation {
  @PrimaryColumn("text")
  id!: string;

  /** Null for a series. */
  @Column("text", { nullable: true })
  meetingId!: string | null;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting | null;

  @Column("text", { nullable: true })
  seriesId!: string | null;

  @ManyToOne(() => MeetingSeries, { onDelete: "CASCADE" })
  @JoinColumn({ name: "series_id" })
  series!: MeetingSeries | null;

  @Column("text")
  personId!: string;

  /** For which they answer. */
  @Column("text")
  organisationId!: string;

  /** Whether they were invited by name, and not because they hold a seat. */
  @Column("boolean")
  isByName!: boolean;

  /** What it was called when they were last told. */
  @Column("text")
  title!: string;

  /** By where the rule has put the meeting; the single one, and the series, by the empty text. */
  @Column("jsonb")
  told!: Record<string, ToldMeeting>;

  @Column("timestamp with time zone", { precision: 3 })
  toldAt!: Date;
}
