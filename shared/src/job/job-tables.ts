import type { Client, ClientBase } from "pg";
import PgBoss from "pg-boss";
import type { DataSource } from "typeorm";
import { type Connection, optionsOf } from "../database/data-source.ts";
import { withConnection } from "../database/one-connection.ts";
import { jobSchemaOf } from "../database/provision.ts";
import { overClient, overPool, withinTransaction } from "./job-database.ts";
import { type JobKind, settingsOf } from "./job-kind.ts";

/** Jobs that have failed for good come here once more, so that somebody is told. */
export const FAILED = "failed";

const DAY = 24 * 60 * 60;

/** A job that nobody came to do in this time is given up. */
const LONG = { retentionMinutes: (365 * DAY) / 60 };

/** pg-boss over the service's pool: storage, retries and expiry. It runs no timers of its own. */
export const bossOver = (db: DataSource, schema: string): PgBoss =>
  new PgBoss({ db: overPool(db), ...optionsFor(schema) });

/** A key is good for a week, as those of mutations are; what failed is kept for three months. */
const optionsFor = (schema: string) => ({
  schema,
  schedule: false,
  supervise: false,
  archiveCompletedAfterSeconds: 7 * DAY,
  archiveFailedAfterSeconds: 90 * DAY,
  deleteAfterDays: 1,
});

/** Makes pg-boss's tables, or brings them to this version, and a queue for each kind. */
export async function installJobs(
  connection: Connection,
  kinds: readonly JobKind[],
): Promise<string> {
  const config = {
    connectionString: connection.url,
    application_name: "convene-jobs",
    ...(connection.settings && { options: optionsOf(connection.settings) }),
  };
  return withConnection(config, (client) => install(client, kinds));
}

async function install(client: Client, kinds: readonly JobKind[]): Promise<string> {
  const { rows } = await client.query<{ own: string }>("SELECT current_schema() AS own");
  const schema = jobSchemaOf(rows[0]?.own ?? "public");
  // One at a time, also when several processes of the service start at once.
  await client.query("SELECT pg_advisory_lock(hashtext($1))", [schema]);
  const found = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema]);
  if (found.rowCount === 0) await client.query(`CREATE SCHEMA ${schema}`);
  const boss = new PgBoss({ db: overClient(client), ...optionsFor(schema) });
  await boss.start();
  await provideQueues(boss, kinds.map(queueOf));
  return schema;
}

/**
 * Makes pg-boss's tables in a transaction that is open, for what a backup holds: the schema is
 * there and empty, and belongs to the role that is set.
 * @param queues by name; their settings are loaded
 */
export async function rebuildJobTables(
  client: ClientBase,
  schema: string,
  queues: readonly string[],
): Promise<void> {
  const boss = new PgBoss({ db: withinTransaction(client), ...optionsFor(schema) });
  await boss.start();
  await provideQueues(
    boss,
    queues.map((name) => ({ name })),
  );
}

/** A start that finds every queue as it should be writes nothing. */
async function provideQueues(boss: PgBoss, queues: readonly PgBoss.Queue[]): Promise<void> {
  const there = new Map<string, object>((await boss.getQueues()).map((one) => [one.name, one]));
  for (const queue of [{ name: FAILED, ...LONG }, ...queues]) {
    const known = there.get(queue.name);
    if (!known) await boss.createQueue(queue.name, queue);
    else if (!isAlready(known, queue)) await boss.updateQueue(queue.name, queue);
  }
}

function isAlready(known: object, wanted: PgBoss.Queue): boolean {
  const settings = new Map<string, unknown>(Object.entries(known));
  return Object.entries(wanted).every(([setting, value]) => settings.get(setting) === value);
}

function queueOf(kind: JobKind): PgBoss.Queue {
  const { retries, retryDelay, lease } = settingsOf(kind);
  const retrying = { retryLimit: retries, retryDelay, retryBackoff: true };
  const { name } = kind;
  return { name, ...retrying, expireInSeconds: lease, deadLetter: FAILED, ...LONG };
}
