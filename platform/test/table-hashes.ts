import { Client } from "pg";
import { readCatalogue } from "../src/backup/catalogue.ts";
import { serviceOwners } from "../src/runtime/services.ts";

/** What a restore numbers anew: the order of the changes stays, and is looked at. */
const RENUMBERED = `SELECT type || id || version || changed_at || coalesce(payload::text, 'gone')
  AS line, row_number() OVER (ORDER BY txid, position) AS place FROM`;

const WRITTEN_BY_A_START = ["feed_position", "queue"];

/**
 * The number of rows and a hash of all of them, for every table of every schema that is
 * Convene's. Without `feed_position`: how far a consumer has read is counted in the numbers of one
 * server; and without pg-boss's `queue`, which every start writes anew.
 */
export async function tableHashes(adminUrl: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  await withClient(adminUrl, async (client) => {
    await client.query("SET timezone = 'UTC'");
    const { tables } = await readCatalogue(client, serviceOwners(adminUrl));
    for (const { schema, name } of tables.filter(
      (table) => !WRITTEN_BY_A_START.includes(table.name),
    )) {
      const table = `"${schema}"."${name}"`;
      const lines =
        name === "outbox" ? `${RENUMBERED} ${table}` : `SELECT t::text AS line FROM ${table} t`;
      const order = name === "outbox" ? "place" : "line";
      const { rows } = await client.query<{ hash: string }>(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(line, chr(10) ORDER BY ${order}), ''))
           AS hash FROM (${lines}) AS lines`,
      );
      hashes[`${schema}.${name}`] = rows[0]?.hash ?? "";
    }
  });
  return hashes;
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
