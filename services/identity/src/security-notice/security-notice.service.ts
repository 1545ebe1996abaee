import type { Transaction } from "@convene/shared/database/transaction";
import { letterOf } from "@convene/shared/mail/mail-job";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { Account } from "../account/account.entity.ts";
import { languagesFor } from "../account/account-language.value.ts";
import { sendSecurityNotice } from "./security-notice.job.ts";
import { securityNoticeMail } from "./security-notice.mail.ts";
import type { SecurityChange } from "./security-notice.value.ts";

/** Whose account it is learns by mail how it can be entered, since it may not have been they. */
export class SecurityNotices {
  constructor(private readonly parts: Pick<ServiceParts, "transactions" | "site">) {}

  /** After a change that better-auth has written by itself. */
  tell(account: string, change: SecurityChange): Promise<void> {
    return this.parts.transactions.write((tx) => this.tellIn(tx, account, change));
  }

  /** In the transaction of the change. */
  async tellIn(tx: Transaction, id: string, change: SecurityChange): Promise<void> {
    const account = await tx.manager.findOneBy(Account, { id });
    if (!account) return;
    const { email: address, name } = account;
    const to = { address, name, languages: languagesFor(account) };
    const when = `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`;
    const url = `${this.parts.site.url()}/auth/account`;
    const letter = letterOf(securityNoticeMail, to, { name, change, when, url });
    await tx.enqueue(sendSecurityNotice, letter);
  }
}
