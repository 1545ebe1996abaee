import fc from "fast-check";
import { buildSchema } from "graphql";
import sql, { empty, type Sql } from "sql-template-tag";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { whereSql } from "../connection/list.ts";
import { createHarness } from "../testing/harness.ts";
import type { FacetFilter, SingleFacetFilter } from "./facet-filter.inputs.ts";
import { arrayFacet, facetSql, numberFacet, valueFacet } from "./facet-sql.ts";

@Entity()
class Thing {
  @PrimaryColumn("text")
  id!: string;

  @Column("text", { array: true, nullable: true })
  words!: string[] | null;

  @Column("integer", { array: true })
  numbers!: number[];

  @Column("text", { nullable: true })
  word!: string | null;
}

class Things1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE thing (id text CONSTRAINT pk_thing PRIMARY KEY,
      words text[], numbers integer[] NOT NULL, word text)`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE thing");
  }
}

const { db } = createHarness({
  name: "things",
  entities: [Thing],
  migrations: [Things1800000000000],
  replicas: [],
  createSchema: () => buildSchema("type Query { nothing: String }"),
  createLoaders: () => ({}),
});

async function idsOf(condition: Sql): Promise<string[]> {
  const { text, values } = sql`SELECT id FROM thing AS t ${whereSql([condition])} ORDER BY id`;
  return (await db().query<{ id: string }[]>(text, values)).map(({ id }) => id);
}

async function fill(things: readonly Partial<Thing>[]): Promise<Thing[]> {
  await db().query("TRUNCATE thing");
  const rows = things.map((thing, index) =>
    Object.assign(new Thing(), { words: [], numbers: [], word: null, id: `t${index}` }, thing),
  );
  if (rows.length > 0) await db().manager.insert(Thing, rows);
  return rows;
}

const WORDS = ["a", "A", "", "ä, b", `{"'\\}`, "NULL"];
const NUMBERS = [1, 2, 3, 23];

const things = fc.array(
  fc.record({
    words: fc.option(fc.array(fc.constantFrom(...WORDS), { maxLength: 4 })),
    numbers: fc.array(fc.constantFrom(...NUMBERS), { maxLength: 4 }),
    word: fc.option(fc.constantFrom(...WORDS)),
  }),
  { maxLength: 8 },
);

/** Any of the lists: with values, doubled, empty, null or absent. */
const asking = <T>(values: readonly T[]) => {
  const list = fc.option(fc.array(fc.constantFrom(...values), { maxLength: 3 }), { freq: 8 });
  return fc.record({ anyOf: list, allOf: list, noneOf: list }, { requiredKeys: [] });
};

/** What the three lists mean, said in JavaScript. */
function keeps<T>(held: readonly T[], asked: FacetFilter<T>): boolean {
  const has = (value: T) => held.includes(value);
  return (
    (asked.anyOf?.some(has) ?? true) &&
    (asked.allOf?.every(has) ?? true) &&
    !(asked.noneOf?.some(has) ?? false)
  );
}

const single = <T>({ anyOf, noneOf }: FacetFilter<T>): SingleFacetFilter<T> => ({
  ...(anyOf !== undefined && { anyOf }),
  ...(noneOf !== undefined && { noneOf }),
});

const valueOf = ({ word }: Thing) => (word === null ? [] : [word]);
const OBJECTIVES = { column: "t.numbers", upTo: 23 };
const inItsOwnWay = {
  some: (values: string[]) => sql`t.word IN (SELECT unnest(${values}::text[]))`,
};

it("keeps in the database what the lists mean, for every way to hold values", async () => {
  await fc.assert(
    fc.asyncProperty(things, asking(WORDS), asking(NUMBERS), async (told, words, numbers) => {
      const rows = await fill(told);
      const kept = (fits: (row: Thing) => boolean) => rows.filter(fits).map(({ id }) => id);
      const found = async (condition: Sql) => (await idsOf(condition)).sort();
      expect(await found(arrayFacet("words", "t.words", words))).toEqual(
        kept((row) => keeps(row.words ?? [], words)),
      );
      expect(await found(numberFacet("numbers", OBJECTIVES, numbers))).toEqual(
        kept((row) => keeps(row.numbers, numbers)),
      );
      expect(await found(valueFacet("word", "t.word", single(words)))).toEqual(
        kept((row) => keeps(valueOf(row), single(words))),
      );
      expect(await found(facetSql("word", inItsOwnWay, words))).toEqual(
        kept((row) => keeps(valueOf(row), words)),
      );
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe("a list", () => {
  it("asks nothing where it is absent or null, and nor does an empty allOf or noneOf", () => {
    for (const asked of [null, undefined, {}, { anyOf: null, allOf: null, noneOf: null }]) {
      expect(arrayFacet("words", "t.words", asked)).toBe(empty);
      expect(valueFacet("word", "t.word", asked)).toBe(empty);
    }
    expect(arrayFacet("words", "t.words", { allOf: [], noneOf: [] })).toBe(empty);
    expect(valueFacet("word", "t.word", { noneOf: [] })).toBe(empty);
  });

  it("keeps nothing where it is an empty anyOf, whatever a row holds", async () => {
    await fill([{ words: ["a"], word: "a" }, { words: null }, {}]);
    expect(await idsOf(arrayFacet("words", "t.words", { anyOf: [] }))).toEqual([]);
    expect(await idsOf(valueFacet("word", "t.word", { anyOf: [] }))).toEqual([]);
  });

  it("keeps what holds nothing where none of some is asked", async () => {
    await fill([{ words: ["a"], word: "a" }, { words: null }, {}]);
    expect(await idsOf(arrayFacet("words", "t.words", { noneOf: ["a"] }))).toEqual(["t1", "t2"]);
    expect(await idsOf(valueFacet("word", "t.word", { noneOf: ["a"] }))).toEqual(["t1", "t2"]);
  });

  it("stays one condition beside others", async () => {
    await fill([{ words: ["a"] }, { words: ["b"] }]);
    const either = sql`${arrayFacet("words", "t.words", { anyOf: ["a"], noneOf: ["b"] })} OR true`;
    expect(await idsOf(either)).toEqual(["t0", "t1"]);
  });

  it.each(["anyOf", "allOf", "noneOf"])("has up to 100 values: %s", (part) => {
    const texts = (length: number) => ({ [part]: Array.from({ length }, (_, at) => String(at)) });
    const refusal = { extensions: { code: "BAD_USER_INPUT", field: `filter.words.${part}` } };
    const ask = (asked: object) => () => arrayFacet("filter.words", "t.words", asked);
    expect(ask(texts(100))).not.toThrow();
    expect(ask({ [part]: Array.from({ length: 101 }, () => "the same") })).not.toThrow();
    for (const wrong of [texts(101), { [part]: ["a\0b"] }, { [part]: ["a".repeat(301)] }]) {
      expect(ask(wrong)).toThrow(expect.objectContaining(refusal) as Error);
    }
  });

  it.each([[[0]], [[24]], [[1, -1]]])("has no number that the facet has not: %j", (numbers) => {
    const refusal = { extensions: { code: "BAD_USER_INPUT", field: "filter.numbers.noneOf" } };
    expect(() => numberFacet("filter.numbers", OBJECTIVES, { noneOf: numbers })).toThrow(
      expect.objectContaining(refusal) as Error,
    );
  });
});
