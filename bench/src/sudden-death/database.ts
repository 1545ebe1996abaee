import { attachPostgres } from "@convene/platform/postgres/attach-postgres";
import { Client } from "pg";

/** Looks into the database of a Convene that runs on this data folder. */
export async function withDatabase<T>(
  dataFolder: string,
  look: (client: Client) => Promise<T>,
): Promise<T> {
  const database = await attachPostgres(dataFolder);
  if (!database) throw new Error(`No Convene runs on ${dataFolder}`);
  const client = new Client({ connectionString: database.url });
  client.on("error", () => undefined); // it is killed in the middle: the query that waits fails too
  await client.connect();
  try {
    return await look(client);
  } finally {
    await client.end();
  }
}
