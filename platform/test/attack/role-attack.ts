import { jobSchemaOf, schemaOf, serviceUrl } from "@convene/shared/database/provision";
import { withConnection } from "@convene/shared/database/one-connection";
import type { Client } from "pg";
import { type ServiceName, serviceNames } from "../../src/runtime/services.ts";
import { attacksInFull } from "../config.ts";
import type { Battlefield } from "./battlefield.ts";

/** PostgreSQL's "insufficient privilege". */
const REFUSED = "42501";

interface Table {
  readonly schema: string;
  readonly name: string;
}

/** What a role of a service must not get out of the server, wherever it stands. */
const BEYOND = [
  "SELECT rolpassword FROM pg_authid",
  "SELECT pg_read_file('/etc/passwd')",
  "COPY (SELECT 1) TO PROGRAM 'true'",
  "SELECT lo_import('/etc/passwd')",
  "CREATE SCHEMA mine",
  "CREATE TABLE public.mine (id text)",
  "CREATE TABLE extensions.mine (id text)",
  "CREATE EXTENSION dblink",
  "CREATE ROLE mine",
  "ALTER ROLE CURRENT_USER SUPERUSER",
  "SET log_statement = 'none'",
  "SET ROLE postgres",
  "SET SESSION AUTHORIZATION postgres",
];

/** Each service's role tries every table of every other service, their jobs and replicas among them. */
export async function attackTables(field: Battlefield): Promise<void> {
  const { adminUrl, secrets } = field.graphs;
  const tables = await tablesOf(adminUrl);
  for (const service of serviceNames) {
    const url = serviceUrl({ adminUrl, secret: secrets.secret }, service);
    const own = [schemaOf(service), jobSchemaOf(schemaOf(service))];
    const others = tables.filter(({ schema }) => !own.includes(schema));
    await withConnection({ connectionString: url }, async (client) => {
      const tries = [...others.flatMap(statementsOn), ...othersSchemas(service), ...BEYOND];
      for (const statement of tries) await tryStatement(field, { client, service, statement });
    });
  }
}

async function tablesOf(connectionString: string): Promise<readonly Table[]> {
  const schemas = serviceNames.flatMap((name) => [schemaOf(name), jobSchemaOf(schemaOf(name))]);
  let rows: readonly Table[] = [];
  await withConnection({ connectionString }, async (client) => {
    const sql = `SELECT schemaname AS schema, tablename AS name FROM pg_tables
      WHERE schemaname = ANY($1)`;
    ({ rows } = await client.query<Table>(sql, [schemas]));
  });
  return rows;
}

function statementsOn({ schema, name }: Table): string[] {
  const table = `"${schema}"."${name}"`;
  const read = `SELECT 1 FROM ${table} LIMIT 1`;
  if (!attacksInFull()) return [read];
  return [read, `INSERT INTO ${table} DEFAULT VALUES`, `DELETE FROM ${table}`, `TRUNCATE ${table}`];
}

const othersSchemas = (service: ServiceName): string[] =>
  serviceNames
    .filter((name) => name !== service)
    .flatMap((name) => [schemaOf(name), jobSchemaOf(schemaOf(name))])
    .map((schema) => `CREATE TABLE "${schema}".mine (id text)`);

interface Trying {
  readonly client: Client;
  readonly service: ServiceName;
  readonly statement: string;
}

async function tryStatement(field: Battlefield, { client, service, statement }: Trying) {
  await client.query("BEGIN");
  const outcome = await client.query(statement).then(
    () => "allowed",
    (error: unknown) => String((error as { code?: unknown }).code),
  );
  await client.query("ROLLBACK");
  const leak = outcome === REFUSED ? null : outcome;
  const asked = `${service}: ${statement}`;
  field.tally.note("tables of another service", { refused: outcome === REFUSED, leak }, asked);
}
