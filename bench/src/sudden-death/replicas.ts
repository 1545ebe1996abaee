import { setTimeout as pause } from "node:timers/promises";
import { definitions, serviceNames } from "@convene/platform/runtime/services";
import { schemaOf } from "@convene/shared/database/provision";
import type { Client } from "pg";
import { withDatabase } from "./database.ts";
import { withServices } from "./services.ts";
import type { Findings } from "./work.ts";

/** How long the services may take to hear all, once the platform is up again. */
const PATIENCE = 60_000;

/** Who hears something from zero tells it again: the same, under the next version and position. */
const TOLD_AGAIN = ["version", "txid", "position", "changed_at"];

/** What every table holds, by its name: the count of rows, and one hash over all of them. */
type Contents = ReadonlyMap<string, string>;

/**
 * Compares all that the services keep of each other with a rebuild from zero. Nothing else may
 * change by it either.
 */
export async function compareWithRebuild(dataFolder: string): Promise<Findings> {
  const before = await settledContents(dataFolder);
  await withServices(dataFolder, async ({ services }) => {
    for (const name of serviceNames) await services[name].parts.feeds.rebuild();
  });
  const after = await settledContents(dataFolder);
  const different = [...before]
    .filter(([table, content]) => after.get(table) !== content)
    .map(([table, content]) => `${table}: was ${content}, rebuilt ${after.get(table) ?? "gone"}`);
  return { lost: [], doubled: [], different: [...different, ...(await refusals(dataFolder))] };
}

/** What a replica could not read, and therefore left out. */
const refusals = (dataFolder: string): Promise<string[]> =>
  withDatabase(dataFolder, async (database) => {
    const all = serviceNames.map((name) => `SELECT reason FROM ${schemaOf(name)}.feed_refusal`);
    const { rows } = await database.query<{ reason: string }>(all.join(" UNION ALL "));
    return rows.map(({ reason }) => `refused by a replica: ${reason}`);
  });

/** As they are once the platform by itself has followed every feed to its end. */
const settledContents = (dataFolder: string): Promise<Contents> =>
  withDatabase(dataFolder, async (database) => {
    const until = Date.now() + PATIENCE;
    while (!(await isSettled(database))) {
      if (Date.now() > until) throw new Error("The services do not hear all that was told");
      await pause(20);
    }
    return contentsOf(database);
  });

async function isSettled(database: Client): Promise<boolean> {
  const { rows } = await database.query<{ behind: number }>(
    `SELECT count(*)::integer AS behind FROM (${FOLLOWED.join(" UNION ALL ")}) AS feed
     WHERE told IS DISTINCT FROM heard`,
  );
  return rows[0]?.behind === 0;
}

/** For each feed that a service follows, where it ends and how far the service has heard it. */
const FOLLOWED = serviceNames.flatMap((name) => {
  const sources = new Set(definitions[name].replicas.map(({ source }) => source));
  return [...sources].map(
    (source) => `SELECT
      (SELECT txid::text || ':' || position FROM ${schemaOf(source)}.outbox
        ORDER BY txid DESC, position DESC LIMIT 1) AS told,
      (SELECT position FROM ${schemaOf(name)}.feed_position WHERE source = '${source}') AS heard`,
  );
});

export async function contentsOf(database: Client): Promise<Contents> {
  const contents = new Map<string, string>();
  for (const service of serviceNames) {
    const { rows: tables } = await database.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema = $1 AND table_type = 'BASE TABLE'
         AND table_name NOT LIKE 'audit\\_%' ORDER BY 1`,
      [schemaOf(service)],
    );
    for (const { name } of tables) {
      const { rows } = await database.query<{ content: string }>(
        `SELECT count(*) || ' rows ' || left(md5(coalesce(string_agg(md5(row), ''
           ORDER BY md5(row)), '')), 8) AS content
         FROM (SELECT (to_jsonb(t) - $1::text[])::text AS row FROM ${name} t) AS rows`,
        [TOLD_AGAIN],
      );
      contents.set(name, rows[0]?.content ?? "");
    }
  }
  return contents;
}
