import { createHarness } from "@convene/shared/testing/harness";
import { normaliseName } from "@convene/shared/table/name-key";
import fc from "fast-check";
import { csvImporter, outcomes, versionsOf } from "../../test/import-csv.ts";
import { stakeholders } from "../definition.ts";

const harness = createHarness(stakeholders);
const importCsv = csvImporter(harness, "organisations");

const HEADER = "org_id,name,country,sectors,acronym,adm1_areas";

/** An organisation of the world that a table is about. */
interface Body {
  readonly id: string | null;
  readonly name: string;
  readonly home: string | null;
}

const bodies = fc.uniqueArray(
  fc.record({
    id: fc.option(fc.constantFrom("i1", "i2", "i3", "i4"), { nil: null }),
    name: fc.constantFrom("Jahazi Trust", "Women's Quay", "Œuvre du Port"),
    home: fc.constantFrom("KE", "UG", null),
  }),
  // Two of the same name and country differ by their identifiers, or are the same.
  {
    minLength: 1,
    maxLength: 5,
    comparator: (one, other) =>
      one.id !== null && other.id !== null
        ? one.id === other.id
        : one.name === other.name && one.home === other.home,
  },
);

const spellings = [
  (name: string) => name,
  (name: string) => `The ${name.toUpperCase()}`,
  (name: string) => ` ${name.normalize("NFD").replace("'", "`")}  Ltd `,
];

/** A row about one of them, with whatever may be left out and still leaves no doubt. */
function line(world: readonly Body[], dirt: Dirt): string {
  const body = world[dirt.body % world.length] ?? { id: null, name: "", home: null };
  const namesakes = world.filter(({ name }) => name === body.name);
  const isAlone = namesakes.length === 1;
  const isAloneThere = namesakes.filter(({ home }) => home === body.home).length === 1;
  const isByName =
    body.id === null || (dirt.leaves.has("id") && isAloneThere && body.home !== null);
  const isBare = isByName && dirt.leaves.has("country") && isAlone;
  const name = spellings[dirt.spelling % spellings.length]?.(body.name) ?? "";
  const countries = isBare || body.home === null ? [] : [body.home, ...dirt.further];
  const cells = [isByName ? "" : body.id, name, countries.join("; "), dirt.sectors.join("; ")];
  return [...cells, dirt.acronym, dirt.area].join(",");
}

const dirt = fc.record({
  body: fc.nat({ max: 20 }),
  spelling: fc.nat({ max: 2 }),
  leaves: fc.uniqueArray(fc.constantFrom("id", "country")).map((list) => new Set(list)),
  further: fc.uniqueArray(fc.constantFrom("FR", "MX")),
  sectors: fc.uniqueArray(fc.constantFrom("Health", "Santé", "Shelter")),
  acronym: fc.constantFrom("", "AB"),
  area: fc.constantFrom("", "Coast"),
});
type Dirt = typeof dirt extends fc.Arbitrary<infer T> ? T : never;

/** Of whom nothing but a name is known, and others have it too: nobody could tell whom a row means. */
const isInDoubt = ({ id, name, home }: Body, world: readonly Body[]) =>
  id === null && home === null && world.some((other) => other.name === name && other.home !== null);

const tables = fc
  .tuple(
    bodies.map((world) => world.filter((body) => !isInDoubt(body, world))),
    fc.array(dirt, { minLength: 1, maxLength: 12 }),
  )
  .map(([world, dirts]) => dirts.map((one) => line(world, one)));

/** Identifiers go with their organisations. */
const empty = () => harness.db().query("DELETE FROM organisation; DELETE FROM outbox");

/** All organisations as a set: what they are known by, and all that the rows said of them. */
async function everything(): Promise<string[]> {
  const rows: Record<string, unknown>[] = await harness.db().query(
    `SELECT o.name_key, o.acronym,
       (SELECT array_agg(i.scheme || ' ' || i.value) FROM organisation_identifier AS i
        WHERE i.organisation_id = o.id) AS identifiers,
       ARRAY(SELECT unnest(o.countries) ORDER BY 1) AS countries,
       ARRAY(SELECT unnest(o.sectors) ORDER BY 1) AS sectors,
       ARRAY(SELECT jsonb_array_elements(o.areas)::text ORDER BY 1) AS areas
     FROM organisation AS o`,
  );
  return rows.map((row) => JSON.stringify(row)).sort();
}

const RUNS = { numRuns: 12 };

describe("importing organisations again", () => {
  it("changes nothing, whatever the table", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (lines) => {
        await empty();
        await importCsv([HEADER, ...lines]);
        const before = [await everything(), await versionsOf(harness)];
        const again = await importCsv([HEADER, ...lines]);
        expect(outcomes(again)).toEqual(lines.map(() => "unchanged"));
        expect([await everything(), await versionsOf(harness)]).toEqual(before);
      }),
      RUNS,
    );
  });

  it("gives the same organisations in any order of the rows", async () => {
    const shuffled = tables.chain((lines) =>
      fc.tuple(
        fc.constant(lines),
        fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lines, others]) => {
        await empty();
        await importCsv([HEADER, ...lines]);
        const once = await everything();
        await empty();
        await importCsv([HEADER, ...others]);
        expect(await everything()).toEqual(once);
      }),
      RUNS,
    );
  });

  it("says in a dry run what a real run does, and does nothing", async () => {
    await fc.assert(
      fc.asyncProperty(tables, tables, async (known, lines) => {
        await empty();
        await importCsv([HEADER, ...known]);
        const before = [await everything(), await versionsOf(harness)];
        const tried = await importCsv([HEADER, ...lines], { dryRun: true });
        expect([await everything(), await versionsOf(harness)]).toEqual(before);
        const done = await importCsv([HEADER, ...lines]);
        expect(tried.map(withoutId)).toEqual(done.map(withoutId));
      }),
      RUNS,
    );
  });

  it("ends where one run would have, after a run that was broken off", async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.nat(), async (lines, at) => {
        await empty();
        await importCsv([HEADER, ...lines.slice(0, at % (lines.length + 1))]);
        await importCsv([HEADER, ...lines]);
        const inTwo = await everything();
        await empty();
        await importCsv([HEADER, ...lines]);
        expect(await everything()).toEqual(inTwo);
      }),
      RUNS,
    );
  });

  it("draws tables that hold what it is about", () => {
    const drawn = fc.sample(tables, { numRuns: 200, seed: 1 }).flat();
    const names = drawn.map((one) => normaliseName(one.split(",")[1] ?? ""));
    expect(new Set(names).size).toBe(3);
    for (const cell of [/^,/m, /^i1,/m, /; /, /,,/]) expect(drawn.join("\n")).toMatch(cell);
  });
});

/** What was only imagined has no id, and ids that were never given are no part of the answer. */
const withoutId = ({ id: _, reason, ...row }: { id?: string; reason?: string }) => ({
  ...row,
  ...(reason && { reason: reason.replace(/org_\w+/g, "org") }),
});
