import { createDataSource } from "@convene/shared/database/data-source";
import { schemaOf, serviceRole } from "@convene/shared/database/provision";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import type { PoolClient } from "pg";
import { MigrationExecutor, type QueryRunner } from "typeorm";
import { type Catalogue, nameOf } from "./catalogue.ts";

/** The one transaction in which everything is rebuilt. */
export interface Rebuilding {
  readonly runner: QueryRunner;
  /** The runner's own connection. */
  readonly client: PoolClient;
  readonly adminUrl: string;
}

/** The empty tables of a service as these migrations made them, in place of those that are there. */
export async function rebuildSchema(
  rebuilding: Rebuilding,
  definition: ServiceDefinition,
  migrations: readonly string[],
): Promise<void> {
  const { client, adminUrl } = rebuilding;
  const schema = client.escapeIdentifier(schemaOf(definition.name));
  const role = client.escapeIdentifier(serviceRole(adminUrl, definition.name));
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await client.query(`CREATE SCHEMA ${schema} AUTHORIZATION ${role}`);
  await client.query(`REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`);
  if (migrations.length === 0) return;
  const upToThen = definition.migrations.filter(({ name }) => migrations.includes(name));
  await migrate(rebuilding, { ...definition, migrations: upToThen });
}

/** Brings loaded tables to this version of Convene. */
export const migrateForward = (
  rebuilding: Rebuilding,
  definition: ServiceDefinition,
): Promise<void> => migrate(rebuilding, definition);

/** As the service itself does it, but in the transaction that is open. */
async function migrate(
  { runner, client, adminUrl }: Rebuilding,
  definition: ServiceDefinition,
): Promise<void> {
  const db = createDataSource(definition, { url: adminUrl, poolSize: 1 });
  await db.initialize(); // it knows its migrations only then
  try {
    const executor = new MigrationExecutor(db, runner);
    executor.transaction = "none";
    const own = schemaOf(definition.name);
    // It has read this once, when it connected, and looks there for the table of migrations.
    Object.assign(runner.manager.dataSource.driver, { schema: own, searchSchema: own });
    const schema = client.escapeIdentifier(own);
    const role = client.escapeIdentifier(serviceRole(adminUrl, definition.name));
    await client.query(`SET LOCAL ROLE ${role}; SET LOCAL search_path = ${schema}, extensions`);
    await executor.executePendingMigrations();
    await client.query("RESET ROLE; SET LOCAL search_path = pg_catalog");
  } finally {
    await db.destroy();
  }
}

/** Empties every table: the rows that migrations write are in the backup too, as they were then. */
export async function emptyTables(client: PoolClient, { tables }: Catalogue): Promise<void> {
  await client.query(`TRUNCATE ${tables.map((table) => nameOf(client, table)).join(", ")} CASCADE`);
}
