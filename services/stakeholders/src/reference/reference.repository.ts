import { readFileSync } from "node:fs";
import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { z } from "zod";
import { ReferenceStatus } from "./reference-status.enum.ts";

/** One table of reference data and the file that it is loaded from. */
export interface ReferenceTable<T extends ObjectLiteral = ObjectLiteral> {
  readonly entity: EntityTarget<T>;
  readonly rows: () => readonly T[];
}

/** As the files write it. */
export const referenceStatus = z
  .enum(["found", "general", "inferred", "editorial", "proposal"])
  .transform((word) => ReferenceStatus[word.toUpperCase() as keyof typeof ReferenceStatus]);

/** The items of `reference/<name>.json`, each read by the schema. */
export function referenceItems<T>(name: string, item: z.ZodType<T>): T[] {
  const file = new URL(`../../reference/${name}.json`, import.meta.url);
  return z.object({ items: z.array(item) }).parse(JSON.parse(readFileSync(file, "utf8"))).items;
}

/**
 * Brings a table in line with its file: adds what is new, changes what differs, touches nothing
 * else. An item that is taken out of the file stays, because records may point to it. One
 * statement.
 */
export async function loadReferenceTable<T extends ObjectLiteral>(
  manager: EntityManager,
  { entity, rows }: ReferenceTable<T>,
): Promise<void> {
  const { tableName, columns, primaryColumns } = manager.dataSource.getMetadata(entity);
  const stored = rows().map((row) =>
    Object.fromEntries(
      columns.map((column) => [column.databaseName, column.getEntityValue(row) as unknown]),
    ),
  );
  const all = columns.map(({ databaseName }) => `"${databaseName}"`);
  const keys = primaryColumns.map(({ databaseName }) => `"${databaseName}"`);
  const others = all.filter((name) => !keys.includes(name));
  const statement = `INSERT INTO "${tableName}" AS kept (${all.join(", ")})
     SELECT ${all.join(", ")} FROM jsonb_populate_recordset(null::"${tableName}", $1::jsonb)
     ON CONFLICT (${keys.join(", ")}) DO UPDATE
     SET ${others.map((name) => `${name} = excluded.${name}`).join(", ")}
     WHERE (${others.map((name) => `kept.${name}`).join(", ")})
       IS DISTINCT FROM (${others.map((name) => `excluded.${name}`).join(", ")})`;
  await manager.query(statement, [JSON.stringify(stored)]);
}
