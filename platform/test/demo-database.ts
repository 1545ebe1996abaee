import { randomBytes } from "node:crypto";
import { testDatabaseUrl } from "@convene/shared/testing/config";
import { Client } from "pg";
import { testRun } from "./config.ts";

/** Told nowhere but on this server, where the databases of all runs stand side by side. */
const prefixOf = (run: string): string => `e2e_${run}_`;

export interface DemoDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/**
 * A database of the caller's own on the tests' server: a copy of one that `make` fills, once in a
 * run of the tests, for whoever comes first. The others wait for it.
 */
export async function createDemoDatabase(
  make: (url: string) => Promise<void>,
): Promise<DemoDatabase> {
  const template = `${prefixOf(testRun())}template`;
  const name = prefixOf(testRun()) + randomBytes(6).toString("hex");
  await oneAtATime(async (client) => {
    if (!(await isFinished(client, template))) {
      await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${template}`);
      await make(urlOf(template));
      // Nobody can come in any more: copying wants it so, and it says that the work is done.
      await client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const drop = () =>
    withClient(async (client) => {
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    });
  return { url: urlOf(name), drop };
}

/** Work on what all databases of the server share, such as its roles, while nobody else does. */
export const oneAtATime = <T>(work: (client: Client) => Promise<T>): Promise<T> =>
  withClient(async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('convene e2e'))");
    return work(client);
  });

/** For the end of a run on a server that stays. */
export const dropDemoDatabases = (run: string): Promise<void> =>
  withClient(async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [prefixOf(run)],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
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

async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: testDatabaseUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
