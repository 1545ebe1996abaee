import fc from "fast-check";
import { buildSchema } from "graphql";
import sql from "sql-template-tag";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { createHarness } from "../testing/harness.ts";
import { type Connection, ConnectionArgs } from "./connection.ts";
import type { OrderBy } from "./keyset.ts";
import { ChildLists, list } from "./list.ts";

@Entity()
class Item {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  parent!: string;

  @Column("integer")
  rank!: number;

  @Column("date")
  day!: string;

  @Column({ type: "timestamptz", precision: 3 })
  moment!: Date;

  @Column("double precision")
  score!: number;

  @Column("bigint")
  size!: string;
}

class Items1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE item (id text CONSTRAINT pk_item PRIMARY KEY,
      parent text NOT NULL, rank integer NOT NULL, day date NOT NULL,
      moment timestamptz(3) NOT NULL, score double precision NOT NULL, size bigint NOT NULL)`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE item");
  }
}

const { db, sqlOf } = createHarness({
  name: "items",
  entities: [Item],
  migrations: [Items1800000000000],
  replicas: [],
  createSchema: () => buildSchema("type Query { nothing: String }"),
  createLoaders: () => ({}),
});

const TYPES = {
  parent: "text",
  rank: "integer",
  day: "date",
  moment: "timestamptz",
  score: "double precision",
  size: "bigint",
} as const satisfies Record<string, OrderBy["type"]>;
type Column = keyof typeof TYPES;
const COLUMNS = Object.keys(TYPES) as Column[];

const args = (first: number, after: string | null = null) =>
  Object.assign(new ConnectionArgs(), { first, after });

/** Few values in each column, so that there are ties. */
const items = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3, unit: "grapheme-ascii" }),
    parent: fc.constantFrom("a", "b", "Ä"),
    rank: fc.integer({ min: -1, max: 1 }),
    day: fc.constantFrom("2024-02-29", "2027-01-14"),
    moment: fc.constantFrom(new Date(0), new Date("2027-01-14T14:00:00.123Z")),
    score: fc.constantFrom(0.1, -1.5e-7, 1e300),
    size: fc.constantFrom("-3", "9007199254740991"),
  }),
  { selector: ({ id }) => id, maxLength: 25 },
);

const direction = fc.constantFrom("ASC" as const, "DESC" as const);

/** Any columns in any directions, and the id last. */
const orders: fc.Arbitrary<OrderBy[]> = fc
  .tuple(fc.shuffledSubarray(COLUMNS, { maxLength: 3 }), fc.array(direction, { minLength: 4 }))
  .map(([columns, directions]) =>
    [...columns, "id" as const].map((column, index) => ({
      column: `t.${column}`,
      direction: directions[index] ?? "ASC",
      type: column === "id" ? "text" : TYPES[column],
    })),
  );

async function fill(rows: readonly Partial<Item>[]): Promise<void> {
  await db().query("TRUNCATE item");
  if (rows.length > 0) await db().manager.insert(Item, [...rows]);
}

const inOrder = async (order: readonly OrderBy[], where = "true") => {
  const by = order.map(({ column, direction: way }) => `${column} ${way}`).join(", ");
  const rows = await db().query<{ id: string }[]>(
    `SELECT id FROM item AS t WHERE ${where} ORDER BY ${by}`,
  );
  return rows.map(({ id }) => id);
};

/** The ids of all pages; `between` is called after each of them. */
async function walk(order: readonly OrderBy[], first: number, between?: () => Promise<unknown>) {
  const walked: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Connection<Item> = await list(
      db().manager,
      { entity: Item, order },
      args(first, after),
    );
    walked.push(...page.nodes.map(({ id }) => id));
    expect(page.nodes.length).toBeLessThanOrEqual(first);
    if (!page.pageInfo.hasNextPage) return walked;
    after = page.pageInfo.endCursor;
    await between?.();
  }
}

const sizes = fc.integer({ min: 1, max: 7 });

describe("list", () => {
  it("gives every row once and in order, in pages of any size, over ties", async () => {
    await fc.assert(
      fc.asyncProperty(items, orders, sizes, async (rows, order, first) => {
        await fill(rows);
        expect(await walk(order, first)).toEqual(await inOrder(order));
      }),
      { numRuns: 25 },
    );
  });

  it("neither misses nor doubles a row that stays while others come and go", async () => {
    const rounds = fc.array(fc.tuple(items, fc.array(fc.nat({ max: 24 }), { maxLength: 3 })));
    await fc.assert(
      fc.asyncProperty(
        items,
        fc.tuple(orders, sizes),
        rounds,
        async (rows, [order, first], changes) => {
          await fill(rows);
          const staying = new Set(rows.map(({ id }) => id));
          const script = changes.values();
          const walked = await walk(order, first, async () => {
            const [coming = [], going = []] = script.next().value ?? [];
            for (const place of going) {
              const id = rows[place]?.id;
              if (id === undefined || !staying.delete(id)) continue;
              await db().manager.delete(Item, { id });
            }
            const unknown = coming.filter((row) => !rows.some(({ id }) => id === row.id));
            if (unknown.length > 0) await db().manager.upsert(Item, unknown, ["id"]);
          });
          const stayed = (await inOrder(order)).filter((id) => staying.has(id));
          expect(walked.filter((id) => staying.has(id))).toEqual(stayed);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("costs a statement, and one more for the count when it is asked for", async () => {
    await fill([]);
    const order: OrderBy[] = [{ column: "t.id", direction: "ASC", type: "text" }];
    const where = [sql`t.rank > ${0}`];
    const read = () => list(db().manager, { entity: Item, order, where }, args(3));
    expect(await sqlOf(read)).toHaveLength(1);
    expect(await sqlOf(async () => (await read()).totalCount())).toHaveLength(2);
  });

  it("gives entities as TypeORM does, and an empty page for none", async () => {
    const row = { id: "x", parent: "a", rank: 1, day: "2024-02-29", score: 0.1, size: "5" };
    await fill([{ ...row, moment: new Date(5) }]);
    const order: OrderBy[] = [{ column: "t.id", direction: "ASC", type: "text" }];
    const [node] = (await list(db().manager, { entity: Item, order }, args(1))).nodes;
    expect(node).toBeInstanceOf(Item);
    expect(node).toEqual(await db().manager.findOneBy(Item, { id: "x" }));
    const none = await list(db().manager, { entity: Item, order }, args(0));
    expect(none.pageInfo).toEqual({ hasNextPage: true, endCursor: null });
    expect([none.edges, await none.totalCount()]).toEqual([[], 1]);
  });
});

describe("bad arguments", () => {
  const order: OrderBy[] = [...COLUMNS, "id" as const].map((column) => ({
    column: `t.${column}`,
    direction: "ASC",
    type: column === "id" ? "text" : TYPES[column],
  }));
  const good = ["a", 1, "2024-02-29", "2027-01-14T14:00:00.123+00:00", 0.5, 7, "x"];
  const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString("base64url");
  const read = (first: number, after?: string) =>
    list(db().manager, { entity: Item, order }, args(first, after));
  const refusal = (field: string) => ({ extensions: { code: "BAD_USER_INPUT", field } });

  it.each([-1, 101, 1.5, NaN])("refuses the page size %p", async (first) => {
    await expect(read(first)).rejects.toMatchObject(refusal("first"));
    const lists = new ChildLists(db().manager, { entity: Item, order, parent: "t.parent" });
    await expect((async () => lists.load("a", args(first)))()).rejects.toMatchObject(
      refusal("first"),
    );
  });

  it.each([
    ["nonsense", "nonsense"],
    ["nothing", ""],
    ["no list", cursor({ length: 7 })],
    ["too short", cursor(good.slice(1))],
    ["too long", cursor([...good, "y"])],
    ["nested", cursor([[...good], ...good.slice(1)])],
    ["null inside", cursor(good.with(0, null as never))],
    ["text with NUL", cursor(good.with(0, "\0"))],
    ["text for a number", cursor(good.with(1, "1; DROP TABLE item"))],
    ["an integer out of bounds", cursor(good.with(1, 2 ** 31))],
    ["a date that no calendar has", cursor(good.with(2, "2023-02-29"))],
    ["an hour that no day has", cursor(good.with(3, "2027-01-14T25:00:00+00:00"))],
    ["text for a moment", cursor(good.with(3, "now"))],
    ["a fraction for a bigint", cursor(good.with(5, 0.5))],
    ["a boolean", cursor(good.with(6, true as never))],
  ])("refuses a cursor: %s", async (_, after) => {
    await expect(read(1, after)).rejects.toMatchObject(refusal("after"));
  });

  it("takes a cursor that it could have given", async () => {
    expect((await read(1, cursor(good))).edges).toEqual([]);
  });
});

describe("ChildLists", () => {
  it("gives each parent what a list of its own would, in two statements for all", async () => {
    const parents = ["a", "b", "Ä", "nobody's"];
    await fc.assert(
      fc.asyncProperty(items, orders, sizes, async (rows, order, first) => {
        await fill(rows);
        const lists = () =>
          new ChildLists(db().manager, { entity: Item, order, parent: "t.parent" });
        const read = async (after: readonly (string | null)[]) => {
          const loaders = lists();
          const pages = await Promise.all(
            parents.map((parent, index) => loaders.load(parent, args(first, after[index]))),
          );
          return Promise.all(pages.map(async (page) => ({ page, count: await page.totalCount() })));
        };
        const seen = await read([]);
        for (const [index, { page, count }] of seen.entries()) {
          const all = await inOrder(order, `t.parent = '${parents[index]?.replace("'", "''")}'`);
          expect(page.nodes.map(({ id }) => id)).toEqual(all.slice(0, first));
          expect([page.pageInfo.hasNextPage, count]).toEqual([all.length > first, all.length]);
        }
        const next = await read(seen.map(({ page }) => page.pageInfo.endCursor));
        for (const [index, { page }] of next.entries()) {
          const all = await inOrder(order, `t.parent = '${parents[index]?.replace("'", "''")}'`);
          const from = all.length === 0 ? 0 : Math.min(first, all.length);
          expect(page.nodes.map(({ id }) => id)).toEqual(all.slice(from, from + first));
        }
        expect(await sqlOf(() => read([]))).toHaveLength(2);
      }),
      { numRuns: 20 },
    );
  });

  it("applies its conditions to lists and counts", async () => {
    await fill(
      [-1, 0, 1].map((rank) => ({
        ...{ id: `i${rank}`, parent: "a", rank, day: "2024-02-29" },
        ...{ moment: new Date(0), score: 0, size: "0" },
      })),
    );
    const lists = new ChildLists(db().manager, {
      entity: Item,
      parent: "t.parent",
      order: [{ column: "t.id", direction: "DESC", type: "text" }],
      where: [sql`t.rank >= ${0}`],
    });
    const page = await lists.load("a", args(10));
    expect([page.nodes.map(({ id }) => id), await page.totalCount()]).toEqual([["i1", "i0"], 2]);
  });
});
