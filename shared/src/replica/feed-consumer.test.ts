import fc from "fast-check";
import { buildSchema } from "graphql";
import {
  Column,
  type DataSource,
  Entity,
  type EntityManager,
  In,
  type MigrationInterface,
  PrimaryColumn,
  type QueryRunner,
} from "typeorm";
import { z } from "zod";
import { Transaction } from "../database/transaction.ts";
import {
  type Change,
  type ChangeFeed,
  type ChangePage,
  FROM_THE_START,
  OutboxFeed,
} from "../outbox/change-feed.ts";
import type { ServiceDefinition } from "../service/service-definition.ts";
import { createHarness, untilTold } from "../testing/harness.ts";
import { FeedConsumer } from "./feed-consumer.ts";
import { type Replica, replicaTable } from "./replica.ts";

@Entity()
class Thing {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  title!: string;
}

@Entity()
class ThingCopy extends Thing {
  @Column("bigint")
  version!: string;
}

class Things1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE thing (id text CONSTRAINT pk_thing PRIMARY KEY, title text NOT NULL);
      CREATE TABLE thing_copy (id text CONSTRAINT pk_thing_copy PRIMARY KEY,
        title text NOT NULL, version bigint NOT NULL);
    `);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE thing, thing_copy");
  }
}

const define = (name: string): ServiceDefinition => ({
  name,
  entities: [Thing, ThingCopy],
  migrations: [Things1800000000000],
  replicas: [],
  createSchema: () => buildSchema("type Query { nothing: String }"),
  createLoaders: () => ({}),
});

const teller = createHarness(define("teller"));
const reader = createHarness(define("reader"));

const replica = replicaTable({
  source: "teller",
  type: "Thing",
  payload: z.object({ title: z.string() }),
  entity: ThingCopy,
  row: ({ id, payload: { title } }) => ({ id, title }),
});

const load = async (manager: EntityManager, ids: readonly string[]) => {
  const things = await manager.findBy(Thing, { id: In([...ids]) });
  return new Map(things.map(({ id, title }) => [id, { title }]));
};

/** Writes (or, without a title, takes away) a thing and tells it, in a transaction left open. */
async function change(manager: EntityManager, id: string, title: string | null): Promise<void> {
  if (title === null) await manager.delete(Thing, { id });
  else await manager.upsert(Thing, { id, title }, ["id"]);
  await new Transaction(manager, "teller").publish({ type: "Thing", ids: [id], load });
}

const IDS = ["a", "b", "c", "d", "e"];

type Step =
  | { readonly do: "begin"; readonly id: string; readonly title: string | null }
  | { readonly do: "end"; readonly which: number; readonly commit: boolean }
  | { readonly do: "pull"; readonly page: number; readonly breakAt: number | null };

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("begin" as const),
      id: fc.constantFrom(...IDS),
      title: fc.option(fc.string({ maxLength: 3, unit: "grapheme-ascii" })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("end" as const),
      which: fc.nat({ max: 3 }),
      commit: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("pull" as const),
      page: fc.integer({ min: 1, max: 4 }),
      breakAt: fc.option(fc.nat({ max: 3 })),
    }),
  },
);

/** Breaks while a page is applied, after the replica was written: its transaction is lost. */
const breaking = (breakAt: number | null): Replica<{ title: string }> => {
  let pages = 0;
  return {
    ...replica,
    remove: async (manager, tombstones) => {
      await replica.remove(manager, tombstones);
      if (pages++ === breakAt) throw new Error("Broken off");
    },
  };
};

/** Open transactions, each on a connection of its own and on one thing that no other holds. */
class LateCommits {
  private readonly open = new Map<string, QueryRunner>();

  constructor(private readonly db: DataSource) {}

  async begin(id: string, title: string | null): Promise<void> {
    if (this.open.has(id) || this.open.size >= 3) return;
    const runner = this.db.createQueryRunner();
    this.open.set(id, runner);
    await runner.startTransaction();
    await change(runner.manager, id, title);
  }

  async end(which: number, commit: boolean): Promise<void> {
    const held = [...this.open][which];
    if (!held) return;
    const [id, runner] = held;
    this.open.delete(id);
    await (commit ? runner.commitTransaction() : runner.rollbackTransaction());
    await runner.release();
  }

  async endAll(): Promise<void> {
    while (this.open.size > 0) await this.end(0, true);
  }
}

const state = async (db: DataSource, table: "thing" | "thing_copy") =>
  db.query<{ id: string; title: string }[]>(`SELECT id, title FROM ${table} ORDER BY id`);

/** Runs the steps, lets everything arrive, and gives what is there, copied and copied anew. */
async function play(script: readonly Step[], createFeed: () => ChangeFeed) {
  await teller.db().query("TRUNCATE thing, outbox");
  await reader.db().query("TRUNCATE thing_copy, feed_position, feed_refusal");
  const late = new LateCommits(teller.db());
  const pull = (page: number, breakAt: number | null) =>
    new FeedConsumer(reader.db(), createFeed(), [breaking(breakAt)]).catchUp(page);
  for (const step of script) {
    if (step.do === "begin") await late.begin(step.id, step.title);
    if (step.do === "end") await late.end(step.which, step.commit);
    if (step.do === "pull") await pull(step.page, step.breakAt).catch(ignoreBroken);
  }
  await late.endAll();
  await untilTold(teller.db());
  await pull(2, null);
  const copied = await state(reader.db(), "thing_copy");
  await new FeedConsumer(reader.db(), createFeed(), [replica]).rebuild(3);
  const rebuilt = await state(reader.db(), "thing_copy");
  return { told: await state(teller.db(), "thing"), copied, rebuilt };
}

function ignoreBroken(error: unknown): void {
  if (!(error instanceof Error) || error.message !== "Broken off") throw error;
}

const scripts = fc.array(steps, { minLength: 8, maxLength: 40 });

it("copies what is there, in any pages, over restarts, aborted pages and late commits", async () => {
  const feed = new OutboxFeed("teller", teller.db());
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const { told, copied, rebuilt } = await play(script, () => feed);
      expect(copied).toEqual(told);
      expect(rebuilt).toEqual(told);
    }),
    { numRuns: 20 },
  );
}, 120_000);

/** What the feed would be without its commit horizon: in the order in which positions were taken. */
class FeedByPosition implements ChangeFeed {
  readonly source = "teller";

  async changesAfter(after: string, limit: number): Promise<ChangePage> {
    const rows = await teller.db().query<(Change & { position: string })[]>(
      `SELECT type, id, version::integer, payload, position FROM outbox
       WHERE position > $1 ORDER BY position LIMIT $2`,
      [after.split(":")[1], limit],
    );
    const position = `0:${rows.at(-1)?.position ?? after.split(":")[1] ?? "0"}`;
    return { changes: rows, position, whole: rows.length < limit };
  }
}

it("would show it if a feed in the order of positions lost a late commit", async () => {
  const late: Step[] = [
    { do: "begin", id: "a", title: "took its position first" },
    { do: "begin", id: "b", title: "committed first" },
    { do: "end", which: 1, commit: true },
    { do: "pull", page: 10, breakAt: null },
  ];
  const lost = await play(late, () => new FeedByPosition());
  expect(lost.told).toHaveLength(2);
  expect(lost.copied).toEqual([{ id: "b", title: "committed first" }]);
  expect((await play(late, () => new OutboxFeed("teller", teller.db()))).copied).toEqual(lost.told);
});

it("writes down what it cannot read, goes on, and forgets it when it can read it", async () => {
  const feed = new OutboxFeed("teller", teller.db());
  await play([], () => feed);
  const strict: Replica = {
    ...replica,
    payload: z.object({ title: z.string().min(3) }),
  };
  const consumer = () => new FeedConsumer(reader.db(), feed, [strict]);
  const refusals = () => reader.db().query(`SELECT source, type, id, version FROM feed_refusal`);
  const write = (id: string, title: string) =>
    teller.db().transaction((manager) => change(manager, id, title));
  await write("a", "x");
  await write("b", "readable");
  await untilTold(teller.db());
  expect(await consumer().catchUp()).toBe(2);
  expect(await state(reader.db(), "thing_copy")).toEqual([{ id: "b", title: "readable" }]);
  expect(await refusals()).toEqual([{ source: "teller", type: "Thing", id: "a", version: "1" }]);
  await write("a", "mended");
  await untilTold(teller.db());
  await consumer().catchUp();
  expect(await refusals()).toEqual([]);
  expect(await state(reader.db(), "thing_copy")).toHaveLength(2);
});

it("waits for what a running transaction holds back, and no longer than it is told to", async () => {
  const feed = new OutboxFeed("teller", teller.db());
  await play([], () => feed);
  const consumer = new FeedConsumer(reader.db(), feed, [replica]);
  const runner = teller.db().createQueryRunner();
  await runner.startTransaction();
  await runner.query("SELECT pg_current_xact_id()");
  await teller.db().transaction((manager) => change(manager, "a", "held back"));
  expect(await consumer.catchUpWhole(50)).toBe(false);
  expect(await consumer.catchUpWhole(50, () => Promise.resolve(true))).toBe(true);
  expect(await state(reader.db(), "thing_copy")).toEqual([]);
  const waiting = consumer.catchUpWhole(20_000);
  await runner.commitTransaction();
  await runner.release();
  expect(await waiting).toBe(true);
  expect(await state(reader.db(), "thing_copy")).toEqual([{ id: "a", title: "held back" }]);
});

it("takes away what it cannot read any more: it may have become private", async () => {
  const feed = new OutboxFeed("teller", teller.db());
  await play([], () => feed);
  const strict: Replica = { ...replica, payload: z.object({ title: z.string().min(3) }) };
  const consumer = () => new FeedConsumer(reader.db(), feed, [strict]);
  for (const title of ["readable", "x"]) {
    await teller.db().transaction((manager) => change(manager, "a", title));
    await untilTold(teller.db());
    await consumer().catchUp();
  }
  expect(await state(reader.db(), "thing_copy")).toEqual([]);
});

it("pulls once for callers that come while it waits, and keeps other processes out", async () => {
  await play([{ do: "begin", id: "a", title: "one" }], () => new OutboxFeed("teller", teller.db()));
  let calls = 0;
  const counted: ChangeFeed = {
    source: "teller",
    changesAfter: async (position, limit) => {
      calls += 1;
      return new OutboxFeed("teller", teller.db()).changesAfter(position, limit);
    },
  };
  const consumer = new FeedConsumer(reader.db(), counted, [replica]);
  const first = consumer.catchUp();
  await Promise.resolve();
  await Promise.all([first, consumer.catchUp(), consumer.catchUp(), consumer.catchUp()]);
  expect(calls).toBe(2);
  await reader.db().query("UPDATE feed_position SET position = $1", [FROM_THE_START]);
  const processes = [1, 2, 3].map(() => new FeedConsumer(reader.db(), counted, [replica]));
  const applied = await Promise.all(processes.map((process) => process.catchUp()));
  expect(applied.reduce((sum, count) => sum + count, 0)).toBe(1);
});
