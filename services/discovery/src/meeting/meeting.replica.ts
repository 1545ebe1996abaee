import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** When organisations met. */
@Entity("meeting_document")
@Index(["startsAt"])
export class MeetingDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column({ type: "timestamptz", precision: 3 })
  startsAt!: Date;

  @Column("text")
  status!: string;

  @Column("text", { array: true })
  attended!: string[];
}

export const meetingReplica = replicaTable({
  source: "meetings",
  type: "Meeting",
  payload: z.object({
    protection: protectionSchema,
    startsAt: z.string(),
    status: z.string(),
    attended: z.array(z.string()),
  }),
  entity: MeetingDocument,
  row: ({ id, payload: { protection, startsAt, ...kept } }) => ({
    ...kept,
    ...protection,
    id,
    startsAt: new Date(startsAt),
  }),
});
