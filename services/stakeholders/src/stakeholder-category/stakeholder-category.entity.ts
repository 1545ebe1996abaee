import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
@ObjectType({
  description:
    "A kind of stakeholder, by paragraph 44 of the Compact, and the actors whom it does not list (States, the United Nations, …). A closed vocabulary, open to everybody.",
})
@Directive('@key(fields: "id")')
export class StakeholderCategory {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A slug that never changes, such as `civil-society`." })
  id!: string;

  /** Where it stands in the list, from 1. */
  @Column("integer")
  position!: number;

  @Column("text")
  @Field(() => String, { description: "Its name; official where `isInParagraph44`." })
  label!: string;

  @Column("boolean")
  @Field(() => Boolean, { description: "Whether paragraph 44 lists it." })
  isInParagraph44!: boolean;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What it covers; in our words." })
  definition!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The nearest code of the IATI code list OrganisationType.",
  })
  iatiOrganisationType!: string | null;

  @Column("integer", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: "The nearest organization type of HumanitarianResponse.info.",
  })
  hrinfoOrganizationType!: number | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "The nearest type of schema.org." })
  schemaOrgType!: string | null;
}
