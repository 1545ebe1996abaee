import type { Audience } from "@convene/shared/audience";
import { Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Person } from "./person.entity.ts";

/** That somebody is shown to others than before. Rows are added, and never changed. */
@Entity()
@Index(["personId"])
export class AudienceChange {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  personId!: string;

  @ManyToOne(() => Person, { onDelete: "CASCADE" })
  person!: Person;

  @Column("text")
  before!: Audience;

  @Column("text")
  after!: Audience;

  /** The viewer's id; null where it follows from what they have agreed to, by their account. */
  @Column("text", { nullable: true })
  changedBy!: string | null;

  @Column("timestamp with time zone", { precision: 3 })
  changedAt!: Date;
}
