import { Column, Entity, PrimaryColumn } from "typeorm";

/** An address whose owner has asked for no more invitations. */
@Entity()
export class StoppedAddress {
  /** A keyed hash of the address. */
  @PrimaryColumn("text")
  id!: string;

  @Column("timestamp with time zone", { precision: 3 })
  stoppedAt!: Date;
}
