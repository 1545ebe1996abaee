import { testDatabaseUrl } from "../testing/config.ts";
import { withConnection } from "./one-connection.ts";

const config = { connectionString: testDatabaseUrl() };

it("gives a connection, and closes it", async () => {
  const client = await withConnection(config, async (given) => {
    expect((await given.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    return given;
  });
  await expect(client.query("SELECT 1")).rejects.toThrow("closed");
});

it("rejects the work of one whose server went away, and lets the process live", async () => {
  const work = withConnection(config, async (client) => {
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const ended = new Promise((resolve) => client.once("end", resolve));
    await withConnection(config, (other) =>
      other.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]),
    );
    await ended;
    return client.query("SELECT 1");
  });
  await expect(work).rejects.toThrow();
});
