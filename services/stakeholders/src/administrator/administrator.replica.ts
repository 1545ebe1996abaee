import { type Replica, type ReplicaRow, replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** An account that gives the roles of the platform, and whose it is. */
@Entity()
export class Administrator implements ReplicaRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  personId!: string;
}

const administratorSchema = z.object({ person: z.string().startsWith("per_") });

export const administratorReplica: Replica<z.infer<typeof administratorSchema>> = replicaTable({
  source: "identity",
  type: "Administrator",
  payload: administratorSchema,
  entity: Administrator,
  row: ({ id, payload: { person } }) => ({ id, personId: person }),
});
