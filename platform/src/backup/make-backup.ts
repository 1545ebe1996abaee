import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { withConnection } from "@convene/shared/database/one-connection";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { StartError } from "../postgres/start-error.ts";
import { SECRETS_FILE, type Secrets } from "../runtime/secrets.ts";
import {
  type FilePart,
  FORMAT_VERSION,
  type Manifest,
  type TablePart,
} from "./backup-manifest.schema.ts";
import { type Overwriting, BackupWriter } from "./backup-writer.ts";
import {
  type Catalogue,
  columnsOf,
  type FoundSequence,
  type FoundTable,
  nameOf,
  readCatalogue,
  SAME_TEXT,
} from "./catalogue.ts";
import { keptFiles } from "./data-files.ts";
import { explainFile } from "./file-failure.ts";

export interface BackupRequest extends Overwriting {
  /** Absolute. */
  readonly file: string;
  readonly adminUrl: string;
  /** Services by the name of their role. */
  readonly owners: ReadonlyMap<string, string>;
  /** Null leaves them out. */
  readonly secrets: Secrets | null;
  readonly dataFolder: string;
  /** The version of this Convene. */
  readonly version: string;
}

export interface BackupMade {
  readonly manifest: Manifest;
  /** Of the file, in bytes. */
  readonly size: number;
}

/** Everything as it was at one moment, while everybody goes on writing. */
export async function makeBackup(request: BackupRequest): Promise<BackupMade> {
  const writer = await BackupWriter.create(request.file, request);
  const config = { connectionString: request.adminUrl, application_name: "convene-backup" };
  try {
    return await withConnection(config, async (client) => {
      await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${SAME_TEXT}`);
      const manifest = await writeAll(request, client, writer);
      return { manifest, size: await writer.finish(manifest) };
    });
  } catch (error) {
    await writer.discard();
    throw explainFile(error, request.file);
  }
}

async function writeAll(
  request: BackupRequest,
  client: Client,
  writer: BackupWriter,
): Promise<Manifest> {
  const catalogue = await readCatalogue(client, request.owners);
  if (!catalogue.schemas.some(({ service }) => service !== null)) {
    throw new StartError("There is nothing to back up: no Convene was ever started here.");
  }
  await hold(client, catalogue);
  const tables: TablePart[] = [];
  for (const table of catalogue.tables) tables.push(await writeTable(client, writer, table));
  const { rows } = await client.query<{ at: Date; postgres: string }>(
    "SELECT now() AS at, current_setting('server_version') AS postgres",
  );
  return {
    format: "convene-backup",
    version: FORMAT_VERSION,
    convene: request.version,
    madeAt: (rows[0]?.at ?? new Date()).toISOString(),
    postgres: rows[0]?.postgres ?? "",
    schemas: await withMigrations(client, catalogue),
    tables,
    sequences: await readSequences(client, catalogue.sequences),
    files: await writeFiles(request, writer),
  };
}

/** So that no table is emptied or altered in the middle; who reads and writes is not held up. */
async function hold(client: Client, { tables }: Catalogue): Promise<void> {
  const names = tables.map((table) => nameOf(client, table));
  if (names.length > 0) await client.query(`LOCK TABLE ${names.join(", ")} IN ACCESS SHARE MODE`);
}

async function writeTable(
  client: Client,
  writer: BackupWriter,
  table: FoundTable,
): Promise<TablePart> {
  const { schema, name, columns, partitioned } = table;
  const list = columnsOf(client, columns);
  const source = partitioned
    ? `(SELECT ${list} FROM ${nameOf(client, table)})`
    : `${nameOf(client, table)} (${list})`;
  const rows = client.query(copyTo(`COPY ${source} TO STDOUT`));
  const entry = `tables/${encodeURIComponent(schema)}/${encodeURIComponent(name)}.copy`;
  const part = await writer.add(entry, rows);
  return { schema, name, columns: [...columns], rows: rows.rowCount, ...part };
}

async function withMigrations(
  client: Client,
  { schemas, tables }: Catalogue,
): Promise<Manifest["schemas"]> {
  const all = [];
  for (const { name, service } of schemas) {
    const own = tables.find((table) => table.schema === name && table.name === "migration");
    const sql = own && `SELECT name FROM ${nameOf(client, own)} ORDER BY id`;
    const found = sql ? (await client.query<{ name: string }>(sql)).rows : [];
    all.push({ name, service, migrations: found.map((migration) => migration.name) });
  }
  return all;
}

/** A sequence stands outside of transactions: it may be further than its table, never behind. */
async function readSequences(
  client: Client,
  sequences: readonly FoundSequence[],
): Promise<Manifest["sequences"]> {
  const all = [];
  for (const sequence of sequences) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${nameOf(client, sequence)}`,
    );
    all.push({ ...sequence, value: rows[0]?.value ?? "1", called: rows[0]?.called ?? false });
  }
  return all;
}

async function writeFiles(request: BackupRequest, writer: BackupWriter): Promise<FilePart[]> {
  const { secrets, dataFolder } = request;
  const files: FilePart[] = [];
  const add = async (path: string, stream: Readable) => {
    files.push({ path, ...(await writer.add(`files/${path}`, stream)) });
  };
  if (secrets) {
    await add(SECRETS_FILE, Readable.from([Buffer.from(`${JSON.stringify(secrets, null, 2)}\n`)]));
  }
  for (const path of await keptFiles(dataFolder, { withSecrets: secrets !== null })) {
    await add(path, createReadStream(join(dataFolder, path)));
  }
  return files;
}
