import { buildSchema } from "graphql";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { invalid } from "../errors.ts";
import { createHarness } from "../testing/harness.ts";
import { buildViewer } from "../testing/viewers.ts";
import { violatedUnique } from "./transaction.ts";

@Entity()
class Counter {
  @PrimaryColumn("text")
  id!: string;

  @Column("integer")
  value!: number;
}

class Counters1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE TABLE counter (id text CONSTRAINT pk_counter PRIMARY KEY, value integer NOT NULL)",
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE counter");
  }
}

const { db, service } = createHarness({
  name: "counters",
  entities: [Counter],
  migrations: [Counters1800000000000],
  replicas: [],
  createSchema: () => buildSchema("type Query { nothing: String }"),
  createLoaders: () => ({}),
});

const transactions = () => service().parts.transactions;
const valueOf = async (id: string) => (await db().manager.findOneBy(Counter, { id }))?.value;
const build = (id: string) => db().manager.insert(Counter, { id, value: 0 });

/** Resolves once so many have arrived; who comes later passes at once. */
function barrier(size: number): () => Promise<void> {
  let open = () => undefined as unknown;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived >= size) open();
    return opened;
  };
}

describe("write", () => {
  it("runs the loser of a deadlock again", async () => {
    await Promise.all([build("left"), build("right")]);
    const meet = barrier(2);
    let runs = 0;
    const raise = (first: string, second: string) =>
      transactions().write(async (tx) => {
        runs += 1;
        for (const id of [first, second]) {
          const counter = await tx.lock(Counter, id);
          await tx.manager.update(Counter, { id }, { value: (counter?.value ?? NaN) + 1 });
          await meet();
        }
      });
    await Promise.all([raise("left", "right"), raise("right", "left")]);
    expect(runs).toBe(3);
    expect([await valueOf("left"), await valueOf("right")]).toEqual([2, 2]);
  });

  it("gives up after four attempts, and never repeats what failed for another reason", async () => {
    let runs = 0;
    const lost = transactions().write(async (tx) => {
      runs += 1;
      await tx.manager.query("DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END $$");
    });
    await expect(lost).rejects.toThrow("lost");
    expect(runs).toBe(4);
    const refused = transactions().write(() => {
      runs += 1;
      return Promise.reject(invalid("value", "No"));
    });
    await expect(refused).rejects.toThrow("No");
    expect(runs).toBe(5);
  });

  it("locks a row for all others until it has ended", async () => {
    await build("locked");
    const raise = () =>
      transactions().write(async (tx) => {
        const counter = await tx.lock(Counter, "locked");
        await new Promise((resolve) => setTimeout(resolve, 5));
        await tx.manager.update(Counter, { id: "locked" }, { value: (counter?.value ?? NaN) + 1 });
      });
    await Promise.all([1, 2, 3, 4, 5, 6].map(raise));
    expect(await valueOf("locked")).toBe(6);
    expect(await transactions().write((tx) => tx.lock(Counter, "missing"))).toBeNull();
  });

  it("names the constraint that was violated", async () => {
    await build("twice");
    const error: unknown = await build("twice").then(null, (thrown: unknown) => thrown);
    expect(violatedUnique(error)).toBe("pk_counter");
    expect(violatedUnique(new Error("duplicate key"))).toBeNull();
    const other: unknown = await db()
      .query("SELECT 1 / 0")
      .then(null, (thrown: unknown) => thrown);
    expect(violatedUnique(other)).toBeNull();
  });
});

describe("once", () => {
  const viewer = buildViewer({ id: "acc_one" });
  let runs = 0;
  interface Sent {
    readonly id: string;
    readonly idempotencyKey?: string | null;
  }
  const send = (input: Sent, { by = viewer, mutation = "makeCounter" } = {}) =>
    transactions().write((tx) =>
      tx.once({
        viewer: by,
        mutation,
        input,
        first: async () => {
          runs += 1;
          return tx.manager.save(Counter, { id: input.id, value: runs });
        },
        again: (id) => tx.manager.findOneByOrFail(Counter, { id }),
      }),
    );

  beforeEach(() => {
    runs = 0;
  });

  it("has one effect for one key, one after the other and at once", async () => {
    const input = { id: "once", idempotencyKey: "k1" };
    const all = await Promise.all([send(input), send(input), send(input)]);
    expect([...all, await send(input)]).toEqual(Array(4).fill({ id: "once", value: 1 }));
    expect(runs).toBe(1);
  });

  it("has an effect each time without a key", async () => {
    await send({ id: "often" });
    await send({ id: "often", idempotencyKey: null });
    expect(runs).toBe(2);
  });

  it("refuses a key that was used with another input or mutation", async () => {
    await send({ id: "mine", idempotencyKey: "k2" });
    const refused = { extensions: { code: "CONFLICT", field: "idempotencyKey" } };
    await expect(send({ id: "other", idempotencyKey: "k2" })).rejects.toMatchObject(refused);
    const elsewhere = send({ id: "mine", idempotencyKey: "k2" }, { mutation: "other" });
    await expect(elsewhere).rejects.toMatchObject(refused);
    expect(runs).toBe(1);
  });

  it("keeps the keys of viewers apart", async () => {
    await send({ id: "hers", idempotencyKey: "k3" });
    await send({ id: "his", idempotencyKey: "k3" }, { by: buildViewer({ id: "acc_other" }) });
    expect(runs).toBe(2);
  });

  it("forgets a key whose first run failed", async () => {
    const failing = transactions().write((tx) =>
      tx.once({
        viewer,
        mutation: "makeCounter",
        input: { idempotencyKey: "k4" },
        first: () => Promise.reject(new Error("Failed")),
        again: (id) => tx.manager.findOneByOrFail(Counter, { id }),
      }),
    );
    await expect(failing).rejects.toThrow("Failed");
    await send({ id: "retried", idempotencyKey: "k4" });
    expect(runs).toBe(1);
  });
});
