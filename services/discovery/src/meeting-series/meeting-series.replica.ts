import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

@Entity("meeting_series_document")
export class MeetingSeriesDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;
}

export const meetingSeriesReplica = replicaTable({
  source: "meetings",
  type: "MeetingSeries",
  payload: z.object({ protection: protectionSchema }),
  entity: MeetingSeriesDocument,
  row: ({ id, payload }) => ({ id, ...payload.protection }),
});
