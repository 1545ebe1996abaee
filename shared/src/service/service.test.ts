import { buildSchema } from "graphql";
import { Client } from "pg";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { testDatabaseUrl } from "../testing/config.ts";
import { openService } from "./service.ts";

const schema = `test_${process.pid}_together`;

class Slow1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE slow (id text CONSTRAINT pk_slow PRIMARY KEY)");
    await runner.query("SELECT pg_sleep(0.2)");
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE slow");
  }
}

async function admin(statement: string): Promise<void> {
  const client = new Client({ connectionString: testDatabaseUrl() });
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeAll(() => admin(`CREATE SCHEMA ${schema}`));
afterAll(() => admin(`DROP SCHEMA ${schema} CASCADE`));

it("is opened by several processes at the same moment, on tables that nobody has made yet", async () => {
  const definition = {
    name: "together",
    entities: [],
    migrations: [Slow1800000000000],
    replicas: [],
    createSchema: () => buildSchema("type Query { nothing: String }"),
    createLoaders: () => ({}),
  };
  const connection = { url: testDatabaseUrl(), settings: { search_path: schema }, poolSize: 2 };
  const log = { error: () => undefined, info: () => undefined };
  const opening = [1, 2, 3].map(() => openService(definition, { connection, feeds: [], log }));
  const opened = await Promise.allSettled(opening);
  expect(opened).toMatchObject(opened.map(() => ({ status: "fulfilled" })));
  const ready = opened.map(
    async (one) => one.status === "fulfilled" && (await one.value.isReady()),
  );
  await expect(Promise.all(ready)).resolves.toEqual([true, true, true]);
  for (const one of opened) if (one.status === "fulfilled") await one.value.stop();
});
