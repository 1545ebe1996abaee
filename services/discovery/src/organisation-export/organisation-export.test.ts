import { Readable } from "node:stream";
import { unguarded } from "@convene/shared/table/csv-text";
import { openCsv } from "@convene/shared/table/open-csv";
import { openSpreadsheet } from "@convene/shared/table/open-spreadsheet";
import type { Table } from "@convene/shared/table/table";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { buildOrganisation, everybody, tellAll } from "../../test/factories.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const TABLE = `query ($filter: OrganisationSearchFilter, $first: Int) {
  searchOrganisations(filter: $filter, first: $first, sort: NAME) {
    csv: table(format: CSV) { name mediaType base64 } xlsx: table(format: XLSX) { name mediaType base64 }
  }
}`;

const formula = buildOrganisation({
  name: "=Advice, “best”\nin town",
  countries: ["KE", "GB"],
  areas: [{ country: "KE", code: null, name: "Coast" }],
  objectives: [23, 7],
  sectors: ["housing", "legal-aid"],
  needs: ["interpreters"],
  offers: ["+ a meeting room"],
  lastConfirmedOn: "2026-06-01",
});
const plain = buildOrganisation({ name: "Zebra", category: null, languages: [] });
const hidden = buildOrganisation({
  name: "Hidden House",
  protection: { ...everybody, audience: "NOBODY" },
});

beforeAll(() => tellAll(harness, formula, plain, hidden));

const row = (id: string, rest: object) => ({
  ...{ id, category: "civil-society", countries: "GB", areas: "", objectives: "7", sectors: "" },
  ...{ languages: "en", needs: "", offers: "", last_confirmed_on: "" },
  ...rest,
});
const expected = [
  row(formula.id, {
    name: "=Advice, “best”\nin town",
    ...{ countries: "KE; GB", areas: "Coast", objectives: "23; 7", sectors: "housing; legal-aid" },
    ...{ needs: "interpreters", offers: "+ a meeting room", last_confirmed_on: "2026-06-01" },
  }),
  row(plain.id, { name: "Zebra", category: "", languages: "" }),
];

async function rowsOf({ columns, rows }: Table, read = (text: string) => text) {
  const found: object[] = [];
  for await (const { cells } of rows) {
    found.push(
      Object.fromEntries(columns.map(({ title }, at) => [title, read(cells[at] ?? "")] as const)),
    );
  }
  return found;
}

it("writes all that is found and may be seen, whatever the page, as CSV and as a workbook", async () => {
  const { data, errors } = await harness.execute(TABLE, { first: 1 });
  expect(errors).toBeUndefined();
  const { csv, xlsx } = data.searchOrganisations;
  expect(csv).toMatchObject({ name: "organisations.csv" });
  expect(xlsx).toMatchObject({ name: "organisations.xlsx" });
  const [text, workbook] = [csv, xlsx].map(({ base64 }) => Buffer.from(base64, "base64"));
  expect(text?.toString()).toMatch(/^\uFEFFid,name,/);
  expect(text?.toString()).toContain("'=Advice");
  expect(await rowsOf(await openCsv(Readable.from([text])), unguarded)).toEqual(expected);
  expect(await rowsOf(await openSpreadsheet(workbook ?? Buffer.alloc(0)))).toEqual(expected);
});

it("writes the same to whoever sees more, and the filter holds", async () => {
  const filter = { sectors: { anyOf: ["housing"] } };
  const ids = async (variables: object) => {
    const { data } = await harness.execute(TABLE, { ...variables });
    const bytes = Buffer.from(data.searchOrganisations.csv.base64, "base64");
    const rows = await rowsOf(await openCsv(Readable.from([bytes])));
    return rows.map((found) => (found as { id: string }).id);
  };
  expect(await ids({ filter })).toEqual([formula.id]);
  expect(await ids({ viewer: admin })).toEqual([formula.id, hidden.id, plain.id]);
});

it("refuses to write more than it can hold, and says how much that is", async () => {
  await harness.db().query(
    `INSERT INTO organisation_document
     SELECT (jsonb_populate_record(t, jsonb_build_object('id', 'org_more' || n))).*
     FROM organisation_document AS t, generate_series(1, 4999) AS n WHERE t.id = $1`,
    [plain.id],
  );
  const { errors } = await harness.execute(TABLE, {});
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    ...Array.from({ length: 2 }, () =>
      expect.objectContaining({ code: "LIMIT_EXCEEDED", budget: 5_000, unit: "organisations" }),
    ),
  ]);
});
