import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { Account } from "./account.entity.ts";

/** Tells whom the accounts are tied to; of their addresses and roles nothing. */
export const publishAccounts = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "Account", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const accounts = await manager.findBy(Account, { id: In([...ids]) });
  return new Map(accounts.map(({ id, personId, name }) => [id, { person: personId, name }]));
}
