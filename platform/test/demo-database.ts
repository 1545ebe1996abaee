import { randomBytes } from "node:crypto";
import { serviceUrl } from "@convene/shared/database/provision";
import { testDatabaseUrl } from "@convene/shared/testing/config";
import { Client } from "pg";
import { testRun } from "./config.ts";

/** Told nowhere but on this server, where the databases of all runs stand side by side. */
const prefixOf = (run: string): string => `e2e_${run}_`;

export interface ScratchDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/**
 * A database of the caller's own on the tests' server: a copy of one that `make` fills, once in a
 * run of the tests, for whoever comes first. The others wait for it.
 */
export async function createDemoDatabase(
  make: (url: string) => Promise<void>,
): Promise<ScratchDatabase> {
  const template = `${prefixOf(testRun())}template`;
  const name = prefixOf(testRun()) + randomBytes(6).toString("hex");
  await withClient(testDatabaseUrl(), async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('convene e2e'))");
    if (!(await isFinished(client, template))) {
      await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${template}`);
      await make(urlOf(template));
      // Nobody can come in any more: copying wants it so, and it says that the work is done.
      await client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  await withClient(urlOf(name), (client) => adopt(client, template));
  return { url: urlOf(name), drop: () => dropDatabases(name) };
}

/** A database of the caller's own on the tests' server, with nothing in it. */
export async function createEmptyDatabase(): Promise<ScratchDatabase> {
  const name = prefixOf(testRun()) + randomBytes(6).toString("hex");
  await withClient(testDatabaseUrl(), (client) => client.query(`CREATE DATABASE ${name}`));
  return { url: urlOf(name), drop: () => dropDatabases(name) };
}

/** For the end of a run on a server that stays. */
export const dropDemoDatabases = (run: string): Promise<void> => dropDatabases(prefixOf(run));

/** The roles of services are named by their database: those of the copy take over. */
async function adopt(client: Client, template: string): Promise<void> {
  const { rows } = await client.query<{ schema: string; owner: string }>(
    `SELECT nspname AS schema, rolname AS owner
     FROM pg_namespace JOIN pg_roles r ON r.oid = nspowner WHERE starts_with(rolname, $1)`,
    [template],
  );
  const given = { adminUrl: urlOf(client.database ?? ""), secret: "" };
  for (const { schema, owner } of rows) {
    const { username: role } = new URL(serviceUrl(given, schema));
    await client.query(`CREATE ROLE ${role}`);
    await client.query(`REASSIGN OWNED BY ${owner} TO ${role}`);
  }
}

/** All whose names begin so, with the roles that are named by them. */
const dropDatabases = (prefix: string): Promise<void> =>
  withClient(testDatabaseUrl(), async (client) => {
    const databases = await client.query<{ name: string }>(
      "SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    );
    for (const { name } of databases.rows) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    const roles = await client.query<{ name: string }>(
      "SELECT rolname AS name FROM pg_roles WHERE starts_with(rolname, $1)",
      [prefix],
    );
    for (const { name } of roles.rows) await client.query(`DROP ROLE ${name}`);
  });

async function isFinished(client: Client, template: string): Promise<boolean> {
  const sql = "SELECT 1 FROM pg_database WHERE datname = $1 AND NOT datallowconn";
  const { rowCount } = await client.query(sql, [template]);
  return rowCount === 1;
}

function urlOf(name: string): string {
  const url = new URL(testDatabaseUrl());
  url.pathname = `/${name}`;
  return url.href;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
