import { setTimeout } from "node:timers/promises";
import { buildSchema } from "graphql";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { z } from "zod";
import type { ChangeFeed } from "../outbox/change-feed.ts";
import { FakeFeed } from "../testing/fake-feed.ts";
import { createHarness } from "../testing/harness.ts";
import { type ChangeSignal, Feeds } from "./feeds.ts";
import { replicaTable } from "./replica.ts";

@Entity()
class Place {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;
}

class Places1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE TABLE place (id text CONSTRAINT pk_place PRIMARY KEY, version bigint NOT NULL)",
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE place");
  }
}

const { db } = createHarness({
  name: "places",
  entities: [Place],
  migrations: [Places1800000000000],
  replicas: [],
  createSchema: () => buildSchema("type Query { nothing: String }"),
  createLoaders: () => ({}),
});

const placesOf = (source: string) =>
  replicaTable({
    source,
    type: "Place",
    payload: z.object({}),
    entity: Place,
    row: ({ id }) => ({ id }),
  });

const broken: ChangeFeed = {
  source: "broken",
  changesAfter: () => Promise.reject(new Error("Nobody answers")),
};

let opened: Feeds | null = null;
afterEach(() => opened?.stop());
beforeEach(() => db().query("TRUNCATE feed_position, place"));

/** The broken source comes first, so that whoever waits for it gets nothing. */
function setUp() {
  const told = new FakeFeed("told");
  const logged: object[] = [];
  const feeds = new Feeds({
    db: db(),
    replicas: ["broken", "told"].map(placesOf),
    feeds: [broken, told, new FakeFeed("of no interest")],
    log: { error: (details) => logged.push(details) },
  });
  opened = feeds;
  const wakers = new Set<(source: string) => void>();
  const signal: ChangeSignal = {
    onChange: (wake) => {
      wakers.add(wake);
      return () => wakers.delete(wake);
    },
  };
  return { told, logged, feeds, signal, wakers };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await condition()) return;
    await setTimeout(10);
  }
  throw new Error("It did not happen within four seconds");
}

const has = (id: string) => () => db().manager.existsBy(Place, { id });
const place = (id: string) => ({ type: "Place", id, payload: {} });

it("follows each source by itself, and says which does not answer", async () => {
  const { told, logged, feeds, signal } = setUp();
  told.tell([place("first")]);
  feeds.follow(signal);
  await until(has("first"));
  await until(() => Promise.resolve(logged.length > 0));
  expect(logged).toEqual([{ err: new Error("Nobody answers"), source: "broken" }]);
});

it("is woken for its sources alone, and listens no more when it has stopped", async () => {
  const { told, feeds, signal, wakers } = setUp();
  feeds.follow(signal);
  const wake = (source: string) => {
    for (const waker of wakers) waker(source);
  };
  told.tell([place("woken")]);
  wake("nobody knows it");
  wake("told");
  await until(has("woken"));
  await feeds.stop();
  expect(wakers.size).toBe(0);
});

it("finds out by the clock what no signal told", async () => {
  const { told, feeds, signal } = setUp();
  feeds.follow(signal);
  await setTimeout(100);
  told.tell([place("polled")]);
  await until(has("polled"));
});

it("catches up with one source when a rule asks for it, and reports a failure", async () => {
  const { told, feeds } = setUp();
  told.tell([place("asked")]);
  await feeds.catchUp("told");
  expect(await has("asked")()).toBe(true);
  await expect(feeds.catchUp("broken")).rejects.toMatchObject({
    extensions: { code: "SERVICE_UNAVAILABLE" },
  });
});

it("does not say that a thing is missing while its source is held back", async () => {
  const { told, feeds } = setUp();
  const changesAfter = told.changesAfter.bind(told);
  told.changesAfter = async (...asked) => ({ ...(await changesAfter(...asked)), whole: false });
  await expect(feeds.catchUpOn("told", has("late"))).rejects.toMatchObject({
    extensions: { code: "SERVICE_UNAVAILABLE" },
  });
  told.tell([place("late")]);
  await feeds.catchUpOn("told", has("late"));
  expect(await has("late")()).toBe(true);
});
