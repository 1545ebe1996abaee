import { Column, Entity, ManyToOne, PrimaryColumn } from "typeorm";
import { Account } from "../account/account.entity.ts";

/** That a code of an app was used: whoever saw it typed in cannot use it again (RFC 6238, 5.2). */
@Entity()
export class UsedCode {
  @PrimaryColumn("text")
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: "CASCADE" })
  account!: Account;

  /** A keyed hash: there are only a million codes. */
  @PrimaryColumn("text")
  codeHash!: string;

  /** From then on no app shows it as the code of that time. */
  @Column("timestamp with time zone", { precision: 3 })
  endsAt!: Date;
}
