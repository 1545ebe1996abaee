import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import { buildOrganisation, buildTie, daysFromToday, next } from "../../test/factories.ts";
import { csvImporter, outcomes, versionsOf } from "../../test/import-csv.ts";
import { stakeholders } from "../definition.ts";
import { Relationship } from "../relationship/relationship.entity.ts";
import { RelationshipStatus, RelationshipType } from "../relationship/relationship.enum.ts";

const harness = createHarness(stakeholders);
const { db, execute } = harness;
const importCsv = csvImporter(harness, "relationships");

const HEADER = "source_org_id,target_org_id,relation,country_iso3,start date,end date,dataset";
const find = (id: string | undefined) =>
  db().manager.findOneByOrFail(Relationship, { id: id ?? "" });

/** Two organisations, and how the file calls them. */
async function pair() {
  const [from, to] = [`s${next()}`, `t${next()}`];
  const build = (value: string) =>
    buildOrganisation(db(), { identifiers: [{ scheme: "test", value }] });
  const [source, target] = [await build(from), await build(to)];
  return { source: source.id, target: target.id, line: (rest: string) => `${from},${to},${rest}` };
}

describe("the import of relationships", () => {
  it("turns what a file of who does what where says into sentences", async () => {
    const { source, target, line } = await pair();
    const [lead, funder] = await importCsv(
      [
        "source_org_id,target_org_id,relation,country_iso3,activity_count",
        "#org+id+source,#org+id+target,#relation,#country+code,#indicator+num",
        line("lead-implementing,KEN,3"),
        line("funder-implementing,KEN,1"),
      ],
      { file: "ties.csv" },
    );
    expect(await find(lead?.id)).toMatchObject({
      type: "IMPLEMENTS_FOR",
      sourceId: target,
      targetId: source,
      status: "CONFIRMED",
      startDate: null,
      endDate: null,
      proposerId: null,
      knownFrom: "ties.csv",
    });
    expect(await find(funder?.id)).toMatchObject({
      type: "FUNDS",
      sourceId: source,
      targetId: target,
    });
    const told = (await harness.told("Relationship")).find(({ id }) => id === funder?.id);
    expect(told).toMatchObject({ version: 1, payload: { type: "FUNDS", status: "CONFIRMED" } });
  });

  it.each([
    ["FUNDS", "FUNDS", false],
    ["parent_of", "PARENT_OF", false],
    ["is part of", "PARENT_OF", true],
    ["Miembro de", "MEMBER_OF_UMBRELLA", false],
    ["financé par", "FUNDS", true],
  ])("reads %s as %s", async (word, type, isReversed) => {
    const { source, target, line } = await pair();
    const [row] = await importCsv([HEADER, line(`${word},,,,`)]);
    const [from, to] = isReversed ? [target, source] : [source, target];
    expect(await find(row?.id)).toMatchObject({ type, sourceId: from, targetId: to });
  });

  it("keeps dates and the data set that it has them from", async () => {
    const { line } = await pair();
    const end = daysFromToday(-1);
    const [row] = await importCsv([HEADER, line(`PARTNER,,01/02/2020,${end},field-3w`)]);
    expect(await find(row?.id)).toMatchObject({
      status: "ENDED",
      startDate: "2020-02-01",
      endDate: end,
      knownFrom: "list.csv (field-3w)",
    });
  });

  it("knows a partnership again from its other end", async () => {
    const { line } = await pair();
    const [from, to] = line("").split(",");
    const rows = await importCsv([HEADER, line("PARTNER,,,,"), `${to},${from},PARTNER,,,,`]);
    expect(outcomes(rows)).toEqual(["created", "unchanged"]);
  });

  it("finds ends by their names, and says which end it does not know", async () => {
    const name = `Pier ${next()}`;
    const { id } = await buildOrganisation(db(), { name, countries: ["KE"] });
    const other = await buildOrganisation(db(), { name: `Dock ${next()}` });
    const rows = await importCsv([
      "Organisation source;Organisation cible;Type de relation;Pays",
      `${name};${other.name};finance;Kenya`,
      `${name};Nobody;finance;Kenya`,
      `Nobody;${other.name};finance;Kenya`,
      `${name};${name};finance;Kenya`,
      `${name};${other.name};admires;Kenya`,
      `${name};;finance;Kenya`,
    ]);
    expect(await find(rows[0]?.id)).toMatchObject({ sourceId: id, targetId: other.id });
    const reason = "is no organisation that is known here";
    expect(rows.slice(1)).toMatchObject([
      { outcome: "skipped", field: "targetName", cell: "Nobody", reason },
      { outcome: "skipped", field: "sourceName", cell: "Nobody", reason },
      { outcome: "skipped", reason: expect.stringContaining("same organisation twice") },
      { outcome: "skipped", field: "relation", cell: "admires" },
      { outcome: "skipped", field: "targetName" },
    ]);
  });

  it("confirms what one side has proposed, since a named source says so", async () => {
    const { source, target, line } = await pair();
    const ends = { type: RelationshipType.FUNDS, sourceId: source, targetId: target };
    const proposed = { status: RelationshipStatus.PROPOSED, proposerId: source };
    const { id } = await buildTie(db(), { ...ends, ...proposed, knownFrom: "Letter" });
    const rows = await importCsv([HEADER, line("FUNDS,,2024-01-01,,")]);
    expect(rows).toEqual([{ line: 2, outcome: "updated", id }]);
    const { data } = await execute(
      `query ($id: ID!) { node: relationship(id: $id) { status startDate knownFrom } }`,
      { viewer: admin, id },
    );
    expect(data.node).toEqual({
      status: "CONFIRMED",
      startDate: "2024-01-01",
      knownFrom: "Letter",
    });
  });

  it("does not begin anew what has ended, unless the row begins later", async () => {
    const { source, target, line } = await pair();
    const ends = { type: RelationshipType.FUNDS, sourceId: source, targetId: target };
    const ended = { status: RelationshipStatus.ENDED, endDate: "2023-06-30", knownFrom: "Letter" };
    const { id } = await buildTie(db(), { ...ends, ...ended });
    const rows = await importCsv([HEADER, line("FUNDS,,,,"), line("FUNDS,,2024-01-01,,")]);
    expect(rows).toEqual([
      { line: 2, outcome: "unchanged", id },
      { line: 3, outcome: "created", id: expect.not.stringMatching(id) },
    ]);
    expect(
      outcomes(await importCsv([HEADER, line("FUNDS,,,,"), line("FUNDS,,2024-01-01,,")])),
    ).toEqual(["unchanged", "unchanged"]);
  });

  it("means the one that is most like the row, of several", async () => {
    const { line } = await pair();
    const table = [
      HEADER,
      line("FUNDS,,2019-01-01,,"),
      line("FUNDS,,,2021-01-01,"),
      line("FUNDS,,2020-06-01,,"),
    ];
    const rows = await importCsv(table);
    expect(outcomes(rows)).toEqual(["created", "updated", "created"]);
    expect(await importCsv(table)).toEqual(rows.map((row) => ({ ...row, outcome: "unchanged" })));
  });

  it("never moves a date that is there, and skips dates out of order", async () => {
    const { line } = await pair();
    const [made] = await importCsv([HEADER, line("FUNDS,,2020-01-01,,")]);
    const rows = await importCsv([
      HEADER,
      line("FUNDS,,2021-01-01,,"),
      line("FUNDS,,2022-01-01,2021-01-01,"),
    ]);
    expect(rows).toMatchObject([
      { outcome: "unchanged", id: made?.id },
      { outcome: "skipped", field: "endDate", reason: "is before the start date" },
    ]);
  });

  it("changes nothing in a dry run, nor the second time, whatever the table", async () => {
    const row = fc.record({
      turned: fc.boolean(),
      word: fc.constantFrom("FUNDS", "lead-implementing", "PARTNER", "implemented by", "admires"),
      start: fc.constantFrom("", "2020-01-01", "2020-06-01"),
      end: fc.constantFrom("", "2021-01-01", "2999-01-01"),
    });
    const tables = fc.array(row, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const { line } = await pair();
        const [from, to] = line("").split(",");
        const lines = table.map(({ turned, word, start, end }) =>
          [...(turned ? [to, from] : [from, to]), word, "", start, end, ""].join(),
        );
        const before = await versionsOf(harness);
        const tried = await importCsv([HEADER, ...lines], { dryRun: true });
        expect(await versionsOf(harness)).toEqual(before);
        const done = await importCsv([HEADER, ...lines]);
        expect(outcomes(tried)).toEqual(outcomes(done));
        const after = await versionsOf(harness);
        const again = outcomes(await importCsv([HEADER, ...lines]));
        expect(again.filter((outcome) => outcome === "created" || outcome === "updated")).toEqual(
          [],
        );
        expect(await versionsOf(harness)).toEqual(after);
      }),
      { numRuns: 12 },
    );
  });
});
