import type { EntityManager } from "typeorm";
import type { KeyRange } from "../database/idempotency.ts";
import { type Removable, writtenParts } from "./removable.ts";
import { namesOf } from "./survey.ts";

export interface MadeByKeys {
  /** Under which they were made. */
  readonly keys: KeyRange;
  readonly ids: readonly string[];
}

/**
 * Which of the records, or of their parts, were last written by a transaction that used none of the
 * keys: somebody has changed them, or the product brought them in step. PostgreSQL keeps with each
 * row which transaction wrote it (`xmin`), and a key is written by the one that uses it. A restore
 * writes all rows in one transaction; then nothing can be known, and all of them are told.
 */
export async function writtenSince(
  manager: EntityManager,
  tables: readonly Removable[],
  { keys: { viewer, prefix }, ids }: MadeByKeys,
): Promise<ReadonlySet<string>> {
  const own: { txid: string }[] = await manager.query(
    `SELECT xmin::text AS txid FROM idempotency_key
     WHERE viewer_id = $1 AND starts_with(key, $2) GROUP BY xmin::text HAVING count(*) = 1`,
    [viewer.id, prefix],
  );
  const txids = own.map(({ txid }) => txid);
  const written = new Set<string>();
  for (const table of tables) {
    const sql = writtenSql(manager, table);
    const rows: { id: string }[] = await manager.query(sql, [ids, txids]);
    for (const { id } of rows) written.add(id);
  }
  return written;
}

function writtenSql(manager: EntityManager, removable: Removable): string {
  const all = [{ entity: removable.entity, owner: "id" }, ...writtenParts(removable)];
  return all
    .map((one) => {
      const { table, column } = namesOf(manager, one.entity);
      const owner = column(one.owner);
      return `SELECT "${owner}" AS id FROM "${table}"
        WHERE "${owner}" = ANY($1::text[]) AND xmin::text <> ALL($2::text[])`;
    })
    .join(" UNION ");
}
