import { Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Account } from "../account/account.entity.ts";
import type { SecurityChange as Change } from "./security-notice.value.ts";

/**
 * That a way to sign in was set or taken away, of which the owner is still to be told. Triggers
 * write it down in the very transaction of better-auth that changes that, so that none is lost.
 */
@Entity()
@Index(["accountId"])
export class SecurityChange {
  /** In the order in which they were made. */
  @PrimaryColumn("bigint", { generated: "identity" })
  id!: string;

  @Column("text")
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: "CASCADE" })
  account!: Account;

  @Column("text")
  change!: Change;

  @Column("timestamp with time zone", { precision: 3 })
  changedAt!: Date;
}
