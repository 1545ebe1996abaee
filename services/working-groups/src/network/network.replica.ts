import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** What is kept of a network: that it exists, and who may see it. */
@Entity("network")
export class NetworkReplica extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;
}

export const networkReplica = replicaTable({
  source: "stakeholders",
  type: "Network",
  payload: z.object({ protection: protectionSchema }),
  entity: NetworkReplica,
  row: ({ id, payload: { protection } }) => ({ id, ...protection }),
});
