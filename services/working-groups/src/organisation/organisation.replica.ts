import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** What is kept of an organisation: that it exists, and who may see it. */
@Entity("organisation")
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
  row: ({ id, payload: { protection } }) => ({ id, ...protection }),
});
