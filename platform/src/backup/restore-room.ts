import { OWN_MIGRATIONS } from "@convene/shared/database/data-source";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import type { PoolClient } from "pg";
import { StartError } from "../postgres/start-error.ts";
import type { Manifest } from "./backup-manifest.schema.ts";
import { nameOf, readCatalogue } from "./catalogue.ts";

/** @throws StartError for a backup of a later Convene, whose tables this one does not know. */
export function requireKnown(
  { convene, schemas }: Manifest,
  definitions: readonly ServiceDefinition[],
): void {
  const all = [...OWN_MIGRATIONS, ...definitions.flatMap(({ migrations }) => migrations)];
  const known = new Set(all.map(({ name }) => name));
  const services = new Set(definitions.map(({ name }) => name));
  const unknown = schemas.flatMap(({ name, service, migrations }) => [
    ...(service !== null && !services.has(service) ? [name] : []),
    ...migrations.filter((each) => !known.has(each)),
  ]);
  if (unknown.length === 0) return;
  throw new StartError(
    `The backup was made by a newer version of Convene (${convene}: ${unknown.join(", ")}): update ` +
      `this one, and restore again.`,
  );
}

export interface Wish {
  readonly owners: ReadonlyMap<string, string>;
  readonly replace: boolean;
}

/** @throws StartError while a Convene works on the database, or when it holds records already. */
export async function requireRoom(client: PoolClient, wish: Wish): Promise<void> {
  await requireStopped(client);
  if (wish.replace) return;
  const held = await recordsIn(client, wish.owners);
  if (held.length === 0) return;
  throw new StartError(
    `There are records here already (${held.join(", ")}), and a restore takes all of them away. ` +
      `Make a backup of them first (npm run backup -- FILE), and then say --replace.`,
  );
}

/** One that waits to start is let wait: it will find what was restored. */
async function requireStopped(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND application_name LIKE 'convene-%' AND application_name <> 'convene-provision'
     ORDER BY 1`,
  );
  if (rows.length === 0) return;
  throw new StartError(
    `A Convene works on this database (${rows.map(({ name }) => name).join(", ")}): stop it first.`,
  );
}

/** `39 Organisation`: what the change feeds tell of, which is all that anybody has made. */
async function recordsIn(
  client: PoolClient,
  owners: ReadonlyMap<string, string>,
): Promise<string[]> {
  const { tables } = await readCatalogue(client, owners);
  const held: string[] = [];
  for (const outbox of tables.filter(({ name }) => name === "outbox")) {
    const { rows } = await client.query<{ type: string; count: string }>(
      `SELECT type, count(*) AS count FROM ${nameOf(client, outbox)}
       WHERE payload IS NOT NULL GROUP BY type ORDER BY type`,
    );
    held.push(...rows.map(({ type, count }) => `${count} ${type}`));
  }
  return held;
}
