import { Audience } from "@convene/shared/audience";
import { Personal } from "@convene/shared/audit/personal";
import { GraphNode } from "@convene/shared/node";
import { ProtectedRow } from "@convene/shared/protection";
import { DateTimeScalar } from "@convene/shared/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Organisation } from "../organisation/organisation.entity.ts";

/** Whose a record is that not everybody sees. */
export const unlessPublic = ({ id, audience }: Pick<Person, "id" | "audience">): string | null =>
  audience === Audience.PUBLIC ? null : id;

const unlessAllPublic = (person: Pick<Person, "id" | "audience" | "aboutAudience">) =>
  person.aboutAudience === null ? unlessPublic(person) : person.id;

/**
 * Somebody who takes part, for organisations or on their own. The protection is kept in step:
 * `organisations` are those in which they hold a role today, and the one that keeps their record;
 * `networks` those in which these, or they themselves, are members today.
 */
@Entity()
@Check(
  "ck_person_audience",
  `audience IN ('PUBLIC', 'NETWORK', 'ORGANISATION', 'NOBODY', 'TAKEN_DOWN')`,
)
@Check("ck_person_about_audience", `about_audience IN ('NETWORK', 'ORGANISATION', 'NOBODY')`)
@Index(["nameKey", "id"])
@Index(["keeperId"])
@ObjectType({
  implements: GraphNode,
  description:
    "Somebody who takes part, for organisations or on their own. At first only their networks see them; they always see themselves.",
})
@Directive('@key(fields: "id")')
export class Person extends ProtectedRow implements GraphNode {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `per`." })
  id!: string;

  @Column("text")
  @Field(() => String, { description: "The name that they go by." })
  @Personal(unlessPublic)
  name!: string;

  /** The name folded, by which lists are sorted. */
  @Column("text")
  nameKey!: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What they say of themselves. Plain text." })
  @Personal(unlessAllPublic)
  about!: string | null;

  @Column("text")
  @Field(() => Audience, { description: "Who may see them." })
  override audience!: Audience;

  /** Who may see what they say of themselves, where these are fewer than see them. */
  @Column("text", { nullable: true })
  aboutAudience!: Audience | null;

  /** The organisations in which they hold a role today. */
  @Column("text", { array: true })
  roleOrganisations!: string[];

  /** The organisation that entered them: its owners and editors may correct the record. */
  @Column("text", { nullable: true })
  keeperId!: string | null;

  @ManyToOne(() => Organisation, { onDelete: "SET NULL" })
  keeper!: Organisation | null;

  /** What they have last said of being seen by everybody that is followed here. */
  @Column("bigint", { nullable: true })
  listingVersion!: string | null;

  /** Where they read mail, of whoever has no account. In lower case; no query answers it. */
  @Column("text", { nullable: true })
  mailAddress!: string | null;

  /** BCP 47. */
  @Column("text", { nullable: true })
  mailLanguage!: string | null;

  /** IANA: by its clock they are not written to at night. */
  @Column("text", { nullable: true })
  mailTimeZone!: string | null;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When they were entered here." })
  createdAt!: Date;
}
