import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { practices } from "@convene/practices/definition";
import { createHarness } from "@convene/shared/testing/harness";
import { stakeholders } from "@convene/stakeholders/definition";
import { writeXlsx } from "hucre/xlsx";
import { importFile } from "./import-file.ts";
import type { ImportKind } from "./import-kind.ts";

const who = createHarness(stakeholders);
const what = createHarness(practices);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convene-odd-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function importText(kind: ImportKind, text: string) {
  const path = join(folder, `${kind}.csv`);
  await writeFile(path, text);
  const services = { stakeholders: who.service(), practices: what.service() };
  return importFile(services, { kind, path, dryRun: false, map: [], scheme: "field" });
}

const ORGANISATIONS = `query ($filter: OrganisationFilter) {
  organisations(filter: $filter, first: 50) { nodes {
    name countries areas { name code } sectors category { id } identifiers { scheme value }
    relationships(first: 10) { nodes { type startDate knownFrom source { name } } } } } }`;

async function organisations(country: string | null) {
  const filter = country === null ? null : { countries: { anyOf: [country] } };
  const { data, errors } = await who.execute(ORGANISATIONS, { filter });
  expect(errors).toBeUndefined();
  return (data as { organisations: { nodes: object[] } }).organisations.nodes;
}

/** As field offices send it: nothing but the names is invented. */
const FIELD_OFFICE = `ID,Actualizada,PROJECT NAME,ORGANIZACIÓN DONANTE,ORGANIZACIÓN IMPLEMENTADORA,TIPO DE ORGANIZACIÓN IMPLEMENTADORA,PAÍS,Country code,PCODE1,ADMIN 1,SECTOR / CLUSTER,"ACTIVITY UNIT""|trans}}",COSTO ESTIMADO,FECHA DE INICIO,FECHA DE FINALIZACIÓN,ESTADO,CANTIDAD,Familias
,,,,#org +name,,#adm0 +name,#adm0 +code,#adm1 +pcode,#adm1 +name,#sector +name,,,,,,,
71,21/07/2021,,Faro,LUZ,ONG Internacional,Honduras,HN,HN16,Santa Barbara,Salud,,,01/07/2021,31/12/2021,Planeada,663,
72,,,Faro,LUZ,ONG Internacional,Honduras,HN,HN16,Santa Bárbara,Educación,,12 500,01/07/2021,01/01/1970,Planeada,12 sacos,0
73,,,,LUZ,ONG Internacional,Honduras,HN,HN00,Cobertura Nacional,Salud,,,13/13/2020,,Finalizada,,

`;

const CHARITIES = `recipient_id,name,district,region,description,grants_count
#org+id,#org+name,#adm2+name,#adm1+name,#description,#indicator+grants+num
GB-CHC-9900001,Women\`s  Lantern  Project ,,,Pays the finance officer\`s post,1
GB-CHC-9900002,The Lantern (South) Ltd,,,,2
GB-CHC-9900001,Womens Lantern Project,,,,1
`;

describe("the files that people send", () => {
  it("reads tags that hold spaces, columns without a tag, and a header with a template's rests", async () => {
    const report = await importText("activities", FIELD_OFFICE);
    expect(report).toMatchObject({ created: 1, updated: 1, unchanged: 1, skipped: 0 });
    expect(report.problems.map(({ field, rows }) => [field, rows])).toEqual([
      ["endDate", 1],
      ["startDate", 1],
    ]);
    expect(await organisations("HN")).toEqual([
      {
        name: "Faro",
        countries: ["HN"],
        areas: [],
        sectors: [],
        category: null,
        identifiers: [],
        relationships: { nodes: [expect.objectContaining({ type: "FUNDS" })] },
      },
      {
        name: "LUZ",
        countries: ["HN"],
        areas: [{ name: "Santa Barbara", code: "HN16" }],
        sectors: ["Salud", "Educación"],
        category: { id: "civil-society" },
        identifiers: [],
        relationships: {
          nodes: [
            {
              type: "FUNDS",
              startDate: null,
              knownFrom: "activities.csv",
              source: { name: "Faro" },
            },
          ],
        },
      },
    ]);
    expect(await importText("activities", FIELD_OFFICE)).toMatchObject({ unchanged: 3, made: {} });
  });

  it("takes charities by their number in the register, with apostrophes and single spaces", async () => {
    const report = await importText("organisations", CHARITIES);
    expect(report).toMatchObject({ created: 2, unchanged: 1, problems: [] });
    const named = await organisations(null);
    expect(named).toMatchObject([
      {},
      { name: "The Lantern (South) Ltd", identifiers: [{ scheme: "gb-chc", value: "9900002" }] },
      {},
      { name: "Women's Lantern Project", identifiers: [{ scheme: "gb-chc", value: "9900001" }] },
    ]);
    expect(await importText("organisations", CHARITIES)).toMatchObject({ unchanged: 3 });
  });

  it("takes a sheet of a workbook as it takes a CSV", async () => {
    const path = join(folder, "list.xlsx");
    const rows = [["Who does what where"], [], ["country", "funder", "implementer", "start date"]];
    const day = new Date(Date.UTC(1970, 0, 1));
    const sheets = [
      { name: "Read me", rows: [["Nothing", "here"]] },
      { name: "July", rows: [...rows, ["PE", "Faro", "LUZ", day], ["PE", "Faro", "LUZ", null]] },
    ];
    await writeFile(path, await writeXlsx({ sheets }));
    const services = { stakeholders: who.service(), practices: what.service() };
    const asked = { path, dryRun: false, map: [], scheme: "field", kind: "activities" } as const;
    await expect(importFile(services, asked)).rejects.toThrow("The columns do not fit");
    const report = await importFile(services, { ...asked, sheet: "July" });
    expect(report).toMatchObject({ created: 1, unchanged: 1, made: { organisations: 2 } });
    expect(report.problems).toMatchObject([{ field: "startDate", lines: [4] }]);
    expect(await organisations("PE")).toHaveLength(2);
  });

  it("makes no organisation of a generic name in a list, unless it has an identifier there", async () => {
    const listed = (id: string) => `org_id,name,country\n${id},Otros socios,GT\n`;
    expect(await importText("organisations", listed(""))).toMatchObject({
      skipped: 1,
      problems: [{ field: "name", cells: ["Otros socios"] }],
    });
    expect(await importText("organisations", listed("gt-9"))).toMatchObject({ created: 1 });
  });
});
