import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { foldText } from "@convene/shared/table/text-folding";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** What is searched of an organisation. */
@Entity("organisation_document")
@Index("ix_organisation_document_objectives", { synchronize: false })
@Index("ix_organisation_document_countries", { synchronize: false })
@Index("ix_organisation_document_sectors", { synchronize: false })
@Index("ix_organisation_document_identifiers", { synchronize: false })
@Index("ix_organisation_document_networks", { synchronize: false })
@Index("ix_organisation_document_search_text", { synchronize: false })
@Index(["sortName", "id"])
export class OrganisationDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  name!: string;

  /** The name with case and accents folded, by which lists are sorted. */
  @Column("text")
  sortName!: string;

  @Column("text", { nullable: true })
  acronym!: string | null;

  @Column("text", { nullable: true })
  category!: string | null;

  /** `scheme:value`, and the bare value, folded. */
  @Column("text", { array: true })
  identifiers!: string[];

  @Column("text", { array: true })
  countries!: string[];

  /** `GB-SCT` where the area has a code, else `GB Scotland`. */
  @Column("text", { array: true })
  areas!: string[];

  @Column("integer", { array: true })
  objectives!: number[];

  @Column("text", { array: true })
  sectors!: string[];

  @Column("text", { array: true })
  languages!: string[];

  @Column("date", { nullable: true })
  lastConfirmedOn!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  createdAt!: Date;

  /** All names, the acronym and the description, folded. */
  @Column("text")
  searchText!: string;
}

const payload = z.object({
  protection: protectionSchema,
  name: z.string(),
  names: z.array(z.object({ name: z.string() })),
  acronym: z.string().nullable(),
  category: z.string().nullable(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  countries: z.array(z.string()),
  areas: z.array(z.object({ country: z.string(), code: z.string().nullable(), name: z.string() })),
  objectives: z.array(z.number()),
  sectors: z.array(z.string()),
  languages: z.array(z.string()),
  description: z.string().nullable(),
  lastConfirmedOn: z.string().nullable(),
  createdAt: z.string(),
});

export const organisationReplica = replicaTable({
  source: "stakeholders",
  type: "Organisation",
  payload,
  entity: OrganisationDocument,
  row: ({ id, payload: { protection, names, identifiers, areas, description, ...kept } }) => ({
    ...kept,
    ...protection,
    id,
    createdAt: new Date(kept.createdAt),
    sortName: foldText(kept.name),
    identifiers: identifiers.flatMap(({ scheme, value }) => [
      foldText(`${scheme}:${value}`),
      foldText(value),
    ]),
    areas: areas.map(({ country, code, name }) => code ?? `${country} ${name}`),
    searchText: foldText(
      [kept.name, kept.acronym, ...names.map(({ name }) => name), description]
        .filter((part) => part !== null)
        .join(" \n "),
    ),
  }),
});
