import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Organisation } from "../organisation/organisation.entity.ts";
import { Person } from "../person/person.entity.ts";
import type { RoleAccess } from "./role.enum.ts";

/** What a person is in an organisation, from when to when. It outlives the person's record. */
@Entity()
@Check("ck_role_access", `access IN ('OWNER', 'EDITOR', 'DELEGATE')`)
@Check("ck_role_dates", "end_date >= start_date")
@Index("ix_role_organisation_order", { synchronize: false })
@Index("ix_role_person_order", { synchronize: false })
@ObjectType({
  description:
    "What somebody is in an organisation, from when to when. Seen by all who see the organisation; the person in it only by those who see the person.",
})
export class Role {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `rol`." })
  id!: string;

  @Column("text")
  organisationId!: string;

  @ManyToOne(() => Organisation)
  organisation!: Organisation;

  @Column("text", { nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person, { onDelete: "SET NULL" })
  person!: Person | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What it is called there, such as `Programme officer`.",
  })
  title!: string | null;

  /** Shown to the organisation's own people only. */
  @Column("text", { nullable: true })
  access!: RoleAccess | null;

  @Column("date")
  @Field(() => DateScalar, { description: "From when on." })
  startDate!: string;

  @Column("date", { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it is no longer held; null while no end is known.",
  })
  endDate!: string | null;
}
