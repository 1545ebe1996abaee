import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import type { PracticeOrganisationRole } from "./practice-organisation-role.enum.ts";
import { Practice } from "./practice.entity.ts";

/** An organisation that carries a practice out, or supports it. It has one role in a practice. */
@Entity()
@Check("ck_practice_organisation_role", "role IN ('IMPLEMENTER', 'PARTNER')")
@Index(["organisationId", "practiceId"])
export class PracticeOrganisation {
  @PrimaryColumn("text")
  practiceId!: string;

  @PrimaryColumn("text")
  organisationId!: string;

  @Column("text")
  role!: PracticeOrganisationRole;

  /** Where it stands among those of its role, from 1; the first implementer leads. */
  @Column("integer")
  position!: number;

  @ManyToOne(() => Practice, { onDelete: "CASCADE" })
  practice!: Practice;
}
