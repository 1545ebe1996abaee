import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { Organisation, type OrganisationArea } from "./organisation.entity.ts";

/** What an organisation was, did, sought and gave, and where, from a day on until the next of its profiles. */
@Entity()
export class OrganisationProfile {
  @PrimaryColumn("text")
  organisationId!: string;

  @ManyToOne(() => Organisation, { onDelete: "CASCADE" })
  @JoinColumn({ name: "organisation_id" })
  organisation!: Organisation;

  /** In UTC. Of one day the last counts. */
  @PrimaryColumn("date")
  since!: string;

  @Column("text", { nullable: true })
  categoryId!: string | null;

  @Column("text", { array: true })
  countries!: string[];

  @Column("integer", { array: true })
  objectiveNumbers!: number[];

  @Column("jsonb")
  areas!: OrganisationArea[];

  @Column("text", { array: true })
  sectors!: string[];

  @Column("text", { array: true })
  languages!: string[];

  @Column("text", { array: true })
  needs!: string[];

  @Column("text", { array: true })
  offers!: string[];
}
