import type { EntityManager } from "typeorm";
import type { Transaction, Transactions } from "../database/transaction.ts";
import { conflict } from "../errors.ts";
import { namesOf, survey } from "./survey.ts";
import type { Removable, Removal } from "./removable.ts";

export interface RemovalRequest {
  /** What is to go, and the mark that each had when this was decided. */
  readonly go: ReadonlyMap<string, string>;
  /** Of those that were put there with them, what stays. */
  readonly stay: readonly string[];
}

/** How many records went, by the title of their table. */
export type Removed = Readonly<Record<string, number>>;

const NOTHING_LEFT = () => Promise.resolve(new Map<string, object>());

/**
 * Takes records away with all their parts, in one transaction, and tells that they are gone. What is
 * gone already is no fault.
 *
 * @throws CONFLICT when somebody has edited one of them since, or refers to one, and nothing is done.
 */
export function removeRecords(
  transactions: Transactions,
  removal: Removal,
  { go, stay }: RemovalRequest,
): Promise<Removed> {
  const ids = [...go.keys()].sort();
  return transactions.write(async (tx) => {
    await lockAll(tx.manager, removal.tables, ids);
    const { found, references } = await survey(tx.manager, removal.tables, ids);
    if (found.some(({ id, mark }) => go.get(id) !== mark)) throw conflict("One was edited");
    if (references.some(({ from }) => !go.has(from))) throw conflict("Something refers to one");
    if (found.length === 0) return {};
    const removed: Record<string, number> = {};
    for (const table of removal.tables) {
      const count = await removeFrom(tx, table, ids);
      if (count > 0) removed[table.title] = count;
    }
    await removal.settle(tx, stay);
    return removed;
  });
}

/**
 * Parents first, as everybody locks. Whoever refers to one by a foreign key from now on waits, and
 * is then refused; who did so before is seen by the survey.
 */
async function lockAll(
  manager: EntityManager,
  tables: readonly Removable[],
  ids: readonly string[],
): Promise<void> {
  for (const { entity } of tables.toReversed()) {
    const { table } = namesOf(manager, entity);
    const sql = `SELECT id FROM "${table}" WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE`;
    await manager.query(sql, [ids]);
  }
}

async function removeFrom(
  tx: Transaction,
  { entity, feed }: Removable,
  ids: readonly string[],
): Promise<number> {
  const { table } = namesOf(tx.manager, entity);
  const gone = await tx.manager.query<{ id: string }[]>(
    `WITH gone AS (DELETE FROM "${table}" WHERE id = ANY($1::text[]) RETURNING id)
     SELECT id FROM gone`,
    [ids],
  );
  if (feed !== null) {
    await tx.publish({ type: feed, ids: gone.map(({ id }) => id), load: NOTHING_LEFT });
  }
  return gone.length;
}
