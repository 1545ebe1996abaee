import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { foldName, foldText } from "@convene/shared/table/text-folding";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";

@Entity("working_group_document")
@Index("ix_working_group_document_search_text", { synchronize: false })
export class WorkingGroupDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  name!: string;

  /** Its short name, folded. */
  @Column("text")
  code!: string;

  /** The name with case and accents folded, by which lists are sorted. */
  @Column("text")
  sortName!: string;

  /** Name, code, description and workplan, folded. */
  @Column("text")
  searchText!: string;

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

  /** All versions of its charter, the first one first; none of a group that has adopted none. */
  @Column("jsonb")
  charters!: ToldCharter[];
}

const needSchema = z.object({
  label: z.string(),
  categories: z.array(z.string()),
  countries: z.array(z.string()),
  atLeast: z.number(),
});

/** Categories of which any will do, countries of which any will do; empty for all. */
export type CharterNeed = z.infer<typeof needSchema>;

const charterSchema = z.object({ since: z.string(), needs: z.array(needSchema) });

/** Whom one version of a charter asks for, from an instant on. */
export type ToldCharter = z.infer<typeof charterSchema>;

export const workingGroupReplica = replicaTable({
  source: "working-groups",
  type: "WorkingGroup",
  payload: z.object({
    protection: protectionSchema,
    name: z.string(),
    code: z.string(),
    description: z.string().nullable(),
    workplan: z.string().nullable(),
    objectives: z.array(z.number()),
    state: z.string(),
    network: z.string().nullable(),
    // Of groups that were told of before charters had needs.
    needs: z.array(needSchema).default([]),
    charters: z.array(charterSchema).default([]),
    createdAt: z.string().nullable().default(null),
    concludedAt: z.string().nullable().default(null),
  }),
  entity: WorkingGroupDocument,
  row: ({ id, payload: { protection, network, description, workplan, ...kept } }) => ({
    ...kept,
    ...protection,
    id,
    code: foldName(kept.code),
    sortName: foldName(kept.name),
    searchText: foldText(
      [kept.name, kept.code, description, workplan].filter((text) => text !== null).join(" \n "),
    ),
    networkId: network,
    createdAt: momentOf(kept.createdAt),
    concludedAt: momentOf(kept.concludedAt),
  }),
});

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
