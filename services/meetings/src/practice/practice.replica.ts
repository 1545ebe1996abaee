import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** Which practices there are, and who may see them. */
@Entity()
export class PracticeReplica extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;
}

export const practiceReplica = replicaTable({
  source: "practices",
  type: "Practice",
  payload: z.object({ protection: protectionSchema }),
  entity: PracticeReplica,
  row: ({ id, payload: { protection } }) => ({ ...protection, id }),
});
