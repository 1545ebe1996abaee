import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { wholeWords } from "@convene/shared/personal-data/forget-mentions";
import { In } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { publishAccounts } from "../account/account.feed.ts";
import { holdAdministrators, requireAnother } from "../account/last-administrator.service.ts";
import { forgetLinksTo } from "../sign-in/sign-in.service.ts";
import { publishErasedInvitations, publishErasure } from "./erasure.feed.ts";

const ALONE = "You are the only administrator: make another one first";

export class ErasureService {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Ends an account and tells everybody to forget its person. At once here: name, address, sessions
   * and keys are gone when this returns. Whoever calls has made sure that it is they who ask.
   *
   * @throws CONFLICT where nobody would be left to give roles
   */
  erase(id: string): Promise<void> {
    return this.transactions.write(async (tx) => {
      await holdAdministrators(tx);
      const account = await tx.lock(Account, id);
      if (!account) return;
      await requireAnother(tx, account, ALONE);
      // Before what else is told of them: whoever hears that gives them nothing any more.
      await publishErasure(tx, account.personId);
      await forgetAccounts(tx, [account]);
    });
  }
}

/** With an account go, by its foreign keys, its sessions, keys and ways to sign in. */
export async function forgetAccounts(tx: Transaction, accounts: readonly Account[]): Promise<void> {
  const ids = accounts.map(({ id }) => id);
  const addresses = accounts.map(({ email }) => email);
  if (ids.length === 0) return;
  await forgetLinksTo(tx, addresses);
  await tx.manager.query("DELETE FROM verification WHERE identifier ~* $1 OR value ~* $1", [
    wholeWords([...ids, ...addresses]),
  ]);
  for (const { id, personId, email } of accounts) {
    await publishErasedInvitations(tx, { account: id, person: personId, address: email });
  }
  await tx.forgetJobs([...ids, ...addresses, ...accounts.map(({ personId }) => personId)]);
  await tx.manager.delete(Account, { id: In(ids) });
  await publishAccounts(tx, ids);
}
