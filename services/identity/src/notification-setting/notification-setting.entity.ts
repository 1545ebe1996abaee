import { Column, Entity, ManyToOne, PrimaryColumn } from "typeorm";
import { Account } from "../account/account.entity.ts";
import type { NotificationFrequency, NotificationKind } from "./notification-kind.enum.ts";

export type Frequencies = Partial<Record<NotificationKind, NotificationFrequency>>;

/** How one account wants to be written to; there is none until somebody chose. */
@Entity()
export class NotificationSetting {
  @PrimaryColumn("text")
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: "CASCADE" })
  account!: Account;

  /** IANA. */
  @Column("text")
  timeZone!: string;

  /** Only what was chosen: the rest is as usual. */
  @Column("jsonb")
  frequencies!: Frequencies;
}
