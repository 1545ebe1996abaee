import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { StartError } from "../postgres/start-error.ts";
import type { Manifest, TablePart } from "./backup-manifest.schema.ts";
import type { BackupReader } from "./backup-reader.ts";
import { type Catalogue, columnsOf, nameOf } from "./catalogue.ts";

/** The change feed of a service, whose rows stand in the order of this server's transactions. */
const OUTBOX = "outbox";
const OUTBOX_POSITION = "outbox_position";

/** @throws StartError when the tables of this Convene have no place for it. */
export function requirePlace({ tables }: Catalogue, { schema, name, columns }: TablePart): void {
  const table = tables.find((each) => each.schema === schema && each.name === name);
  const missing = columns.filter((column) => !table?.columns.includes(column));
  if (table && missing.length === 0) return;
  const what = table
    ? `the column ${missing.join(", ")} of ${schema}.${name}`
    : `${schema}.${name}`;
  throw new StartError(
    `The backup holds ${what}, for which there is no place in this Convene. Nothing was restored.`,
  );
}

/** @throws StartError when the file holds fewer or more rows than it says. */
export async function loadTable(
  client: PoolClient,
  backup: BackupReader,
  part: TablePart,
): Promise<void> {
  if (part.name === OUTBOX && part.columns.includes("txid")) {
    await loadOutbox(client, backup, part);
  } else {
    await copyRows({ client, backup, part }, nameOf(client, part));
  }
}

/**
 * The changes keep their order, and stand as if this transaction had told them all. Their own
 * transaction ids are those of another server, ahead of this one's or behind: consumers would wait
 * for changes that are told, or go past those to come.
 */
async function loadOutbox(client: PoolClient, backup: BackupReader, part: TablePart) {
  const loading = "pg_temp.outbox_loading";
  const kept = part.columns.filter((column) => column !== "txid" && column !== "position");
  const list = columnsOf(client, kept);
  const outbox = nameOf(client, part);
  await client.query(`CREATE TEMP TABLE outbox_loading (LIKE ${outbox}) ON COMMIT DROP`);
  await copyRows({ client, backup, part }, loading);
  await client.query(
    `INSERT INTO ${outbox} (${list}, txid, position)
     SELECT ${list}, pg_current_xact_id(), row_number() OVER (ORDER BY txid, position)
     FROM ${loading}`,
  );
  await client.query(`DROP TABLE ${loading}`);
}

interface Loading {
  readonly client: PoolClient;
  readonly backup: BackupReader;
  readonly part: TablePart;
}

async function copyRows({ client, backup, part }: Loading, into: string): Promise<void> {
  const list = columnsOf(client, part.columns);
  const copying = client.query(copyFrom(`COPY ${into} (${list}) FROM STDIN`));
  await pipeline(backup.stream(part), copying);
  if (copying.rowCount !== part.rows) {
    throw new StartError(
      `${part.schema}.${part.name} has ${copying.rowCount} rows in the backup, and ${part.rows} in ` +
        `its manifest: the file is damaged. Nothing was restored.`,
    );
  }
}

/** Where each sequence stood; that of an outbox, behind the positions that were given out anew. */
export async function setSequences(
  client: PoolClient,
  { sequences, tables }: Catalogue,
  manifest: Manifest,
): Promise<void> {
  for (const sequence of sequences) {
    const { schema, name } = sequence;
    const was = manifest.sequences.find((each) => each.schema === schema && each.name === name);
    const outbox = tables.find((table) => table.schema === schema && table.name === OUTBOX);
    if (name === OUTBOX_POSITION && outbox) {
      await client.query(
        `SELECT setval($1::regclass, count(*) + 1, false) FROM ${nameOf(client, outbox)}`,
        [nameOf(client, sequence)],
      );
    } else if (was) {
      const values = [nameOf(client, sequence), was.value, was.called];
      await client.query("SELECT setval($1::regclass, $2::bigint, $3)", values);
    }
  }
}

/**
 * Every consumer reads its feeds from the start: what it has already it leaves as it is, and a
 * tombstone is told again.
 */
export async function startFeedsAnew(client: PoolClient, { tables }: Catalogue): Promise<void> {
  for (const table of tables.filter(({ name }) => name === "feed_position")) {
    await client.query(`DELETE FROM ${nameOf(client, table)}`);
  }
}
