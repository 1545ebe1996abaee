import fc from "fast-check";
import { Client } from "pg";
import { testDatabaseUrl } from "../testing/config.ts";
import { READING, textArrayOf } from "./text-array.ts";

const client = new Client({ connectionString: testDatabaseUrl(), types: READING });
beforeAll(() => client.connect());
afterAll(() => client.end());

const read = async (sql: string, values: unknown[] = []): Promise<unknown> =>
  (await client.query<{ list: unknown }>(`SELECT ${sql} AS list`, values)).rows[0]?.list;

it("reads any list of texts as it was written", async () => {
  const awkward = fc.constantFrom(
    "",
    "NULL",
    "null",
    "ANNULLED",
    "a,b",
    "{",
    "}",
    '"',
    "\\",
    " a ",
  );
  const lists = fc.array(fc.oneof(fc.string(), awkward, fc.constant(null), fc.uuid()));
  await fc.assert(
    fc.asyncProperty(lists, async (list) => {
      const asKept = list.map((text) => text?.replaceAll("\0", "") ?? null);
      expect(await read("$1::text[]", [asKept])).toEqual(asKept);
    }),
    { numRuns: 100 },
  );
});

it("leaves lists of lists, bounds of one's own, and nothing at all as the driver reads them", async () => {
  expect(await read("ARRAY[['a','b'],['c','d']]")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(await read("'[2:3]={a,b}'::text[]")).toEqual(["a", "b"]);
  expect(await read("NULL::text[]")).toBeNull();
  expect(await read("ARRAY[1, 2]")).toEqual([1, 2]);
});

it("cuts a plain list at its commas, and leaves any other to the driver", () => {
  const careful = () => "read with care";
  expect(textArrayOf("{org_1,org_2}", careful)).toEqual(["org_1", "org_2"]);
  expect(textArrayOf("{}", careful)).toEqual([]);
  expect(textArrayOf('{"a,b"}', careful)).toBe("read with care");
});
