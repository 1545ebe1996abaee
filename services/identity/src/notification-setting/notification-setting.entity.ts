import { Check, Column, Entity, ManyToOne, PrimaryColumn } from "typeorm";
import { Account } from "../account/account.entity.ts";
import type { NotificationFrequency, NotificationKind } from "./notification-kind.enum.ts";

export type Frequencies = Partial<Record<NotificationKind, NotificationFrequency>>;

/** How one account wants to be written to; there is none until somebody chose. */
@Entity()
@Check("ck_notification_setting_quiet", "(quiet_from IS NULL) = (quiet_until IS NULL)")
export class NotificationSetting {
  @PrimaryColumn("text")
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: "CASCADE" })
  account!: Account;

  /** IANA. Null until one is chosen: the mornings of UTC count, and nobody knows their night. */
  @Column("text", { nullable: true })
  timeZone!: string | null;

  /** Whether nobody chose it for their mail: it is that of the hours at which they can meet. */
  @Column("boolean")
  isTimeZoneHeard!: boolean;

  /** On their clock, such as `21:00`. Null, as the end is then, of who wants mail at any hour. */
  @Column("text", { nullable: true })
  quietFrom!: string | null;

  @Column("text", { nullable: true })
  quietUntil!: string | null;

  /** Only what was chosen: the rest is as usual. */
  @Column("jsonb")
  frequencies!: Frequencies;
}
