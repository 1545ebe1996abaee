import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { foldName, foldText } from "@convene/shared/table/text-folding";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";
import { TieKind } from "../tie/tie.enum.ts";
import { tieReplica } from "../tie/tie.replica.ts";

/** What was proven to work. By whom, the ties say. */
@Entity("practice_document")
@Index("ix_practice_document_objectives", { synchronize: false })
@Index("ix_practice_document_search_text", { synchronize: false })
export class PracticeDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  title!: string;

  /** The title with case and accents folded, by which lists are sorted. */
  @Column("text")
  sortName!: string;

  /** The title and the summary, folded. */
  @Column("text")
  searchText!: string;

  /** In which it is told; BCP 47. */
  @Column("text", { nullable: true })
  language!: string | null;

  @Column("integer", { array: true })
  objectives!: number[];

  @Column("text", { array: true })
  countries!: string[];

  @Column("text")
  state!: string;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  publishedAt!: Date | null;
}

const told = {
  source: "practices",
  type: "Practice",
  payload: z.object({
    protection: protectionSchema,
    title: z.string(),
    summary: z.string(),
    language: z.string().nullable(),
    objectives: z.array(z.number()),
    countries: z.array(z.string()),
    implementers: z.array(z.string()),
    partners: z.array(z.string()),
    state: z.string(),
    publishedAt: z.string().nullable(),
    startDate: z.string().nullable(),
  }),
};

export const practiceReplica = replicaTable({
  ...told,
  entity: PracticeDocument,
  row: ({ id, payload: { protection, summary, publishedAt, ...kept } }) => {
    const { title, language, objectives, countries, state } = kept;
    return {
      ...{ ...protection, id, title, language, countries, state },
      objectives: [...new Set(objectives)],
      sortName: foldName(title),
      searchText: foldText(`${title} \n ${summary}`),
      publishedAt: publishedAt === null ? null : new Date(publishedAt),
    };
  },
});

/** Who implemented a practice stays tied to it, also after its end. */
export const practicePartyReplica = tieReplica({
  ...told,
  kind: TieKind.PRACTICE,
  ties: ({ id, payload: { protection, implementers, partners, startDate } }) => {
    const party = (label: string, sign: string) => (organisation: string) => ({
      ...protection,
      id: `${id}${sign}${organisation}`,
      label,
      sourceId: organisation,
      targetId: id,
      holds: true,
      startDate,
      endDate: null,
    });
    return [
      ...[...new Set(implementers)].map(party("IMPLEMENTER", "+")),
      ...[...new Set(partners)].map(party("PARTNER", "-")),
    ];
  },
});
