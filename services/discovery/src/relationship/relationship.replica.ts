import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** A tie between two organisations, named by its type from the source's side. */
@Entity("relationship_replica")
@Index(["sourceId"])
@Index(["targetId"])
export class RelationshipReplica extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  type!: string;

  @Column("text")
  sourceId!: string;

  @Column("text")
  targetId!: string;

  @Column("text")
  status!: string;

  @Column("date", { nullable: true })
  startDate!: string | null;

  @Column("date", { nullable: true })
  endDate!: string | null;
}

export const relationshipReplica = replicaTable({
  source: "stakeholders",
  type: "Relationship",
  payload: z.object({
    protection: protectionSchema,
    type: z.string(),
    source: z.string(),
    target: z.string(),
    status: z.string(),
    startDate: z.string().nullable(),
    endDate: z.string().nullable(),
  }),
  entity: RelationshipReplica,
  row: ({ id, payload: { protection, source, target, ...kept } }) => ({
    ...kept,
    ...protection,
    id,
    sourceId: source,
    targetId: target,
  }),
});
