import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { withConnection } from "@convene/shared/database/one-connection";
import type { Client } from "pg";
import { z } from "zod";
import { replaceFile } from "./durable-file.ts";
import { StartError } from "./start-error.ts";
import { systemCode } from "./system-error.ts";

const connectionSchema = z.object({
  /** Where the server listens or last listened on 127.0.0.1; 0 before the first start. */
  port: z.number().int(),
  password: z.string().min(1),
});

/** How to reach a data folder's Postgres as its superuser; kept for the owner's eyes only. */
export type Connection = z.infer<typeof connectionSchema>;

export const SUPERUSER = "postgres";
export const DATABASE = "convene";

const fileOf = (home: string): string => join(home, "connection.json");

export const newConnection = (): Connection => ({
  port: 0,
  password: randomBytes(24).toString("base64url"),
});

export async function readConnection(home: string): Promise<Connection | null> {
  const file = fileOf(home);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return connectionSchema.parse(JSON.parse(text));
  } catch {
    throw new StartError(
      `${file} is damaged, and it holds the database's password: put it back from a backup.`,
    );
  }
}

/** Replaced whole, so that a crash in between never loses the password. */
export async function writeConnection(home: string, connection: Connection): Promise<void> {
  await replaceFile(fileOf(home), { text: `${JSON.stringify(connection)}\n`, mode: 0o600 });
}

export const urlOf = ({ port, password }: Connection, database = DATABASE): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

/** Runs `use` on one connection of its own, and gives up on a server that does not answer. */
export const withClient = <T>(url: string, use: (client: Client) => Promise<T>): Promise<T> =>
  withConnection(
    {
      connectionString: url,
      connectionTimeoutMillis: 5000,
      query_timeout: 30_000,
      application_name: "convene platform",
    },
    use,
  );

/** Proof by password and by path that the server on this port is the one of this cluster. */
export async function answersFor(cluster: string, connection: Connection): Promise<boolean> {
  const sql = "SELECT current_setting('data_directory') AS folder";
  try {
    return await withClient(urlOf(connection, "postgres"), async (client) => {
      const { rows } = await client.query<{ folder: string }>(sql);
      return rows[0]?.folder === cluster;
    });
  } catch {
    return false;
  }
}
