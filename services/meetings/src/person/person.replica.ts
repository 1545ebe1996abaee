import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** Which people there are, and who may see them. */
@Entity()
export class PersonReplica extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;
}

export const personReplica = replicaTable({
  source: "stakeholders",
  type: "Person",
  payload: z.object({ protection: protectionSchema }),
  entity: PersonReplica,
  row: ({ id, payload: { protection } }) => ({ ...protection, id }),
});
