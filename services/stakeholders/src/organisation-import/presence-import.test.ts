import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { buildOrganisation, next } from "../../test/factories.ts";
import { csvImporter, outcomes, versionsOf } from "../../test/import-csv.ts";
import { stakeholders } from "../definition.ts";
import { Organisation, OrganisationArea } from "../organisation/organisation.entity.ts";

const harness = createHarness(stakeholders);
const { db } = harness;
const importCsv = csvImporter(harness, "presence");

const HEADER = "country_iso3,org_id,sector,adm1_name,adm1_code";
const build = (value: string, overrides: Partial<Organisation> = {}) =>
  buildOrganisation(db(), { identifiers: [{ scheme: "test", value }], ...overrides });
const find = (id: string) => db().manager.findOneByOrFail(Organisation, { id });

describe("the import of presence", () => {
  it("adds countries, areas and sectors to organisations that are known, and tells the feed", async () => {
    const { id } = await build("p1", { countries: ["UG"], sectors: ["Health"] });
    const rows = await importCsv([
      HEADER,
      "#country+code,#org+id,#sector,#adm1+name,#adm1+code",
      "KEN,P1,Shelter,Mombasa,KE01",
      "KEN,p1,Health,Kilifi,",
      "KEN,p1,Health,Kilifi,",
      "UGA,p1,,,",
    ]);
    expect(rows).toEqual([
      { line: 3, outcome: "updated", id },
      { line: 4, outcome: "updated", id },
      { line: 5, outcome: "unchanged", id },
      { line: 6, outcome: "unchanged", id },
    ]);
    expect(await find(id)).toMatchObject({
      countries: ["UG", "KE"],
      sectors: ["Health", "Shelter"],
      areas: [
        { country: "KE", code: "KE01", name: "Mombasa" },
        { country: "KE", code: null, name: "Kilifi" },
      ],
    });
    const told = (await harness.told("Organisation")).find((one) => one.id === id);
    expect(told).toMatchObject({ version: 1, payload: { countries: ["UG", "KE"] } });
  });

  it("knows an area by its code, or by its name where one side has no code", async () => {
    const { id } = await build("area", {
      areas: [Object.assign(new OrganisationArea(), { country: "KE", code: null, name: "Côte" })],
    });
    const rows = await importCsv([
      HEADER,
      "KE,area,,COTE,KE01",
      "KE,area,,Mombasa City,KE01",
      "KE,area,,Cote,KE02",
      "KE,area,,cote,",
    ]);
    expect(outcomes(rows)).toEqual(["updated", "unchanged", "updated", "unchanged"]);
    expect((await find(id)).areas).toEqual([
      { country: "KE", code: "KE01", name: "Côte" },
      { country: "KE", code: "KE02", name: "Cote" },
    ]);
  });

  it("finds an organisation by its name and country where there is no identifier", async () => {
    const name = `Quay ${next()}`;
    const { id } = await buildOrganisation(db(), { name, countries: ["KE"] });
    const rows = await importCsv([
      "Organisation;Pays;Secteur",
      `The ${name};Kenya;Santé`,
      `${name};Ouganda;Santé`,
    ]);
    expect(rows).toMatchObject([
      { outcome: "updated", id },
      { outcome: "skipped", field: "name" },
    ]);
  });

  it("says why a row cannot be taken, or what of it", async () => {
    await build("why", { countries: ["KE", "UG"] });
    const before = await versionsOf(harness);
    const rows = await importCsv([
      HEADER,
      "KEN,nobody,Health,,",
      "KEN,,Health,,",
      "Atlantis,why,,Coast,",
      ",why,,Coast,",
      "KE; UG,why,,Coast,",
      "KEN,why,,,KE01",
    ]);
    expect(rows).toMatchObject([
      {
        outcome: "skipped",
        field: "identifier",
        cell: "nobody",
        reason: "is no organisation that is known here",
      },
      {
        outcome: "skipped",
        field: "name",
        reason: expect.stringContaining("names no organisation"),
      },
      { outcome: "unchanged", field: "countries", also: [{ field: "areas" }] },
      { outcome: "unchanged", field: "areas" },
      { outcome: "unchanged", field: "areas" },
      { outcome: "unchanged", field: "areaCode", reason: "has no name beside it" },
    ]);
    expect(await versionsOf(harness)).toEqual(before);
  });

  it("says before the first row that nothing names the organisations", async () => {
    await expect(importCsv(["country,sector", "KE,Health"])).rejects.toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "identifier" },
    });
  });

  it("changes nothing in a dry run, nor the second time, whatever the table", async () => {
    const row = fc.record({
      country: fc.constantFrom("KEN", "UG", ""),
      sector: fc.constantFrom("Health", "health", "Shelter", ""),
      area: fc.constantFrom("Coast,C1", "COAST,", "Lake,L1", ","),
    });
    const tables = fc.array(row, { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const value = `again${next()}`;
        const { id } = await build(value);
        const lines = table.map(({ country, sector, area }) =>
          [country, value, sector, area].join(),
        );
        const before = await versionsOf(harness);
        const tried = await importCsv([HEADER, ...lines], { dryRun: true });
        expect(await versionsOf(harness)).toEqual(before);
        expect(await importCsv([HEADER, ...lines])).toEqual(tried);
        const after = [await find(id), await versionsOf(harness)];
        const again = outcomes(await importCsv([HEADER, ...lines]));
        expect(new Set(again)).toEqual(new Set(["unchanged"]));
        expect([await find(id), await versionsOf(harness)]).toEqual(after);
      }),
      { numRuns: 12 },
    );
  });
});
