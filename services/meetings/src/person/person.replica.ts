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

  /** Whether they are written to though they have no account: where, is not known here. */
  @Column("boolean")
  isMailed!: boolean;
}

export const personReplica = replicaTable({
  source: "stakeholders",
  type: "Person",
  payload: z.object({
    protection: protectionSchema,
    // Of people who were told of before it was.
    isMailed: z.boolean().default(false),
  }),
  entity: PersonReplica,
  row: ({ id, payload: { protection, isMailed } }) => ({ ...protection, id, isMailed }),
});
