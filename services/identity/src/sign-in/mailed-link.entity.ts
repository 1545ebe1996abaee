import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/**
 * That a link to sign in was asked for, and is mailed if there is such an account. Kept for a day,
 * so that an address is not mailed to without end; of the address, the hash.
 */
@Entity()
@Index(["addressHash"])
export class MailedLink {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  addressHash!: string;

  @Column("timestamp with time zone", { precision: 3 })
  mailedAt!: Date;
}
