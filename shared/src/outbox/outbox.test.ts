import { buildSchema } from "graphql";
import {
  Column,
  Entity,
  type EntityManager,
  In,
  type MigrationInterface,
  PrimaryColumn,
  type QueryRunner,
} from "typeorm";
import { Transaction } from "../database/transaction.ts";
import { ChangeListener } from "../replica/change-listener.ts";
import { testDatabaseUrl } from "../testing/config.ts";
import { createHarness, untilTold } from "../testing/harness.ts";
import { FROM_THE_START, OutboxFeed } from "./change-feed.ts";

@Entity()
class Note {
  @PrimaryColumn("text")
  id!: string;

  @Column("text", { array: true })
  words!: string[];
}

class Notes1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE TABLE note (id text CONSTRAINT pk_note PRIMARY KEY, words text[] NOT NULL)",
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE note");
  }
}

const harness = createHarness({
  name: "notes",
  entities: [Note],
  migrations: [Notes1800000000000],
  replicas: [],
  createSchema: () => buildSchema("type Query { nothing: String }"),
  createLoaders: () => ({}),
});
const { db, service } = harness;

const load = async (manager: EntityManager, ids: readonly string[]) => {
  const notes = await manager.findBy(Note, { id: In([...ids]) });
  return new Map(notes.map(({ id, words }) => [id, { words }]));
};
const tell = (manager: EntityManager, ...ids: string[]) =>
  new Transaction(manager, "notes").publish({ type: "Note", ids, load });
const addWord = (manager: EntityManager, id: string, word: string) =>
  manager.query(
    `INSERT INTO note VALUES ($1, ARRAY[$2]) ON CONFLICT (id) DO UPDATE SET
       words = note.words || excluded.words`,
    [id, word],
  );
const write = (id: string, word: string) =>
  service().parts.transactions.write(async (tx) => {
    await addWord(tx.manager, id, word);
    await tx.publish({ type: "Note", ids: [id], load });
  });
const toldOf = async (id: string) => (await harness.told("Note")).filter((one) => one.id === id);

it("tells the latest version of an aggregate, which rises by one over its end as well", async () => {
  await write("n1", "one");
  await write("n1", "two");
  expect(await toldOf("n1")).toMatchObject([{ version: 2, payload: { words: ["one", "two"] } }]);
  await service().parts.transactions.write(async (tx) => {
    await tx.manager.delete(Note, { id: "n1" });
    await tx.publish({ type: "Note", ids: ["n1"], load });
  });
  expect(await toldOf("n1")).toEqual([{ type: "Note", id: "n1", version: 3, payload: null }]);
  await write("n1", "again");
  expect(await toldOf("n1")).toMatchObject([{ version: 4, payload: { words: ["again"] } }]);
});

it("tells both changes when two transactions change one aggregate at once", async () => {
  await write("shared", "start");
  const [one, other] = [db().createQueryRunner(), db().createQueryRunner()];
  await one.startTransaction();
  await other.startTransaction();
  // Rows of different ids, so that only the outbox lets the second wait for the first.
  const both = async (manager: EntityManager, word: string) => {
    await addWord(manager, `part-${word}`, word);
    await new Transaction(manager, "notes").publish({
      type: "Note",
      ids: ["shared"],
      load: async () => {
        const parts = await manager.query<{ words: string[] }[]>(
          "SELECT words FROM note WHERE id LIKE 'part-%' ORDER BY id",
        );
        return new Map([["shared", { words: parts.flatMap(({ words }) => words) }]]);
      },
    });
  };
  await both(one.manager, "left");
  let ended = false;
  const second = both(other.manager, "right").then(() => (ended = true));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(ended).toBe(false);
  await one.commitTransaction();
  await second;
  await other.commitTransaction();
  await Promise.all([one.release(), other.release()]);
  expect(await toldOf("shared")).toMatchObject([
    { version: 3, payload: { words: ["left", "right"] } },
  ]);
});

it("leaves nothing behind when the transaction is rolled back", async () => {
  await write("kept", "before");
  const undone = service().parts.transactions.write(async (tx) => {
    await addWord(tx.manager, "kept", "after");
    await addWord(tx.manager, "never", "made");
    await tx.publish({ type: "Note", ids: ["kept", "never"], load });
    throw new Error("No");
  });
  await expect(undone).rejects.toThrow("No");
  expect(await toldOf("kept")).toMatchObject([{ version: 1, payload: { words: ["before"] } }]);
  expect(await toldOf("never")).toEqual([]);
});

it("tells many at once, each once, and nothing for no ids", async () => {
  await db().transaction(async (manager) => {
    for (const id of ["m1", "m2"]) await addWord(manager, id, `it's "${id}" \\ {a,b} ünï`);
    await tell(manager, "m2", "m1", "m2");
    await tell(manager);
  });
  expect(await toldOf("m1")).toMatchObject([
    { version: 1, payload: { words: [`it's "m1" \\ {a,b} ünï`] } },
  ]);
  expect(await toldOf("m2")).toMatchObject([{ version: 1 }]);
});

describe("OutboxFeed", () => {
  it("holds a change back until every earlier transaction has ended", async () => {
    await untilTold(db());
    const feed = new OutboxFeed("notes", db());
    const { position } = await feed.changesAfter(FROM_THE_START, 1_000);
    const late = db().createQueryRunner();
    await late.startTransaction();
    await addWord(late.manager, "late", "word");
    await tell(late.manager, "late");
    await write("early", "word");
    expect(await feed.changesAfter(position, 10)).toEqual({ changes: [], position, whole: false });
    await late.commitTransaction();
    await late.release();
    await untilTold(db());
    const { changes } = await feed.changesAfter(position, 10);
    expect(changes.map(({ id }) => id)).toEqual(["late", "early"]);
  });

  it("says in one statement what may be told, and whether that is all", async () => {
    await untilTold(db());
    const feed = new OutboxFeed("notes", db());
    const statements = await harness.sqlOf(() => feed.changesAfter(FROM_THE_START, 1));
    expect(statements).toHaveLength(1);
    const { position } = await feed.changesAfter(FROM_THE_START, 1_000);
    expect(await feed.changesAfter(position, 1)).toEqual({ changes: [], position, whole: true });
  });

  it("gives pages of the size asked for, which join without a gap", async () => {
    for (let count = 0; count < 5; count++) await write(`page-${count}`, "word");
    await untilTold(db());
    const feed = new OutboxFeed("notes", db());
    const all = (await feed.changesAfter(FROM_THE_START, 1_000)).changes;
    const walked: unknown[] = [];
    let position = FROM_THE_START;
    for (;;) {
      const page = await feed.changesAfter(position, 2);
      if (page.changes.length === 0) break;
      expect(page.changes.length).toBeLessThanOrEqual(2);
      walked.push(...page.changes);
      position = page.position;
    }
    expect(walked).toEqual(all);
  });

  it("loses nothing between two pages where the number of a transaction gains a digit", async () => {
    await db().query(
      `INSERT INTO outbox (type, id, version, txid, position) VALUES
       ('Digit', 'ten', 1, '10', 3), ('Digit', 'eight', 1, '8', 1), ('Digit', 'nine', 1, '9', 2)`,
    );
    const feed = new OutboxFeed("notes", db());
    const first = await feed.changesAfter(FROM_THE_START, 2);
    const second = await feed.changesAfter(first.position, 1);
    const ids = [...first.changes, ...second.changes].map(({ id }) => id);
    expect(ids).toEqual(["eight", "nine", "ten"]);
  });

  it.each(["", "1", "a:b", "1:2:3", "-1:0", "1:2; DROP TABLE note"])(
    "refuses the position %j",
    async (position) => {
      await expect(new OutboxFeed("notes", db()).changesAfter(position, 1)).rejects.toMatchObject({
        extensions: { code: "BAD_USER_INPUT", field: "after" },
      });
    },
  );
});

it("wakes who listens when it commits, and not before", async () => {
  const log = { error: (details: object) => process.stderr.write(JSON.stringify(details)) };
  const listener = new ChangeListener(testDatabaseUrl(), log);
  const heard: string[] = [];
  let rung = () => undefined as unknown;
  const wakes = new Promise<void>((resolve) => (rung = resolve));
  const stopListening = listener.onChange((source) => {
    if (source !== "notes") return;
    heard.push(source);
    rung();
  });
  await listener.start();
  await db().transaction(async (manager) => {
    await addWord(manager, "rung", "word");
    await tell(manager, "rung");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual([]);
  });
  await wakes;
  expect(heard).toEqual(["notes"]);
  stopListening();
  await write("rung", "again");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual(["notes"]);
  await listener.stop();
});
