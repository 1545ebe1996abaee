import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

@Entity("working_group_document")
export class WorkingGroupDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  name!: string;
}

export const workingGroupReplica = replicaTable({
  source: "working-groups",
  type: "WorkingGroup",
  payload: z.object({ protection: protectionSchema, name: z.string() }),
  entity: WorkingGroupDocument,
  row: ({ id, payload }) => ({ id, ...payload.protection, name: payload.name }),
});
