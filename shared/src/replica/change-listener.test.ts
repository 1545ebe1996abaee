import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { CHANGES_CHANNEL } from "../outbox/outbox.ts";
import { testDatabaseUrl } from "../testing/config.ts";
import { ChangeListener } from "./change-listener.ts";

const SOURCE = `source-${Math.random().toString(36).slice(2)}`;
const teller = new Client({ connectionString: testDatabaseUrl() });
beforeAll(() => teller.connect());
afterAll(() => teller.end());
const ring = () => teller.query("SELECT pg_notify($1, $2)", [CHANGES_CHANNEL, SOURCE]);

async function until(condition: () => boolean, work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries++) {
    await work();
    await setTimeout(50);
  }
  expect(condition()).toBe(true);
}

/** Ends the connection from the other side, as a restart of Postgres does. */
const cutOff = (name: string) =>
  teller.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1",
    [name],
  );

it("hears again after its connection was lost, and says that it was", async () => {
  const url = new URL(testDatabaseUrl());
  // Other tests listen on the same server: theirs stay.
  url.searchParams.set("application_name", SOURCE);
  const logged: string[] = [];
  const log = { error: (_: object, message: string) => void logged.push(message) };
  const listener = new ChangeListener(url.href, log);
  let heard = 0;
  listener.onChange((source) => {
    if (source === SOURCE) heard += 1;
  });
  await listener.start();
  await until(() => heard > 0, ring);
  await cutOff(SOURCE);
  await until(
    () => logged.length > 0,
    () => Promise.resolve(),
  );
  heard = 0;
  await until(() => heard > 0, ring);
  await listener.stop();
  expect(new Set(logged)).toEqual(
    new Set(["lost the connection that listens for changes; connecting again"]),
  );
}, 15_000);

it("says when it cannot listen at the start", async () => {
  const log = { error: () => undefined };
  const listener = new ChangeListener("postgres://nobody@127.0.0.1:1/nowhere", log);
  await expect(listener.start()).rejects.toThrow(/ECONNREFUSED/);
  await listener.stop();
});
