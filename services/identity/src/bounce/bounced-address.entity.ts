import { Column, Entity, PrimaryColumn } from "typeorm";

/** An address that takes no mail: nothing is sent there but what somebody asks for. */
@Entity()
export class BouncedAddress {
  /** A keyed hash of the address. */
  @PrimaryColumn("text")
  id!: string;

  /** Why, as its server said: an enhanced status code (RFC 3463), such as `5.1.1`. */
  @Column("text")
  status!: string;

  /** The first time. */
  @Column("timestamp with time zone", { precision: 3 })
  bouncedAt!: Date;
}
