import { Client, type ClientConfig } from "pg";

/**
 * Runs `work` on one connection of its own, which is closed afterwards. Where the server goes away,
 * the statement that waits is rejected; that the connection says so as well must not end the process.
 */
export async function withConnection<T>(
  config: ClientConfig,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(config);
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
