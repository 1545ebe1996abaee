import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { foldName } from "@convene/shared/table/text-folding";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** What meetings are called, when organisations met, and whose meeting it was: a group's, or a whole network's. */
@Entity("meeting_document")
@Index(["startsAt"])
@Index("ix_meeting_document_sort_name", { synchronize: false })
@Index("ix_meeting_document_attended", { synchronize: false })
@Index("ix_meeting_document_convener", { synchronize: false })
export class MeetingDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  title!: string;

  /** The title with case and accents folded: by it a meeting is found, and lists are sorted. */
  @Column("text")
  sortName!: string;

  @Column({ type: "text", nullable: true })
  groupId!: string | null;

  @Column({ type: "text", nullable: true })
  networkId!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  startsAt!: Date;

  @Column("text")
  status!: string;

  @Column("text", { array: true })
  attended!: string[];

  /** Who said whether they come, or came. */
  @Column("text", { array: true })
  replied!: string[];

  /** Until when each action of it is to be done that is not; null where no day was named. */
  @Column("date", { array: true })
  openActions!: (string | null)[];
}

export const meetingReplica = replicaTable({
  source: "meetings",
  type: "Meeting",
  payload: z.object({
    protection: protectionSchema,
    title: z.string(),
    group: z.string().nullable(),
    network: z.string().nullable(),
    startsAt: z.string(),
    status: z.string(),
    attended: z.array(z.string()),
    replied: z.array(z.string()).default([]),
    openActions: z.array(z.string().nullable()).default([]),
  }),
  entity: MeetingDocument,
  row: ({ id, payload: { protection, title, group, network, startsAt, ...kept } }) => ({
    ...kept,
    ...protection,
    id,
    title,
    sortName: foldName(title),
    groupId: group,
    networkId: network,
    startsAt: new Date(startsAt),
  }),
});
