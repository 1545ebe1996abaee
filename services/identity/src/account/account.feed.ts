import type { Transaction } from "@convene/shared/database/transaction";
import { ArrayContains, type EntityManager, In } from "typeorm";
import { Account } from "./account.entity.ts";
import { PlatformRole } from "./account.enum.ts";

/** Tells whom the accounts are tied to, and which of them give roles; of their addresses nothing. */
export async function publishAccounts(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.publish({ type: "Account", ids, load: loadPayloads });
  await publishAdministrators(tx, ids);
}

/** Which of the accounts are those of administrators: the last of them is nowhere erased. */
export async function publishAdministrators(
  tx: Transaction,
  ids: readonly string[],
): Promise<void> {
  const known: { id: string }[] = await tx.manager.query(
    `SELECT id FROM user_account WHERE id = ANY($1::text[]) AND $2 = ANY(platform)
     UNION SELECT id FROM outbox WHERE type = 'Administrator' AND id = ANY($1::text[])`,
    [ids, PlatformRole.ADMIN],
  );
  await tx.publish({
    type: "Administrator",
    ids: known.map(({ id }) => id),
    load: loadAdministrators,
  });
}

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const accounts = await manager.findBy(Account, { id: In([...ids]) });
  return new Map(accounts.map(({ id, personId, name }) => [id, { person: personId, name }]));
}

async function loadAdministrators(manager: EntityManager, ids: readonly string[]) {
  const platform = ArrayContains([PlatformRole.ADMIN]);
  const accounts = await manager.findBy(Account, { id: In([...ids]), platform });
  return new Map(accounts.map(({ id, personId }) => [id, { person: personId }]));
}
