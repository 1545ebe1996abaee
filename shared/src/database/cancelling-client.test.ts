import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { testDatabaseUrl } from "../testing/config.ts";
import { createDataSource } from "./data-source.ts";
import { whileWanted } from "./wanted.ts";

const name = `cancelling-${Math.random().toString(36).slice(2, 8)}`;
const tables = { name, entities: [], migrations: [] };
let db: DataSource;

beforeAll(async () => {
  db = await createDataSource(tables, { url: testDatabaseUrl(), poolSize: 1 }).initialize();
});
afterAll(() => db.destroy());

const CANCELED = { driverError: { code: "57014" } };

/** A statement of a question, and how its client leaves. */
function ask(sql: string) {
  const client = new AbortController();
  const asked = whileWanted(client.signal, () => db.query<unknown[]>(sql));
  return {
    asked,
    leave: () => {
      client.abort(new Error("left"));
    },
  };
}

it("ends a statement in PostgreSQL when nobody waits for it any more", async () => {
  const began = performance.now();
  const { asked, leave } = ask("SELECT pg_sleep(20)");
  setTimeout(leave, 100);
  await expect(asked).rejects.toMatchObject(CANCELED);
  expect(performance.now() - began).toBeLessThan(5_000);
  // The one connection there is, so that PostgreSQL has given it free.
  expect(await db.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("never ends the next statement of the same connection in its place", async () => {
  for (let round = 0; round < 40; round += 1) {
    const { asked, leave } = ask("SELECT pg_sleep(0.003)");
    const ended = asked.catch(() => null);
    await pause(round % 8);
    leave();
    const next = db.query("SELECT pg_sleep(0.002), 1 AS one");
    await ended;
    expect(await next).toMatchObject([{ one: 1 }]);
  }
});

it("begins no reading for one who has left, and ends their transaction", async () => {
  const client = new AbortController();
  const work = whileWanted(client.signal, () =>
    db.transaction(async (manager) => {
      await manager.query("SELECT 1");
      client.abort(new Error("left"));
      await manager.query("SELECT pg_sleep(20)");
    }),
  );
  await expect(work).rejects.toMatchObject({ message: "left" });
  expect(await db.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("lets all others go on, and those who wait to the end", async () => {
  const { asked } = ask("SELECT 1 AS one");
  expect(await asked).toEqual([{ one: 1 }]);
  expect(await db.query("SELECT 2 AS two")).toEqual([{ two: 2 }]);
});
