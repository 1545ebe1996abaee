import { Field, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Organisation } from "./organisation.entity.ts";

/** By what an organisation is known elsewhere. One identifier names one organisation. */
@Entity()
@Check("ck_organisation_identifier_scheme", "scheme = lower(scheme)")
@Index("uq_organisation_identifier_value", { synchronize: false })
@Index("ix_organisation_identifier_lower_value", { synchronize: false })
@Index(["organisationId"])
@ObjectType({
  description: "By what an organisation is known elsewhere. One identifier names one organisation.",
})
export class OrganisationIdentifier {
  @PrimaryColumn("text")
  @Field(() => String, {
    description: "Who gives the identifier, in lower case, such as `gb-chc`, `ror` or `ocha-3w`.",
  })
  scheme!: string;

  @PrimaryColumn("text")
  @Field(() => String, { description: "The identifier; upper and lower case are the same." })
  value!: string;

  @Column("text")
  organisationId!: string;

  @ManyToOne(() => Organisation, { onDelete: "CASCADE" })
  organisation!: Organisation;
}
