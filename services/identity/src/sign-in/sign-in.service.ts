import { createHash } from "node:crypto";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import { type DataSource, In, LessThan, MoreThan } from "typeorm";
import { MAIL_COUNTS_FOR, mayMailAgain } from "./mail-limit.value.ts";
import { MailedLink } from "./mailed-link.entity.ts";
import { sendSignInLink } from "./sign-in.job.ts";

export interface LinkRequest {
  readonly email: string;
  /** The token of the link is made of it. */
  readonly nonce: string;
  /** What the browser says that its user reads, best first. */
  readonly languages: readonly string[];
  /** The id of an invitation to which it leads back. */
  readonly invitation: string | null;
}

const ONE_AFTER_THE_OTHER =
  "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/link/' || $1, 0))";

export class SignInService {
  constructor(private readonly transactions: Transactions) {}

  /** So many mails go to an address and no more, whoever asks; and nobody is told which. */
  request({ email, nonce, languages, invitation }: LinkRequest): Promise<void> {
    const address = email.toLowerCase();
    const link = { email: address, nonce, languages: [...languages], invitation };
    return this.transactions.write(async (tx) => {
      if (await countedIn(tx, address)) await tx.enqueue(sendSignInLink, link, { key: nonce });
    });
  }
}

/** Whether one more may go to the address: then it counts. Also where there is no such account. */
async function countedIn({ manager }: Transaction, address: string): Promise<boolean> {
  const now = new Date();
  const addressHash = hashOf(address);
  await manager.query(ONE_AFTER_THE_OTHER, [addressHash]);
  const mailedAt = MoreThan(new Date(now.getTime() - MAIL_COUNTS_FOR));
  const mailed = await manager.findBy(MailedLink, { addressHash, mailedAt });
  const moments = mailed.map((link) => link.mailedAt);
  if (!mayMailAgain(moments, now)) return false;
  await manager.insert(MailedLink, { id: newId("mlk"), addressHash, mailedAt: now });
  return true;
}

const hashOf = (address: string): string =>
  createHash("sha256").update(address).digest("base64url");

/** That links were mailed to these addresses is not known any more. */
export async function forgetLinksTo(
  { manager }: Pick<Transaction, "manager">,
  addresses: readonly string[],
): Promise<void> {
  await manager.delete(MailedLink, { addressHash: In(addresses.map((one) => hashOf(one))) });
}

/** Every day: those that count no more. */
export async function forgetMailedLinks({ manager }: DataSource, now = new Date()): Promise<void> {
  const mailedAt = LessThan(new Date(now.getTime() - MAIL_COUNTS_FOR));
  await manager.delete(MailedLink, { mailedAt });
}
