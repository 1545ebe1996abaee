import { Audience } from "@convene/shared/audience";
import { GraphNode } from "@convene/shared/node";
import {
  CountryCodeScalar,
  DateScalar,
  DateTimeScalar,
  LanguageTagScalar,
} from "@convene/shared/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import type { FieldAudiences } from "./organisation-field.enum.ts";
import { OrganisationOtherName } from "./organisation-other-name.entity.ts";
import { OrganisationProvenance } from "./organisation-provenance.entity.ts";
import { StakeholderCategory } from "../stakeholder-category/stakeholder-category.entity.ts";

@ObjectType({ description: "What an organisation is called in one language." })
export class OrganisationName {
  @Field(() => LanguageTagScalar, { description: "The language." })
  language!: string;

  @Field(() => String, { description: "The name in it." })
  name!: string;
}

@ObjectType({ description: "A first-level area of a country (a province, a region, a state)." })
export class OrganisationArea {
  @Field(() => CountryCodeScalar, { description: "In which country." })
  country!: string;

  @Field(() => String, {
    nullable: true,
    description: "Its code, where the source gives one: ISO 3166-2, or a P-code of OCHA.",
  })
  code!: string | null;

  @Field(() => String, { description: "Its name, as the source writes it." })
  name!: string;
}

/**
 * A body that takes part in carrying out or reviewing the Compact. Its owners and editors always
 * see it; `networks` is kept in step with its memberships of today.
 */
@Entity()
@Check(
  "ck_organisation_audience",
  `audience IN ('PUBLIC', 'NETWORK', 'ORGANISATION', 'NOBODY', 'TAKEN_DOWN')`,
)
@Check("ck_organisation_name_key", `name_key <> ''`)
@Index(["nameKey", "id"])
@Index(["categoryId"])
@Index(["mergedIntoId"])
@Index("ix_organisation_acronym", { synchronize: false })
@Index("ix_organisation_other_name_keys", { synchronize: false })
@Index("ix_organisation_name_key_likeness", { synchronize: false })
@Index("ix_organisation_website_host", { synchronize: false })
@Index("ix_organisation_countries", { synchronize: false })
@Index("ix_organisation_objectives", { synchronize: false })
@Index("ix_organisation_sectors", { synchronize: false })
@ObjectType({
  implements: GraphNode,
  description:
    "A body that takes part in carrying out or reviewing the Compact. Who may see it, its `audience` says; its owners and editors always do.",
})
@Directive('@key(fields: "id")')
export class Organisation implements GraphNode {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `org`." })
  id!: string;

  @Column("text")
  @Field(() => String, { description: "The name by which it is listed." })
  name!: string;

  /** The name as `normaliseName` writes it: lists are sorted and imports matched by it. */
  @Column("text")
  nameKey!: string;

  @Column("jsonb")
  @Field(() => [OrganisationName], { description: "Its names by language, each language once." })
  names!: OrganisationName[];

  @Column("jsonb")
  @Field(() => [OrganisationOtherName], {
    description:
      "What it is called as well, or was called before; also what those were called that were merged into it.",
  })
  otherNames!: OrganisationOtherName[];

  /** As `normaliseName` writes them: imports find it by these too. */
  @Column("text", { array: true })
  otherNameKeys!: string[];

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Its acronym, where it has one." })
  acronym!: string | null;

  @Column("text", { nullable: true })
  categoryId!: string | null;

  @ManyToOne(() => StakeholderCategory)
  category!: StakeholderCategory | null;

  @Column("text", { array: true })
  @Field(() => [CountryCodeScalar], { description: "Where it works." })
  countries!: string[];

  @Column("jsonb")
  @Field(() => [OrganisationArea], { description: "The first-level areas where it works." })
  areas!: OrganisationArea[];

  @Column("integer", { array: true })
  objectiveNumbers!: number[];

  @Column("text", { array: true })
  @Field(() => [String], {
    description:
      "Its fields of work: ids of `sectors` where it keeps its own record, else as its source writes them.",
  })
  sectors!: string[];

  @Column("text", { array: true })
  @Field(() => [LanguageTagScalar], { description: "The languages in which it works." })
  languages!: string[];

  @Column("text", { array: true })
  @Field(() => [String], {
    description: "What it looks for from others, in its own words, such as `interpreters`.",
  })
  needs!: string[];

  @Column("text", { array: true })
  @Field(() => [String], {
    description: "What it has to give to others, in its own words. What others need is found here.",
  })
  offers!: string[];

  @Column("boolean")
  @Field(() => Boolean, {
    description:
      "Whether `findPartners` may tell others of it: as a suggestion, in a reason or on the way to somebody. It is found and seen as ever.",
  })
  isOpenToPartners!: boolean;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "An http or https address." })
  website!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What it does. Plain text." })
  description!: string | null;

  @Column("jsonb")
  @Field(() => [OrganisationProvenance], {
    description:
      "Where its record comes from: each source that gave something, also to those that were merged into it. Empty where nobody noted it.",
  })
  provenance!: OrganisationProvenance[];

  @Column("date", { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "When somebody of it last said that this record is right; null for never.",
  })
  lastConfirmedOn!: string | null;

  @Column("text")
  @Field(() => Audience, {
    description: "Who may see it. Its networks are those of which it is a member today.",
  })
  audience!: Audience;

  /** Who may see a field, where these are fewer than see the record; `PUBLIC` is never written. */
  @Column("jsonb")
  fieldAudiences!: FieldAudiences;

  /** The networks of which it is a member today, in whatever role. */
  @Column("text", { array: true })
  networks!: string[];

  /** The network whose invitation entered it: only that one's secretariat may give it an owner. */
  @Column("text", { nullable: true })
  enteredById!: string | null;

  /** The record that turned out to be of the same body: this one is hidden, and its id leads there. */
  @Column("text", { nullable: true })
  mergedIntoId!: string | null;

  @ManyToOne(() => Organisation)
  mergedInto!: Organisation | null;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was entered here." })
  createdAt!: Date;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When its record last changed." })
  updatedAt!: Date;
}
