import { FOUNDATION } from "@convene/shared/personal-data/personal-table";
import type { Client } from "pg";
import { definitions, serviceNames } from "../src/runtime/services.ts";

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}

/** Names that a column with somebody in it has, also while it is empty. */
const TELLING =
  "person|delegate|alternate|account|viewer|user_|email|address|accepted_by|created_by";
const SOMEBODY = "(per|acc)_[0-9a-hjkmnp-tv-z]{26}|[a-z0-9.+-]+@[a-z0-9.-]+[.](example|org)";

/** Every column in which somebody stands, and whose table's `personalData` does not say so. */
export async function undeclaredColumns(database: Client): Promise<string[]> {
  const { rows: columns } = await database.query<Column>(
    `SELECT table_schema AS schema, table_name AS table, column_name AS column
     FROM information_schema.columns JOIN pg_tables ON schemaname = table_schema
       AND tablename = table_name WHERE table_schema = ANY($1)
       AND data_type IN ('text', 'ARRAY', 'jsonb', 'character varying')`,
    [serviceNames.map((name) => name.replaceAll("-", "_"))],
  );
  const undeclared: string[] = [];
  const isTelling = new RegExp(`(^|_)(${TELLING})`);
  for (const { schema, table, column } of columns) {
    const known = declared(schema, table);
    if (known?.has(column)) continue;
    const sql = `SELECT 1 FROM ${schema}."${table}" WHERE "${column}"::text ~ $1 LIMIT 1`;
    const isNamed = known === null && isTelling.test(column);
    const holds = isNamed || (await database.query(sql, [SOMEBODY])).rowCount === 1;
    if (holds) undeclared.push(`${schema}.${table}.${column}`);
  }
  return undeclared;
}

/** The columns that are; null where nothing is said of the table. */
function declared(schema: string, table: string): ReadonlySet<string> | null {
  const name = serviceNames.find((one) => one.replaceAll("-", "_") === schema);
  const { personalData = [] } = name === undefined ? {} : definitions[name];
  const known = [...personalData, ...FOUNDATION].filter((one) => one.table === table);
  if (known.length === 0) return null;
  return new Set(
    known.flatMap(({ person = [], account = [], address = [], within = [], ...untold }) => [
      ...[...person, ...account, ...address, ...within],
      ...[...(untold.secret ?? []), ...(untold.present ?? [])],
    ]),
  );
}
