import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** Which organisations there are, who may see them, and for whom they may speak in a quorum. */
@Entity()
export class OrganisationReplica extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  name!: string;

  /** The id of a category of stakeholders. */
  @Column("text", { nullable: true })
  category!: string | null;

  /** ISO 3166-1 alpha-2. */
  @Column("text", { array: true })
  countries!: string[];
}

export const organisationReplica = replicaTable({
  source: "stakeholders",
  type: "Organisation",
  payload: z.object({
    protection: protectionSchema,
    name: z.string(),
    category: z.string().nullable(),
    countries: z.array(z.string()),
  }),
  entity: OrganisationReplica,
  row: ({ id, payload: { protection, ...facts } }) => ({ ...protection, ...facts, id }),
});
