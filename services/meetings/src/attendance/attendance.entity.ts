import { Personal } from "@convene/shared/audit/personal";
import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { Meeting } from "../meeting/meeting.entity.ts";
import { SatAs } from "./sat-as.enum.ts";
import { AttendanceStatus } from "./attendance-status.enum.ts";

interface Asking {
  readonly loaders: {
    readonly meeting: { load(id: string): Promise<Pick<Meeting, "chathamHouse"> | null> };
  };
}

/**
 * Whose it is, where that is said: only those who sit there are told who comes. Under the Chatham
 * House Rule the audit log is not to know it either, by whoever reads what they have just recorded.
 */
export async function whoComes(
  { meetingId, personId }: Pick<Attendance, "meetingId" | "personId">,
  _: unknown,
  { loaders }: Asking,
): Promise<string | null> {
  const meeting = personId === null ? null : await loaders.meeting.load(meetingId);
  return meeting?.chathamHouse === false ? personId : null;
}

/** How an organisation stands to a meeting, by one person or without saying by whom. */
@Entity()
@Index("uq_attendance_who", { synchronize: false })
@Index(["organisationId"])
@Index(["seatId"])
@ObjectType({
  description:
    "How an organisation stands to a meeting, through one person or without saying who. Only those who sit there see it.",
})
export class Attendance {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `att_…`." })
  id!: string;

  @Column("text")
  meetingId!: string;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting;

  @Column("text")
  organisationId!: string;

  @Column("text", { nullable: true })
  personId!: string | null;

  /** Null of whoever has no seat there, and where it was not said for which of several. */
  @Column("text", { nullable: true })
  seatId!: string | null;

  @Column("text", { nullable: true })
  @Field(() => SatAs, {
    nullable: true,
    description: "As what the person sits there. Null without a person, or without a seat.",
  })
  @Personal(whoComes)
  satAs!: SatAs | null;

  @Column("text")
  @Field(() => AttendanceStatus, { description: "Whether it comes, or was there." })
  @Personal(whoComes)
  status!: AttendanceStatus;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When this was last recorded." })
  recordedAt!: Date;
}
