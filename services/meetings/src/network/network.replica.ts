import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** Which networks there are, and who may see them. */
@Entity()
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
  row: ({ id, payload: { protection } }) => ({ ...protection, id }),
});
