import { setTimeout as pause } from "node:timers/promises";
import { openPostgres } from "@convene/platform/postgres/open-postgres";
import { Client } from "pg";
import { cpuOf, parentOf } from "../measure/proc.ts";

const LIBRARY = "pg_stat_statements";

/** How long everybody must have been idle to count as idle, in milliseconds. */
const QUIET = 150;
const LOOK_EVERY = 25;
const PATIENCE = 60_000;

interface Opened {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A Postgres as `npm start` runs it, that also counts its statements. */
export class MeasuredPostgres {
  private constructor(
    private readonly opened: Opened,
    readonly client: Client,
    private readonly postmaster: number,
  ) {}

  static async open(dataFolder: string): Promise<MeasuredPostgres> {
    const opened = await openCounting(dataFolder);
    const client = new Client({ connectionString: opened.url });
    await client.connect();
    await client.query(`CREATE EXTENSION IF NOT EXISTS ${LIBRARY}`);
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    return new MeasuredPostgres(opened, client, await parentOf(rows[0]?.pid ?? 0));
  }

  get url(): string {
    return this.opened.url;
  }

  /** Milliseconds of processor time of the server with all that it has started. */
  cpu(): Promise<number> {
    return cpuOf(this.postmaster);
  }

  /** Statements that have been run since the start, those that begin and end transactions too. */
  async statements(): Promise<number> {
    const { rows } = await this.client.query<{ calls: string }>(
      `SELECT coalesce(sum(calls), 0) AS calls FROM ${LIBRARY} WHERE query NOT LIKE '%${LIBRARY}%'
         AND query NOT LIKE '%pg_stat_activity%'`,
    );
    return Number(rows[0]?.calls);
  }

  /** Waits until nobody has a statement or a transaction under way: replicas have caught up. */
  async untilQuiet(): Promise<void> {
    const until = Date.now() + PATIENCE;
    let since = Date.now();
    while (Date.now() - since < QUIET) {
      if (Date.now() > until) throw new Error("The database does not come to rest");
      if (await this.isBusy()) since = Date.now();
      await pause(LOOK_EVERY);
    }
  }

  async stop(): Promise<void> {
    await this.client.end();
    await this.opened.stop();
  }

  /** Whether anybody has a statement or a transaction under way. */
  async isBusy(): Promise<boolean> {
    const { rowCount } = await this.client.query(
      `SELECT FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()`,
    );
    return (rowCount ?? 0) > 0;
  }
}

/** The library is loaded when the server starts: a new server starts twice. */
async function openCounting(dataFolder: string): Promise<Opened> {
  const first = await openPostgres({ dataFolder, durable: true });
  const client = new Client({ connectionString: first.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ loaded: string }>(
      "SELECT current_setting('shared_preload_libraries') AS loaded",
    );
    if (rows[0]?.loaded.includes(LIBRARY)) return first;
    await client.query(`ALTER SYSTEM SET shared_preload_libraries = '${LIBRARY}'`);
  } finally {
    await client.end();
  }
  await first.stop();
  return openPostgres({ dataFolder, durable: true });
}
