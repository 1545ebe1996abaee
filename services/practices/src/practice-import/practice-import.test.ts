import { Readable } from "node:stream";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import type { ImportReportRow } from "@convene/shared/table/import-report";
import { openCsv } from "@convene/shared/table/open-csv";
import { bringTo, tellOrganisation } from "../../test/factories.ts";
import { practices } from "../definition.ts";
import { type PracticeImportOptions, PracticeImportService } from "./practice-import.service.ts";

const harness = createHarness(practices);
const { execute, service, told, tell } = harness;

const HEADER =
  "Title,Summary,Objectives,Implementers,Partners,Countries,Type,Start date,Published on";

async function importCsv(lines: readonly string[], options?: PracticeImportOptions) {
  const table = await openCsv(Readable.from([[HEADER, ...lines].join("\n")]));
  const rows: ImportReportRow[] = [];
  for await (const row of new PracticeImportService(service().parts).run(table, options)) {
    rows.push(row);
  }
  return rows;
}

const outcomes = (rows: readonly ImportReportRow[]) => rows.map(({ outcome }) => outcome);
const read = async (id: string | undefined) => {
  const { data } = await execute(
    `query ($id: ID!) { practice(id: $id) { title summary state publishedAt startDate countries
      type { id } objectives { number } implementers { nodes { id } } partners { nodes { id } } } }`,
    { viewer: admin, id },
  );
  return data.practice as Record<string, unknown>;
};
const nodes = (...ids: string[]) => ({ nodes: ids.map((id) => ({ id })) });
const versions = async () =>
  new Map((await told("Practice")).map(({ id, version }) => [id, version]));

describe("the import of practices", () => {
  it("finds organisations by id, by identifier and by any of their names", async () => {
    const byId = await tellOrganisation(harness);
    const byIdentifier = await tellOrganisation(harness, {
      identifiers: [{ scheme: "gb-chc", value: "1112223" }],
    });
    const byName = await tellOrganisation(harness, {
      name: "Jahazi Workers' Centre",
      names: [{ language: "sw", name: "Kituo cha Jahazi" }],
    });
    const [row] = await importCsv([
      `One contract,Signed in two languages.,"6, 22",${byId};GB-CHC: 1112223,KITUO CHA JAHAZI,"GB, Kenya",Partnership or platform,08/03/2021,2024-11-30`,
    ]);
    expect(row).toEqual({ line: 2, outcome: "created", id: expect.stringMatching(/^prc_/) });
    expect(await read(row?.id)).toEqual({
      title: "One contract",
      summary: "Signed in two languages.",
      state: "PUBLISHED",
      publishedAt: "2024-11-30T00:00:00.000Z",
      startDate: "2021-03-08",
      countries: ["GB", "KE"],
      type: { id: "partnership-or-platform" },
      objectives: [{ number: 6 }, { number: 22 }],
      implementers: nodes(byId, byIdentifier),
      partners: nodes(byName),
    });
  });

  it("tells namesakes apart by the countries of the row, and names them where it cannot", async () => {
    const [kenyan, british] = [
      await tellOrganisation(harness, { name: "Harbour Trust", countries: ["KE"] }),
      await tellOrganisation(harness, { name: "The Harbour Trust Ltd", countries: ["GB"] }),
    ];
    const rows = await importCsv([
      `Ferry,Across.,1,harbour trust,,KE,,,`,
      `Ferry,Across.,1,harbour trust,,,,,`,
    ]);
    expect(outcomes(rows)).toEqual(["created", "skipped"]);
    expect((await read(rows[0]?.id))["implementers"]).toEqual(nodes(kenyan));
    expect(rows[1]).toMatchObject({ field: "implementers", cell: "harbour trust" });
    expect(rows[1]?.reason).toContain(kenyan);
    expect(rows[1]?.reason).toContain(british);
  });

  it("skips bad rows with a reason, and takes the good ones before and after", async () => {
    const own = await tellOrganisation(harness);
    const rows = await importCsv([
      `First,Good.,1,${own},,,,,`,
      `Strangers,Bad.,1,${own};Nobody & Sons;Nowhere,,,,,`,
      `,No title.,1,${own},,,,,`,
      `Objective,Out of bounds.,24,${own},,,,,`,
      `…,Nothing to know it by.,1,${own},,,,,`,
      `Last,Good.,2,${own},Nobody at all,,miracle,31/02/2021,`,
    ]);
    expect(rows).toMatchObject([
      { line: 2, outcome: "created" },
      {
        line: 3,
        outcome: "skipped",
        field: "implementers",
        reason: 'names "Nobody & Sons", which is not known here',
        also: [{ reason: 'names "Nowhere", which is not known here' }],
      },
      { line: 4, outcome: "skipped", field: "title" },
      { line: 5, outcome: "skipped", field: "objectives" },
      { line: 6, outcome: "skipped", field: "title" },
      {
        line: 7,
        outcome: "created",
        field: "startDate",
        also: [
          { field: "type", cell: "miracle" },
          { field: "partners", cell: "Nobody at all" },
        ],
      },
    ]);
    expect(await read(rows[5]?.id)).toMatchObject({ state: "DRAFT", startDate: null, type: null });
  });

  it("changes nothing the second time, and only what the file says after a change", async () => {
    const own = await tellOrganisation(harness);
    const partner = await tellOrganisation(harness);
    const line = `Second chances,Before.,3,${own},,GB,other,,`;
    const [made] = await importCsv([line]);
    const before = await versions();
    expect(outcomes(await importCsv([line, line]))).toEqual(["unchanged", "unchanged"]);
    expect(await versions()).toEqual(before);
    const changed = [`SECOND CHANCES!,After.,"3;4",${own},${partner},,,,2025-01-02`];
    const [row] = await importCsv(changed);
    expect(row).toEqual({ line: 2, outcome: "updated", id: made?.id });
    expect(await read(made?.id)).toMatchObject({
      title: "SECOND CHANCES!",
      summary: "After.",
      state: "PUBLISHED",
      countries: ["GB"],
      type: { id: "other" },
      partners: nodes(partner),
    });
    expect(outcomes(await importCsv(changed))).toEqual(["unchanged"]);
  });

  it("does not publish again what was withdrawn", async () => {
    const own = await tellOrganisation(harness);
    const line = `Taken back,By its authors.,3,${own},,,,,2025-01-02`;
    const [made] = await importCsv([line]);
    await bringTo(harness, made?.id ?? "", "WITHDRAWN");
    expect(outcomes(await importCsv([line]))).toEqual(["unchanged"]);
    expect(await read(made?.id)).toMatchObject({ state: "WITHDRAWN", publishedAt: null });
  });

  it("makes one practice of two imports at once", async () => {
    const own = await tellOrganisation(harness);
    const lines = [`At once,Twice.,3,${own},,,,,`];
    const both = await Promise.all([importCsv(lines), importCsv(lines)]);
    expect(outcomes(both.flat()).sort()).toEqual(["created", "unchanged"]);
  });

  it("writes nothing in a dry run, and says what it would do", async () => {
    const own = await tellOrganisation(harness);
    const [known] = await importCsv([`Known,Before.,3,${own},,,,,`]);
    const before = await versions();
    const rows = await importCsv(
      [
        `Known,After.,3,${own},,,,,`,
        `New,Would be made.,3,${own},,,,,`,
        `New,Would be made.,3,${own},,,,,`,
        `Bad,Would be left.,3,Nobody,,,,,`,
      ],
      { dryRun: true },
    );
    expect(outcomes(rows)).toEqual(["updated", "created", "unchanged", "skipped"]);
    expect(rows[1]?.id).toBeUndefined();
    expect(await versions()).toEqual(before);
    expect(await read(known?.id)).toMatchObject({ summary: "Before." });
  });

  it("does not find an organisation that is gone", async () => {
    const gone = await tellOrganisation(harness, { name: "Gone Away Trust" });
    await tell("stakeholders", { type: "Organisation", id: gone, payload: null });
    const rows = await importCsv([
      `Gone,By name.,3,Gone Away Trust,,,,,`,
      `Gone,By id.,3,${gone},,,,,`,
    ]);
    expect(outcomes(rows)).toEqual(["skipped", "skipped"]);
  });

  it("says before the first row which columns are missing", async () => {
    const table = await openCsv(Readable.from(["Title,Aims\nA,1"]));
    const run = new PracticeImportService(service().parts).run(table, { map: ["Aims=objectives"] });
    await expect(run.next()).rejects.toMatchObject({
      extensions: {
        code: "BAD_USER_INPUT",
        problems: [{ field: "summary" }, { field: "implementers" }],
      },
    });
  });
});
