import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** Which groups there are, who may see them, and in which network each stands. */
@Entity()
export class WorkingGroupReplica extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text", { nullable: true })
  networkId!: string | null;
}

export const workingGroupReplica = replicaTable({
  source: "working-groups",
  type: "WorkingGroup",
  payload: z.object({ protection: protectionSchema, network: z.string().nullable() }),
  entity: WorkingGroupReplica,
  row: ({ id, payload: { protection, network } }) => ({ ...protection, id, networkId: network }),
});
