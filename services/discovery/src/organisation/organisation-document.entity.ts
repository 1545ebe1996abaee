import { ProtectedRow } from "@convene/shared/protection";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import type { KeptProfile } from "./organisation-profile.value.ts";

/** What is searched of an organisation. */
@Entity("organisation_document")
@Index("ix_organisation_document_objectives", { synchronize: false })
@Index("ix_organisation_document_countries", { synchronize: false })
@Index("ix_organisation_document_sectors", { synchronize: false })
@Index("ix_organisation_document_identifiers", { synchronize: false })
@Index("ix_organisation_document_areas", { synchronize: false })
@Index("ix_organisation_document_languages", { synchronize: false })
@Index(["audience"])
@Index(["category"])
@Index("ix_organisation_document_needs", { synchronize: false })
@Index("ix_organisation_document_offers", { synchronize: false })
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

  /** All names in all languages, folded, the first that by which lists are sorted. */
  @Column("text", { array: true })
  names!: string[];

  /** What it is called as well, or was called before, folded. */
  @Column("text", { array: true })
  otherNames!: string[];

  /** Folded. */
  @Column("text", { nullable: true })
  acronym!: string | null;

  @Column("text", { nullable: true })
  category!: string | null;

  /** `scheme:value`, `scheme-value` and the bare value, folded: text that is one finds the organisation. */
  @Column("text", { array: true })
  identifiers!: string[];

  @Column("text", { array: true })
  countries!: string[];

  /** `GB-SCT` where the area has a code, else `GB Scotland`. Each once. */
  @Column("text", { array: true })
  areas!: string[];

  /** What people call the areas, in the same order. */
  @Column("text", { array: true })
  areaNames!: string[];

  @Column("integer", { array: true })
  objectives!: number[];

  @Column("text", { array: true })
  sectors!: string[];

  @Column("text", { array: true })
  languages!: string[];

  @Column("text", { array: true })
  needs!: string[];

  @Column("text", { array: true })
  offers!: string[];

  /** Whether others are told of it where they look for partners. */
  @Column("boolean")
  isOpenToPartners!: boolean;

  @Column("date", { nullable: true })
  lastConfirmedOn!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  createdAt!: Date;

  /** What it was, the first one first; empty where that never changed. */
  @Column("jsonb")
  profiles!: KeptProfile[];

  /** All names, the acronym and the description, folded. */
  @Column("text")
  searchText!: string;
}
