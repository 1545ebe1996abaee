import { chmod, mkdtemp, readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { discardPostgres } from "../src/postgres/discard-postgres.ts";
import { openPostgres } from "../src/postgres/open-postgres.ts";

const PREFIX = "convene-test-";
const JUST_STARTING = 60_000;

/** Each test file has a schema of its own and finds these by `search_path = test_x, extensions`. */
const EXTENSIONS = [
  "pg_trgm",
  "unaccent",
  "citext",
  "btree_gin",
  "btree_gist",
  "fuzzystrmatch",
  "pgcrypto",
];

export interface TestDatabase {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** One PostgreSQL for a run of the tests, in a temporary folder, without fsync. */
export async function startTestDatabase(): Promise<TestDatabase> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  await chmod(folder, 0o711); // as root, the user who runs Postgres must pass through
  const { url, stop } = await openPostgres({ dataFolder: folder, durable: false });
  await prepareTestDatabase(url);
  const stopAndRemove = async () => {
    await stop();
    await discardPostgres(folder);
  };
  return { url, stop: stopAndRemove };
}

export async function prepareTestDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Several runs may share one server of their own: two that create at once would collide.
    await client.query("SELECT pg_advisory_lock(hashtext('convene test database'))");
    await client.query("CREATE SCHEMA IF NOT EXISTS extensions");
    for (const name of EXTENSIONS) {
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${name} SCHEMA extensions`);
    }
  } finally {
    await client.end();
  }
}

/** Of runs that were killed: their servers still run, and their folders fill the disk. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs < JUST_STARTING) continue; // may not have taken its lock yet
    await discardPostgres(folder).catch(() => false); // another user's
  }
}
