import type { PoolClient } from "pg";
import { type Catalogue, nameOf } from "./catalogue.ts";

interface ForeignKey {
  readonly schema: string;
  readonly name: string;
  readonly constraint: string;
  /** What stands behind ADD CONSTRAINT. */
  readonly definition: string;
}

/** Those of a partition come and go with its table's own. */
const FOREIGN_KEYS = `SELECT n.nspname AS schema, c.relname AS name, k.conname AS constraint,
    pg_get_constraintdef(k.oid) AS definition
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE k.contype = 'f' AND k.conparentid = 0 AND n.nspname = ANY($1::text[])`;

/**
 * Loads tables in any order, also those that point at each other: their foreign keys are away
 * meanwhile, and prove all that was loaded when they come back.
 */
export async function withoutForeignKeys(
  client: PoolClient,
  { schemas }: Catalogue,
  work: () => Promise<void>,
): Promise<void> {
  const names = schemas.map(({ name }) => name);
  const { rows: keys } = await client.query<ForeignKey>(FOREIGN_KEYS, [names]);
  for (const key of keys) await client.query(alter(client, key, "DROP"));
  await work();
  for (const key of keys) await client.query(`${alter(client, key, "ADD")} ${key.definition}`);
}

const alter = (client: PoolClient, key: ForeignKey, verb: "ADD" | "DROP"): string =>
  `ALTER TABLE ${nameOf(client, key)} ${verb} CONSTRAINT ${client.escapeIdentifier(key.constraint)}`;
