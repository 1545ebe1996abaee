import { withConnection } from "@convene/shared/database/one-connection";
import type { Client, ClientBase } from "pg";

/** Makes the place of it, where it is missing. */
export async function createStateTable(client: ClientBase): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS platform`);
  await client.query(
    `CREATE TABLE IF NOT EXISTS platform.state (key text PRIMARY KEY, value jsonb NOT NULL)`,
  );
}

/** What the platform itself remembers of a database, such as which demo network it holds. */
export class PlatformState {
  constructor(private readonly adminUrl: string) {}

  async read(key: string): Promise<unknown> {
    return this.withClient(async (client) => {
      const sql = "SELECT value FROM platform.state WHERE key = $1";
      const { rows } = await client.query<{ value: unknown }>(sql, [key]);
      return rows[0]?.value ?? null;
    });
  }

  async write(key: string, value: object): Promise<void> {
    await this.withClient(async (client) => {
      await client.query(
        `INSERT INTO platform.state (key, value) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        [key, JSON.stringify(value)],
      );
    });
  }

  async forget(key: string): Promise<void> {
    await this.withClient((client) =>
      client.query("DELETE FROM platform.state WHERE key = $1", [key]),
    );
  }

  /**
   * One such work at a time, over all processes on this database: loading the demo network, or taking
   * it away. The lock ends with its connection, so that nobody waits for one that was killed.
   */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    return this.withClient(async (client) => {
      await client.query("SELECT pg_advisory_lock(hashtext('convene demo'))");
      return work();
    });
  }

  private withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return withConnection({ connectionString: this.adminUrl }, async (client) => {
      await createStateTable(client);
      return work(client);
    });
  }
}
