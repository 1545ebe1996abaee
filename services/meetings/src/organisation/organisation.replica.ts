import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** Which organisations there are, and who may see them. */
@Entity()
export class OrganisationReplica extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;
}

export const organisationReplica = replicaTable({
  source: "stakeholders",
  type: "Organisation",
  payload: z.object({ protection: protectionSchema }),
  entity: OrganisationReplica,
  row: ({ id, payload: { protection } }) => ({ ...protection, id }),
});
