import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** What was proven to work, and by whom. */
@Entity("practice_document")
@Index("ix_practice_document_implementers", { synchronize: false })
@Index("ix_practice_document_partners", { synchronize: false })
export class PracticeDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  title!: string;

  @Column("integer", { array: true })
  objectives!: number[];

  @Column("text", { array: true })
  implementers!: string[];

  @Column("text", { array: true })
  partners!: string[];

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  publishedAt!: Date | null;

  @Column("date", { nullable: true })
  startDate!: string | null;

  @Column("date", { nullable: true })
  endDate!: string | null;
}

export const practiceReplica = replicaTable({
  source: "practices",
  type: "Practice",
  payload: z.object({
    protection: protectionSchema,
    title: z.string(),
    objectives: z.array(z.number()),
    implementers: z.array(z.string()),
    partners: z.array(z.string()),
    publishedAt: z.string().nullable(),
    startDate: z.string().nullable(),
    endDate: z.string().nullable(),
  }),
  entity: PracticeDocument,
  row: ({ id, payload: { protection, publishedAt, ...kept } }) => ({
    ...kept,
    ...protection,
    id,
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
  }),
});
