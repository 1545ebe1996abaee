import { text } from "node:stream/consumers";
import { jobSchemaOf, schemaOf, serviceRole } from "@convene/shared/database/provision";
import { rebuildJobTables } from "@convene/shared/job/job-tables";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import type { BackupReader } from "./backup-reader.ts";
import type { Rebuilding } from "./rebuild-schema.ts";

/**
 * The empty tables of a service's jobs, as this Convene makes them, with a place for every queue of
 * the backup: a job that waited goes on waiting. Those that are there go.
 */
export async function rebuildJobs(
  { client, adminUrl }: Rebuilding,
  { name }: ServiceDefinition,
  backup: BackupReader,
): Promise<void> {
  const own = jobSchemaOf(schemaOf(name));
  const schema = client.escapeIdentifier(own);
  const role = client.escapeIdentifier(serviceRole(adminUrl, name));
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await client.query(`CREATE SCHEMA ${schema} AUTHORIZATION ${role}`);
  await client.query(`REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`);
  const queues = await queuesIn(backup, own);
  if (queues.length === 0) return;
  await client.query(`SET LOCAL ROLE ${role}`);
  await rebuildJobTables(client, own, queues);
  await client.query("RESET ROLE");
}

/** Their names; what pg-boss calls a queue needs no escapes in the text of COPY. */
async function queuesIn(backup: BackupReader, schema: string): Promise<string[]> {
  const part = backup.manifest.tables.find(
    (table) => table.schema === schema && table.name === "queue",
  );
  if (!part) return [];
  const lines = (await text(backup.stream(part))).split("\n").filter(Boolean);
  return lines.flatMap((line) => line.split("\t")[part.columns.indexOf("name")] ?? []);
}
