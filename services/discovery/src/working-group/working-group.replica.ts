import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

@Entity("working_group_document")
export class WorkingGroupDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  name!: string;

  @Column("integer", { array: true })
  objectives!: number[];

  @Column("text")
  state!: string;

  @Column({ type: "text", nullable: true })
  networkId!: string | null;

  /** When it was entered, and concluded; null where that was never told, or it is not. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  createdAt!: Date | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  concludedAt!: Date | null;

  /** Whom its charter asks for. */
  @Column("jsonb")
  needs!: CharterNeed[];
}

const needSchema = z.object({
  label: z.string(),
  categories: z.array(z.string()),
  countries: z.array(z.string()),
  atLeast: z.number(),
});

/** Categories of which any will do, countries of which any will do; empty for all. */
export type CharterNeed = z.infer<typeof needSchema>;

export const workingGroupReplica = replicaTable({
  source: "working-groups",
  type: "WorkingGroup",
  payload: z.object({
    protection: protectionSchema,
    name: z.string(),
    objectives: z.array(z.number()),
    state: z.string(),
    network: z.string().nullable(),
    // Of groups that were told of before charters had needs.
    needs: z.array(needSchema).default([]),
    createdAt: z.string().nullable().default(null),
    concludedAt: z.string().nullable().default(null),
  }),
  entity: WorkingGroupDocument,
  row: ({ id, payload: { protection, network, createdAt, concludedAt, ...kept } }) => ({
    ...kept,
    ...protection,
    id,
    networkId: network,
    createdAt: createdAt === null ? null : new Date(createdAt),
    concludedAt: concludedAt === null ? null : new Date(concludedAt),
  }),
});
