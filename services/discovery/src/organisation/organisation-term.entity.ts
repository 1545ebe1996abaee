import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** The facets by which organisations are likened to each other. */
export const TERM_FACETS = ["objectives", "sectors", "areas", "languages"] as const;

export type TermFacet = (typeof TERM_FACETS)[number];

/** One value of one facet of an organisation, turned round: who holds this value? */
@Entity("organisation_term")
@Index("ix_organisation_term_value", ["facet", "value", "isPublic", "organisationId"])
export class OrganisationTerm {
  @PrimaryColumn("text")
  organisationId!: string;

  @PrimaryColumn("text")
  facet!: TermFacet;

  @PrimaryColumn("text")
  value!: string;

  /** Whether everybody may see the organisation. */
  @Column("boolean")
  isPublic!: boolean;
}
