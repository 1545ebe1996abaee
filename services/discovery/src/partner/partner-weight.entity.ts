import { Column, Entity, PrimaryColumn } from "typeorm";

/** How much a kind of evidence counts in this network, as its own ties have taught. */
@Entity("partner_weight")
export class PartnerWeight {
  @PrimaryColumn("text")
  kind!: string;

  @Column("double precision")
  weight!: number;

  /** Once a day is enough. */
  @Column("date")
  learnedOn!: string;
}
