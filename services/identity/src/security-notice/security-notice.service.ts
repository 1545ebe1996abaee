import type { Transaction } from "@convene/shared/database/transaction";
import { letterOf } from "@convene/shared/mail/mail-job";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { Account } from "../account/account.entity.ts";
import { languagesFor } from "../account/account-language.value.ts";
import { SecurityChange } from "./security-change.entity.ts";
import { sendSecurityNotice } from "./security-notice.job.ts";
import { securityNoticeMail } from "./security-notice.mail.ts";

/** What was changed of an account, and when. */
export type Told = Pick<SecurityChange, "accountId" | "change" | "changedAt">;

/** Whose account it is learns by mail how it can be entered, since it may not have been they. */
export class SecurityNotices {
  constructor(private readonly parts: Pick<ServiceParts, "transactions" | "site">) {}

  /**
   * Tells all that better-auth has changed by itself and that nobody was told yet: right after each
   * change, and at every start and turn of the day for a process that ended in between.
   */
  tellAll(): Promise<void> {
    return this.parts.transactions.write(async (tx) => {
      const deleted = await tx.manager
        .createQueryBuilder()
        .delete()
        .from(SecurityChange)
        .returning("*")
        .execute();
      const changes = (deleted.raw as Raw[]).toSorted(
        (one, other) => Number(one.id) - Number(other.id),
      );
      for (const { account_id: accountId, change, changed_at: changedAt } of changes) {
        await this.tellIn(tx, { accountId, change, changedAt });
      }
    });
  }

  /** In the transaction of the change. */
  async tellIn(tx: Transaction, { accountId, change, changedAt }: Told): Promise<void> {
    const account = await tx.manager.findOneBy(Account, { id: accountId });
    if (!account) return;
    const { email: address, name } = account;
    const to = { address, name, languages: languagesFor(account) };
    const when = `${changedAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
    const url = `${this.parts.site.url()}/auth/account`;
    const letter = letterOf(securityNoticeMail, to, { name, change, when, url });
    await tx.enqueue(sendSecurityNotice, letter);
  }
}

/** As the table has it. */
interface Raw {
  readonly id: string;
  readonly account_id: string;
  readonly change: SecurityChange["change"];
  readonly changed_at: Date;
}
