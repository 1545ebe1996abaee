import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { formatHxlTag } from "./hxl-tag.ts";
import { type OpenCsvOptions, openCsv } from "./open-csv.ts";
import type { TableRow } from "./table.ts";

async function read(content: string | Buffer, options: OpenCsvOptions = {}) {
  const table = await openCsv(Readable.from([Buffer.from(content)]), options);
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return { ...table, rows, names: table.columns.map(({ name }) => name) };
}

describe("openCsv", () => {
  it("gives rows by column, with the line on which each starts", async () => {
    const { rows, names } = await read('name,note\r\nA,"two\r\nlines"\r\n\r\n,\r\nB,"x ""y"""');
    expect(names).toEqual(["name", "note"]);
    expect(rows).toEqual([
      { line: 2, cells: ["A", "two\nlines"], problem: null },
      { line: 6, cells: ["B", 'x "y"'], problem: null },
    ]);
  });

  it("keeps titles beside hashtags, and columns without a hashtag under their title", async () => {
    const { columns, rows } = await read(
      'Report;;\n\n NOMBRE  LARGO ;ACTIVITY UNIT"|trans}};País\n#org +name;;#Country+code\nA;b;HN\n',
    );
    expect(columns.map(({ name, tag }) => [name, tag && formatHxlTag(tag)])).toEqual([
      ["NOMBRE LARGO", "#org+name"],
      ['ACTIVITY UNIT"|trans}}', null],
      ["País", "#country+code"],
    ]);
    expect(rows).toEqual([{ line: 5, cells: ["A", "b", "HN"], problem: null }]);
  });

  it("gives every column a name of its own", async () => {
    const { names } = await read("name,,name,name (2),name\n1,2,3,4,5\n");
    expect(names).toEqual(["name", "column 2", "name (2)", "name (2) (2)", "name (3)"]);
  });

  it("names thousands of columns alike without counting all of them for each", async () => {
    const began = performance.now();
    const { names } = await read(`${"name,".repeat(16_000)}name\n`);
    expect(names.at(-1)).toBe("name (16001)");
    // By quadratic work it took a minute; this is only to see that nothing hangs.
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it("fills short rows, and does not trust long ones", async () => {
    const { rows } = await read("a,b,c\n1\n1,2,3,,\n1,2,3,4\n5,6,7\n");
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["1", "", ""],
      ["1", "2", "3"],
      ["1", "2", "3"],
      ["5", "6", "7"],
    ]);
    expect(rows.map(({ problem }) => problem)).toEqual([
      null,
      null,
      "has more cells than there are columns",
      null,
    ]);
  });

  it("does not trust a row with an enormous cell, and goes on", async () => {
    const { rows } = await read(`a,b\n${"x".repeat(100_001)},1\ny,2\n`);
    expect(rows.map(({ problem }) => problem)).toEqual([
      "has a cell of more than 100000 characters",
      null,
    ]);
  });

  it("keeps stray quotes in the middle of a cell", async () => {
    const { rows } = await read('name,size\nThe "Old" House,5"\n');
    expect(rows[0]?.cells).toEqual(['The "Old" House', '5"']);
  });

  it("reads a header without rows, and Excel's directive above it", async () => {
    expect(await read("sep=;\r\nname;country\r\n")).toMatchObject({
      rows: [],
      names: ["name", "country"],
      delimiter: ";",
    });
  });

  it("does not take that directive for the title of a single column", async () => {
    const { rows, names } = await read("sep=,\nname\nA\n");
    expect([names, rows]).toEqual([["name"], [{ line: 3, cells: ["A"], problem: null }]]);
  });

  it("refuses more columns than any spreadsheet has", async () => {
    const source = Readable.from([`${"a,".repeat(16_384)}a\n1\n`, "2\n"]);
    await expect(openCsv(source)).rejects.toThrow("The table has more than 16384 columns");
    expect(source.destroyed).toBe(true);
  });

  it.each(["", "\n\n", " \r\n\t\r\n"])("refuses an empty file (%j)", async (content) => {
    await expect(read(content)).rejects.toMatchObject({
      message: "The file is empty",
      extensions: { code: "BAD_USER_INPUT", field: "file" },
    });
  });
});

describe("a file that cannot be read to its end", () => {
  async function readUntilError(content: string, options: OpenCsvOptions = {}) {
    const table = await openCsv(Readable.from([Buffer.from(content)]), options);
    const lines: number[] = [];
    const run = async () => {
      for await (const { line } of table.rows) lines.push(line);
    };
    const error: unknown = await run().catch((caught: unknown) => caught);
    return { lines, error };
  }
  const body = Array.from({ length: 60 }, (_, row) => `A${row},B`).join("\n");

  it("gives all rows before a quote that never closes, then names its line", async () => {
    const { lines, error } = await readUntilError(`a,b\n${body}\nlast,"open\nmore,1\n`);
    expect(lines).toHaveLength(60);
    expect(error).toMatchObject({
      message: "Line 62: a quote opens in this row and never closes",
      extensions: { code: "BAD_USER_INPUT", field: "file", line: 62 },
    });
  });

  it("bounds what such a quote may swallow", async () => {
    const swallowed = "more,1\n".repeat(1_000);
    const { lines, error } = await readUntilError(`a,b\n${body}\nlast,"open\n${swallowed}`, {
      maxRowSize: 5_000,
    });
    expect(lines).toHaveLength(60);
    expect(error).toMatchObject({
      message: "Line 62: this row is longer than 5000 bytes: is a quote left open?",
    });
  });
});

describe("the source", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "open-csv-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("may be a path, with progress in bytes", async () => {
    const path = join(folder, "ños.csv");
    const line = "Ñandú,HN\n";
    await writeFile(path, `name,country\n${line.repeat(30_000)}`);
    const table = await openCsv(path);
    const { bytesTotal, bytesRead } = table.progress();
    expect(bytesTotal).toBe(13 + Buffer.byteLength(line) * 30_000);
    expect(bytesRead).toBeLessThan(200_000);
    let rows = 0;
    for await (const { cells } of table.rows) if (cells[0] === "Ñandú") rows += 1;
    expect(rows).toBe(30_000);
    expect(table.progress().bytesRead).toBe(bytesTotal);
  });

  it("must be a file that is there", async () => {
    await expect(openCsv(join(folder, "none.csv"))).rejects.toThrow(/There is no file .*none\.csv/);
    await expect(openCsv(folder)).rejects.toThrow(/is not a file/);
    await writeFile(join(folder, "plain.csv"), "a");
    const inside = openCsv(join(folder, "plain.csv", "x.csv"));
    await expect(inside).rejects.toThrow(/x\.csv cannot be opened \(ENOTDIR\)/);
  });

  it("is let go when reading stops early, or never starts", async () => {
    const endless = () => Readable.from(endlessCsv());
    const stopped = endless();
    for await (const row of (await openCsv(stopped)).rows) if (row.line > 10) break;
    expect(stopped.destroyed).toBe(true);
    const unread = endless();
    await (await openCsv(unread)).close();
    expect(unread.destroyed).toBe(true);
    const refused = Readable.from([Buffer.from("\n\n")]);
    await expect(openCsv(refused)).rejects.toThrow("The file is empty");
    expect(refused.destroyed).toBe(true);
  });

  it("passes on the error of a stream that breaks", async () => {
    async function* breaking() {
      yield await Promise.resolve(Buffer.from("a,b\n1,2\n"));
      throw new Error("connection lost");
    }
    await expect(openCsv(Readable.from(breaking()))).rejects.toThrow("connection lost");
  });

  async function* endlessCsv() {
    yield await Promise.resolve("a,b\n");
    for (;;) yield "1,2\n".repeat(1_000);
  }
});
