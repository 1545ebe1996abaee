import { Client } from "pg";
import PgBoss from "pg-boss";
import type { DataSource } from "typeorm";
import { type Connection, optionsOf } from "../database/data-source.ts";
import { jobSchemaOf } from "../database/provision.ts";
import { overClient, overPool } from "./job-database.ts";
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
  const client = new Client({
    connectionString: connection.url,
    application_name: "convene-jobs",
    ...(connection.settings && { options: optionsOf(connection.settings) }),
  });
  await client.connect();
  try {
    return await install(client, kinds);
  } finally {
    await client.end();
  }
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
  await provideQueues(boss, kinds);
  return schema;
}

async function provideQueues(boss: PgBoss, kinds: readonly JobKind[]): Promise<void> {
  const there = new Set((await boss.getQueues()).map(({ name }) => name));
  const provide = (queue: PgBoss.Queue) =>
    there.has(queue.name)
      ? boss.updateQueue(queue.name, queue)
      : boss.createQueue(queue.name, queue);
  await provide({ name: FAILED, ...LONG });
  for (const kind of kinds) {
    const { retries, retryDelay, lease } = settingsOf(kind);
    const retrying = { retryLimit: retries, retryDelay, retryBackoff: true };
    const { name } = kind;
    await provide({ name, ...retrying, expireInSeconds: lease, deadLetter: FAILED, ...LONG });
  }
}
