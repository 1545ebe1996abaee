import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import { openSpreadsheet } from "./open-spreadsheet.ts";
import type { XlsxOptions } from "./xlsx-rows.ts";

const TABLE: CellValue[][] = [
  ["id", "name", "start", "people", "open"],
  ["1", "Lumen Trust", new Date(Date.UTC(2021, 6, 31)), 12_500, true],
  [null, null, null, null, null],
  [2, "Rope Bridge", new Date(Date.UTC(2021, 6, 31, 9, 30)), 0.1 + 0.2, "#N/A"],
];

const workbook = (rows: CellValue[][] = TABLE) =>
  writeXlsx({
    sheets: [
      { name: "Notes", hidden: true, rows: [["not", "these"]] },
      { name: "Who", rows },
      { name: "Other list", rows: [["name"], ["Elsewhere"]] },
    ],
  });

async function read(source: string | Uint8Array, options?: XlsxOptions) {
  const { columns, rows } = await openSpreadsheet(source, options);
  const lines: (string | number)[][] = [];
  for await (const { line, cells } of rows) lines.push([line, ...cells]);
  return { columns: columns.map(({ name }) => name), lines };
}

/** A part of a ZIP, in its directory, says that it unpacks to so many bytes. */
function claiming(bytes: Uint8Array, unpacked: number): Uint8Array {
  const zip = Buffer.from(bytes);
  const entry = zip.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
  zip.writeUInt32LE(unpacked, entry + 24);
  return zip;
}

describe("openSpreadsheet", () => {
  it("reads the first sheet that is not hidden: dates as dates, numbers plain, blank rows left out", async () => {
    expect(await read(await workbook())).toEqual({
      columns: ["id", "name", "start", "people", "open"],
      lines: [
        [2, "1", "Lumen Trust", "2021-07-31", "12500", "TRUE"],
        [4, "2", "Rope Bridge", "2021-07-31T09:30:00.000Z", "0.3", "#N/A"],
      ],
    });
  });

  it("reads the sheet that is named, whatever its case, and says which there are", async () => {
    const bytes = await workbook();
    expect(await read(bytes, { sheet: "other LIST" })).toMatchObject({ lines: [[2, "Elsewhere"]] });
    await expect(read(bytes, { sheet: "Third" })).rejects.toThrow(
      'The workbook has no sheet "Third"; it has "Who", "Other list"',
    );
  });

  it("reads a sheet of many rows to its end, and closes one that is left in the middle", async () => {
    const rows = [["name"], ...Array.from({ length: 1_700 }, (_, row) => [`Lantern ${row}`])];
    const bytes = await workbook(rows);
    const { lines } = await read(bytes);
    expect([lines.length, lines.at(-1)]).toEqual([1_700, [1_701, "Lantern 1699"]]);
    const table = await openSpreadsheet(bytes);
    await table.close();
    const after: unknown[] = [];
    for await (const row of table.rows) after.push(row);
    expect(after.length).toBeLessThan(25);
  });

  it("finds the header below merged titles, and takes a formula for what it last came to", async () => {
    const rows = [["Who does what where, July 2021"], ["as of 31 July"], [], ...TABLE];
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "3W",
          rows,
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }],
          cells: new Map([["4,3", { value: 42, formula: "40+2", formulaResult: 42 }]]),
        },
      ],
    });
    const { columns, lines } = await read(bytes);
    expect([columns, lines[0]]).toEqual([
      ["id", "name", "start", "people", "open"],
      [5, "1", "Lumen Trust", "2021-07-31", "42", "TRUE"],
    ]);
  });

  it.each([
    ["rows", { rows: 2 }, "The sheet has more than 2 rows"],
    ["columns", { columns: 4 }, "Row 1 is wider than 4 columns"],
    ["time", { seconds: 0.001 }, "The workbook takes more than 0.001 seconds to read"],
  ])("refuses a workbook of too much in %s", async (_, limits, message) => {
    await expect(read(await workbook(), { limits })).rejects.toThrow(message);
  });

  it("refuses what unpacks to more than it can be, or to more than it says", async () => {
    const bytes = await workbook();
    await expect(read(claiming(bytes, 4_000_000_000))).rejects.toThrow("more than 100 MB");
    await expect(read(claiming(bytes, 0))).rejects.toThrow("unpacked it is more than 100 MB");
    await expect(read(claiming(bytes, 10))).rejects.toThrow("no Excel workbook (.xlsx)");
  });

  it("refuses what takes more memory than it is given, and lives on", async () => {
    // Many small texts: V8 may keep a long one outside of what it counts.
    const columns = Array.from({ length: 900 }, (_, column) => column);
    const rows = Array.from({ length: 400 }, (_, row) => columns.map((at) => `${row}.${at}`));
    const limits = { memory: 12 };
    await expect(read(await workbook(rows), { limits })).rejects.toThrow(
      "The workbook takes more than 12 MB of memory to read",
    );
  });

  it.each([
    ["an old .xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "of the old kind (.xls)"],
    ["a torn one", Buffer.from("PK\u0003\u0004torn", "latin1"), "no Excel workbook (.xlsx)"],
  ])("says what to do with %s", async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it("tells a CSV from a workbook by what is in it, by path as from memory", async () => {
    const folder = await mkdtemp(join(tmpdir(), "convene-sheet-"));
    const [odd, csv] = [join(folder, "a.csv"), join(folder, "b.xlsx")];
    await writeFile(odd, await workbook());
    await writeFile(csv, "name\nLumen");
    expect(await read(odd)).toMatchObject({
      lines: [
        [2, "1"],
        [4, "2"],
      ].map(([line]) => expect.arrayContaining([line])),
    });
    expect(await read(csv)).toEqual({ columns: ["name"], lines: [[2, "Lumen"]] });
    expect(await read(Buffer.from("name\nLumen"))).toEqual({
      columns: ["name"],
      lines: [[2, "Lumen"]],
    });
    await expect(read(csv, { sheet: "Who" })).rejects.toThrow("Only a workbook (.xlsx) has sheets");
    await expect(read(join(folder, "gone.xlsx"))).rejects.toThrow("There is no file");
    await rm(folder, { recursive: true });
  });
});
