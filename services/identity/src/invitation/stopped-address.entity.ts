import { Column, Entity, PrimaryColumn } from "typeorm";

/** An address whose owner wants no more mail that others have caused, such as invitations. */
@Entity()
export class StoppedAddress {
  /** A keyed hash of the address. */
  @PrimaryColumn("text")
  id!: string;

  @Column("timestamp with time zone", { precision: 3 })
  stoppedAt!: Date;
}
