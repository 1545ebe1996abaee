import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { foldName } from "@convene/shared/table/text-folding";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

@Entity("meeting_series_document")
export class MeetingSeriesDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  title!: string;

  /** The title with case and accents folded: by it a series is found, and lists are sorted. */
  @Column("text")
  sortName!: string;

  @Column({ type: "text", nullable: true })
  groupId!: string | null;

  @Column({ type: "text", nullable: true })
  networkId!: string | null;
}

export const meetingSeriesReplica = replicaTable({
  source: "meetings",
  type: "MeetingSeries",
  payload: z.object({
    protection: protectionSchema,
    title: z.string(),
    group: z.string().nullable(),
    network: z.string().nullable(),
  }),
  entity: MeetingSeriesDocument,
  row: ({ id, payload: { protection, title, group, network } }) => ({
    ...protection,
    id,
    title,
    sortName: foldName(title),
    groupId: group,
    networkId: network,
  }),
});
