import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import type { PoolClient } from "pg";
import { DataSource } from "typeorm";
import { createStateTable } from "../runtime/state.ts";
import type { BackupReader } from "./backup-reader.ts";
import { readCatalogue, SAME_TEXT } from "./catalogue.ts";
import { withoutForeignKeys } from "./foreign-keys.ts";
import { loadTable, requirePlace, setSequences, startFeedsAnew } from "./load-table.ts";
import { rebuildJobs } from "./rebuild-jobs.ts";
import { emptyTables, migrateForward, rebuildSchema, type Rebuilding } from "./rebuild-schema.ts";
import { requireKnown, requireRoom } from "./restore-room.ts";

export interface RestoreRequest {
  readonly backup: BackupReader;
  /** Of a database in which the services' roles are. */
  readonly adminUrl: string;
  readonly definitions: readonly ServiceDefinition[];
  /** Services by the name of their role. */
  readonly owners: ReadonlyMap<string, string>;
  /** What is there already goes. */
  readonly replace: boolean;
}

/** Every process of Convene that starts waits for this lock, and so for the end of a restore. */
const NOBODY_STARTS = "SELECT pg_advisory_lock(hashtext('convene-provision'))";

/** All tables as they were, in one transaction: whatever goes wrong, nothing has changed. */
export async function restoreTables(request: RestoreRequest): Promise<void> {
  const { manifest } = request.backup;
  requireKnown(manifest, request.definitions);
  const host = new DataSource({
    type: "postgres",
    url: request.adminUrl,
    applicationName: "convene-restore",
    poolSize: 1,
    installExtensions: false,
  });
  await host.initialize();
  try {
    const runner = host.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    await client.query(NOBODY_STARTS);
    await requireRoom(client, request);
    await runner.startTransaction();
    try {
      await client.query(SAME_TEXT);
      await restoreAll({ runner, client, adminUrl: request.adminUrl }, request);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  } finally {
    await host.destroy();
  }
}

async function restoreAll(rebuilding: Rebuilding, request: RestoreRequest): Promise<void> {
  const { client } = rebuilding;
  const { backup, definitions, owners } = request;
  const { manifest } = backup;
  for (const definition of definitions) {
    const saved = manifest.schemas.filter(({ service }) => service === definition.name);
    const migrations = saved.flatMap((schema) => schema.migrations);
    await rebuildSchema(rebuilding, definition, migrations);
    await rebuildJobs(rebuilding, definition, backup);
  }
  await createStateTable(client);
  const catalogue = await readCatalogue(client, owners);
  await emptyTables(client, catalogue); // migrations write rows as well
  for (const part of manifest.tables) requirePlace(catalogue, part);
  await withoutForeignKeys(client, catalogue, async () => {
    for (const part of manifest.tables) await loadTable(client, backup, part);
  });
  await setSequences(client, catalogue, manifest);
  await startFeedsAnew(client, catalogue);
  await client.query("SET CONSTRAINTS ALL IMMEDIATE"); // a table may be altered only once all hold
  for (const definition of definitions) await migrateForward(rebuilding, definition);
}
