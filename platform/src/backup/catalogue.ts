import type { ClientBase } from "pg";

/** What of a database is Convene's, found in its own catalogue: no list of tables can lag behind. */
export interface Catalogue {
  readonly schemas: readonly FoundSchema[];
  readonly tables: readonly FoundTable[];
  readonly sequences: readonly FoundSequence[];
}

export interface FoundSchema {
  readonly name: string;
  /** Whose it is; null for what the platform itself remembers. */
  readonly service: string | null;
}

export interface FoundTable {
  readonly schema: string;
  readonly name: string;
  /** Its rows lie in its partitions. */
  readonly partitioned: boolean;
  /** Those that are stored, in their order; a generated one is computed anew. */
  readonly columns: readonly string[];
}

export interface FoundSequence {
  readonly schema: string;
  readonly name: string;
}

/** The schema of what the platform itself remembers. */
const PLATFORM_SCHEMA = "platform";

/** Whatever an extension brought comes back with the extension. */
const NOT_OF_AN_EXTENSION = `NOT EXISTS (SELECT FROM pg_depend d
  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`;

const SCHEMAS = `SELECT n.nspname AS name, r.rolname AS owner
  FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner
  WHERE r.rolname = ANY($1::text[]) OR n.nspname = '${PLATFORM_SCHEMA}' ORDER BY n.nspname`;

/** pg-boss's note on its own tables: they are made anew, and so is what it says of them. */
const NOT_OF_THE_TABLES = `NOT (c.relname = 'version' AND n.nspname LIKE '%\\_jobs')`;

const TABLES = `SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'p' AS partitioned,
    (SELECT coalesce(array_agg(a.attname::text ORDER BY a.attnum), '{}') FROM pg_attribute a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
      AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY($1::text[]) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND ${NOT_OF_THE_TABLES} AND ${NOT_OF_AN_EXTENSION} ORDER BY n.nspname, c.relname`;

const SEQUENCES = `SELECT n.nspname AS schema, c.relname AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY($1::text[]) AND c.relkind = 'S' AND ${NOT_OF_AN_EXTENSION}
  ORDER BY n.nspname, c.relname`;

/**
 * Every schema that belongs to the role of a service, and the platform's own.
 * @param owners services by the name of their role
 */
export async function readCatalogue(
  client: ClientBase,
  owners: ReadonlyMap<string, string>,
): Promise<Catalogue> {
  const found = await client.query<{ name: string; owner: string }>(SCHEMAS, [[...owners.keys()]]);
  const names = found.rows.map(({ name }) => name);
  const tables = await client.query<FoundTable>(TABLES, [names]);
  const sequences = await client.query<FoundSequence>(SEQUENCES, [names]);
  return {
    schemas: found.rows.map(({ name, owner }) => ({ name, service: owners.get(owner) ?? null })),
    tables: tables.rows,
    sequences: sequences.rows,
  };
}

export const nameOf = (client: ClientBase, { schema, name }: FoundSequence): string =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;

/** The columns as SQL; a table without any has none to name. */
export const columnsOf = (client: ClientBase, columns: readonly string[]): string =>
  columns.map((column) => client.escapeIdentifier(column)).join(", ");

/** How both sides write and read the text of COPY, whatever the server's own settings are. */
export const SAME_TEXT = `SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`;
