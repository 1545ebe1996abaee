import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { practices } from "@convene/practices/definition";
import type { ImportReport, ImportReportRow } from "@convene/shared/table/import-report";
import { createHarness } from "@convene/shared/testing/harness";
import { stakeholders } from "@convene/stakeholders/definition";
import { importFile } from "./import-file.ts";
import type { ImportKind } from "./import-kind.ts";

const who = createHarness(stakeholders);
const what = createHarness(practices);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convene-dirt-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function importLines(kind: ImportKind, lines: readonly string[], dryRun = false) {
  const path = join(folder, `${kind}.csv`);
  await writeFile(path, lines.join("\r\n"));
  const services = { stakeholders: who.service(), practices: what.service() };
  return importFile(services, { kind, path, dryRun, map: [], scheme: "field" });
}

const HEADER =
  "country,funder,lead,implementer,acronym,org type,sector,admin 1,pcode1,start,end,status";
const SPLIT = "funder named several organisations, and was split";
const WHOLE =
  "implementer was kept as one name, since it may be one (to name several, put a semicolon between them)";
const generic = (field: string) => `${field} is a generic name, of which no organisation was made`;
const placeholder = (field: string) => `${field} holds a placeholder, which was taken as blank`;

interface Dirt {
  readonly dirt: string;
  /** Rows of the file, without the country that comes first: each kind of dirt has its own. */
  readonly rows: readonly string[];
  /** What is there then, as `read` writes it. */
  readonly made: readonly string[];
  /** What the report says of the rows, in their order. */
  readonly told: readonly string[];
}

/** Kind of dirt → what is made of it, and what the report says. All names are invented. */
const DIRT: Readonly<Record<string, Dirt>> = {
  AL: {
    dirt: "several funders in one cell",
    rows: ["ECLO/WFX/UNIX,,Lumen Trust", `"PMX, OIX y UNIX",,Lumen Trust`],
    made: [
      ...["ECLO", "Lumen Trust", "OIX", "PMX", "UNIX", "WFX", "ECLO FUNDS Lumen Trust"],
      ...["OIX FUNDS Lumen Trust", "PMX FUNDS Lumen Trust", "UNIX FUNDS Lumen Trust"],
      "WFX FUNDS Lumen Trust",
    ],
    told: [`created: ${SPLIT}`, `created: ${SPLIT}`],
  },
  AM: {
    dirt: "values joined by a semicolon, as the standard has it",
    rows: [",,Lumen Trust; Rope Bridge"],
    made: ["Lumen Trust", "Rope Bridge"],
    told: ["created"],
  },
  AO: {
    dirt: "a name that itself holds a slash, a comma or an 'and'",
    rows: [
      ",,ROJ/VER-CN",
      "ROJ/VER-CN,,Lumen Trust",
      `,,"Agua, Tierra y Vida"`,
      ",,Bread and Roses",
    ],
    made: [
      ...["Agua, Tierra y Vida", "Bread and Roses", "Lumen Trust", "ROJ/VER-CN"],
      "ROJ/VER-CN FUNDS Lumen Trust",
    ],
    told: [`created: ${WHOLE}`, "created", `created: ${WHOLE}`, "created"],
  },
  AR: {
    dirt: "several names in one cell, each of which is known",
    rows: [",,Green Roof", ",,Blue Door", "Green Roof and Blue Door,,Lumen Trust"],
    made: [
      ...["Blue Door", "Green Roof", "Lumen Trust"],
      ...["Blue Door FUNDS Lumen Trust", "Green Roof FUNDS Lumen Trust"],
    ],
    told: ["created", "created", `created: ${SPLIT}`],
  },
  AT: {
    dirt: "spelling variants of one name",
    rows: [",,LUMBRES,,,Health", ",,Lúmbres,,,Water", `,,"  lumbres  ",,,Food`],
    made: ["LUMBRES on Health, Water, Food"],
    told: ["created", "updated", "updated"],
  },
  AU: {
    dirt: "an acronym and the full name, inside of one country",
    rows: [",,RRC", ",RRC,Roof Repair Council,RRC", "RRC,,Lumen Trust"],
    made: ["Lumen Trust", "Roof Repair Council (RRC)", "Roof Repair Council FUNDS Lumen Trust"],
    told: ["created", "updated", "created"],
  },
  AZ: {
    dirt: "an acronym that two share",
    rows: [",,Sun Circle,SC", ",,Sea Cadets,SC", "SC,,Lumen Trust"],
    made: ["Lumen Trust", "Sea Cadets (SC)", "Sun Circle (SC)"],
    told: ["created", "created", "created: funder may be any of …"],
  },
  BA: {
    dirt: "a generic name",
    rows: [",,Otra entidad territorial", "CHILDREN,,Lumen Trust", "Rope Bridge,,Alcaldía"],
    made: ["Lumen Trust", "Rope Bridge"],
    told: [
      `skipped: ${generic("implementer")}`,
      `created: ${generic("funder")}`,
      `created: ${generic("implementer")}`,
    ],
  },
  BB: {
    dirt: "a placeholder",
    rows: ["TBD,No partner,Lumen Trust,#N/A"],
    made: ["Lumen Trust"],
    told: [`created: ${placeholder("lead")}, ${placeholder("funder")}`],
  },
  BD: {
    dirt: "repeated rows",
    rows: ["UNIX,,Lumen Trust,,,Health", "UNIX,,Lumen Trust,,,Health"],
    made: ["Lumen Trust on Health", "UNIX", "UNIX FUNDS Lumen Trust"],
    told: [
      "created",
      "unchanged: row repeats an earlier one in all but its number, and counts once",
    ],
  },
  BE: {
    dirt: "missing place codes, a code without a name, and a whole country for a place",
    rows: [
      ",,Lumen,,,,Nord",
      ",,Lumen,,,,NORD,BE1",
      ",,Lumen,,,,,BE2",
      ",,Lumen,,,,Nationwide,BE0",
    ],
    made: ["Lumen in Nord BE1"],
    told: ["created", "updated", "unchanged: areaCode has no name beside it", "unchanged"],
  },
  BF: {
    dirt: "blank and unknown types",
    rows: [
      ",,Lumen",
      ",,Lumen,,Kind of a club",
      ",,Lumen,,ONG Internacional",
      ",,Lumen,,Government",
    ],
    made: ["Lumen: civil-society"],
    told: [
      "created",
      "unchanged: implementerType is no type of organisation that is known here",
      "updated",
      "unchanged",
    ],
  },
  BG: {
    dirt: "impossible dates",
    rows: [
      ",,Lumen,,,,,,31/02/2021",
      ",,Lumen,,,,,,,1970-01-01",
      ",,Lumen,,,,,,02/01/2021,01/01/2021",
      ",,Lumen,,,,,,07/21/2021",
    ],
    made: ["Lumen"],
    told: [
      "created: startDate is a date that no calendar has",
      "unchanged: endDate is 1970-01-01, which programs write where no date is known",
      "unchanged: endDate is before the start date",
      "unchanged: startDate is a date with an impossible month (the day comes first, then the month)",
    ],
  },
  BH: {
    dirt: "nobody who implements, and an organisation that funds and leads itself",
    rows: [",Lumen,", ",,", "Lumen,Lumen,Lumen", ",Rope Bridge,Lumen,,,,,,,,Cancelled"],
    made: ["Lumen"],
    told: [
      "created: implementer is blank: who leads was taken for who implements",
      "skipped: implementer is blank, and so is who leads: the row names nobody who acts",
      "unchanged",
      "skipped: status says that nothing came of it",
    ],
  },
  BI: {
    dirt: "backquotes for apostrophes, and odd spacing",
    rows: [",,Women`s  Roof", ",,Women's Roof", ",,WOMENS ROOF"],
    made: ["Women's Roof"],
    told: ["created", "unchanged", "unchanged"],
  },
  BJ: {
    dirt: "rows that cannot be used, among rows that can",
    rows: [",,Lumen", ",,Lumen,,,,,,,,,,,one too many", ",,---", ",,Rope Bridge"],
    made: ["Lumen", "Rope Bridge"],
    told: [
      "created",
      "skipped: row has more cells than there are columns",
      `skipped: implementer is blank, and so is who leads: the row names nobody who acts, ${placeholder("implementer")}`,
      "created",
    ],
  },
};

const FILE = [
  HEADER,
  ...Object.entries(DIRT).flatMap(([country, { rows }]) => rows.map((row) => `${country},${row}`)),
];

const ALL = `query ($countries: [CountryCode!]!) { organisations(filter: { countries: { anyOf: $countries } }, first: 100) {
  nodes { name acronym category { id } sectors areas { name code }
    relationships(first: 100) { nodes { type source { name } target { name } } } } } }`;

interface Read {
  readonly name: string;
  readonly acronym: string | null;
  readonly category: { readonly id: string } | null;
  readonly sectors: readonly string[];
  readonly areas: readonly { readonly name: string; readonly code: string | null }[];
  readonly relationships: { readonly nodes: readonly Tie[] };
}
interface Tie {
  readonly type: string;
  readonly source: { readonly name: string };
  readonly target: { readonly name: string };
}

/** What anybody can read of a country: its organisations, then who is what to whom. */
async function read(country: string): Promise<string[]> {
  const { data, errors } = await who.execute(ALL, { countries: [country] });
  expect(errors).toBeUndefined();
  const { nodes } = (data as { organisations: { nodes: Read[] } }).organisations;
  const ties = nodes.flatMap(({ relationships }) => relationships.nodes.map(inWords));
  return [...nodes.map(describeOrganisation), ...[...new Set(ties)].sort()];
}

const inWords = ({ type, source, target }: Tie) => `${source.name} ${type} ${target.name}`;

const describeOrganisation = ({ name, acronym, category, areas, sectors }: Read) =>
  [
    name,
    acronym === null ? "" : ` (${acronym})`,
    category === null ? "" : `: ${category.id}`,
    ...areas.map((area) => ` in ${area.name} ${area.code ?? ""}`.trimEnd()),
    sectors.length === 0 ? "" : ` on ${sectors.join(", ")}`,
  ].join("");

function tell({ outcome, field = "row", reason, also = [] }: ImportReportRow): string {
  if (reason === undefined) return outcome;
  const said = [{ field, reason }, ...also].map((one) => `${one.field ?? "row"} ${one.reason}`);
  return `${outcome}: ${said.join(", ")}`.replace(/any of .*/, "any of …");
}

describe("what is made of dirty activities", () => {
  let tried: ImportReport;
  let done: ImportReport;
  beforeAll(async () => {
    tried = await importLines("activities", FILE, true);
    done = await importLines("activities", FILE);
  });

  const cases = Object.entries(DIRT).map(([country, one]) => ({ country, ...one }));
  it.each(cases)("$dirt", async ({ country, made, told }) => {
    const first = FILE.findIndex((line) => line.startsWith(`${country},`)) + 1;
    const rows = done.rows.filter(({ line }) => line >= first && line < first + told.length);
    expect({ made: await read(country), told: rows.map(tell) }).toEqual({ made, told });
  });

  it("was foretold by the dry run, row by row", () => {
    const withoutIds = (report: ImportReport) =>
      report.rows.map(({ id: _, ...row }) => ({
        ...row,
        reason: row.reason?.replace(/org_.*/, ""),
      }));
    expect(withoutIds(tried)).toEqual(withoutIds(done));
    expect({ ...tried, dryRun: false, rows: [], problems: [] }).toEqual({
      ...done,
      rows: [],
      problems: [],
    });
  });

  it("changes nothing when it is imported again", async () => {
    const told = "SELECT type, id, version FROM outbox ORDER BY type, id";
    const before: unknown = await who.db().query(told);
    const again = await importLines("activities", FILE);
    expect(again).toMatchObject({ created: 0, updated: 0, skipped: done.skipped, made: {} });
    expect(await who.db().query(told)).toEqual(before);
  });
});
