import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

@Entity("network_document")
export class NetworkDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  name!: string;

  /** For how much of the world it is. */
  @Column("text")
  kind!: string;

  @Column("text", { array: true })
  countries!: string[];
}

export const networkReplica = replicaTable({
  source: "stakeholders",
  type: "Network",
  payload: z.object({
    protection: protectionSchema,
    name: z.string(),
    kind: z.string(),
    countries: z.array(z.string()),
  }),
  entity: NetworkDocument,
  row: ({ id, payload: { protection, ...kept } }) => ({ ...kept, ...protection, id }),
});
