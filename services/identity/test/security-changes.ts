import { jobSchemaOf } from "@convene/shared/database/provision";
import type { DataSource } from "typeorm";

/** The changes of which a mail waits to tell, of a service whose jobs nobody does. */
export async function changesToTell(db: DataSource, address: string): Promise<string[]> {
  const [{ schema }]: [{ schema: string }] = await db.query("SELECT current_schema() AS schema");
  const waiting = await db.query<{ change: string }[]>(
    `SELECT data->'data'->'data'->>'change' AS change FROM ${jobSchemaOf(schema)}.job
     WHERE data->'data'->>'kind' = 'security-notice' AND data->'data'->'to'->>'address' = $1
     ORDER BY created_on`,
    [address],
  );
  return waiting.map(({ change }) => change);
}
