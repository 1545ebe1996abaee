import { withConnection } from "@convene/shared/database/one-connection";
import type { Client } from "pg";
import { openPostgres } from "../postgres/open-postgres.ts";
import { attachPostgres } from "../postgres/attach-postgres.ts";
import { StartError } from "../postgres/start-error.ts";

const OLDEST = 15;

export interface DatabaseOptions {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Told in one sentence when the database ends although nobody asked it to. */
  readonly onLost?: (sentence: string) => void;
}

export interface Database {
  /** Of a role that may create roles and schemas. */
  readonly adminUrl: string;
  readonly embedded: boolean;
  /** One sentence when the data is not where one would look for it. */
  readonly notice: string | null;
  readonly stop: () => Promise<void>;
}

/** The database that the variables name, or the embedded one of the data folder. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { dataFolder, databaseUrl, onLost } = options;
  if (databaseUrl !== undefined) return useServer(databaseUrl);
  const { url, notice, stop } = await openPostgres({
    dataFolder,
    durable: true,
    ...(onLost && { onLost }),
  });
  return { adminUrl: url, embedded: true, notice, stop };
}

/** For the command line: the database of a Convene that runs, else as `openDatabase`. */
export async function openOrAttachDatabase(
  options: DatabaseOptions,
): Promise<Database & { readonly attached: boolean }> {
  if (options.databaseUrl === undefined) {
    const running = await attachPostgres(options.dataFolder);
    if (running) {
      const stop = () => Promise.resolve();
      return { adminUrl: running.url, embedded: true, notice: null, stop, attached: true };
    }
  }
  return { ...(await openDatabase(options)), attached: false };
}

async function useServer(url: string): Promise<Database> {
  try {
    await withConnection({ connectionString: url }, requireVersion);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The database of DATABASE_URL cannot be used: ${reason}`);
  }
  return { adminUrl: url, embedded: false, notice: null, stop: () => Promise.resolve() };
}

async function requireVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version_num') AS version",
  );
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < OLDEST) {
    throw new StartError(
      `DATABASE_URL names a PostgreSQL ${major}; Convene needs ${OLDEST} or later.`,
    );
  }
}
