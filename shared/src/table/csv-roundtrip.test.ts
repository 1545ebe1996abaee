import { Readable } from "node:stream";
import fc from "fast-check";
import { formatHxlTag } from "./hxl-tag.ts";
import { openCsv } from "./open-csv.ts";
import type { TableRow } from "./table.ts";

interface Written {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly above: readonly string[];
  readonly tags: readonly string[] | null;
  readonly delimiter: "," | ";" | "\t";
  readonly lineBreak: "\r\n" | "\n" | "\r";
  readonly mark: boolean;
  readonly quoteAll: boolean;
  readonly lastBreak: boolean;
  readonly blankLineBefore: ReadonlySet<number>;
  readonly cuts: readonly number[];
}

/** No `#letter`: a row of that would be a hashtag row. No carriage return: it reads as a `\n`. */
const cell = fc
  .oneof(
    fc.string({ unit: fc.constantFrom("a", "é", "中", " ", ",", ";", "\t", '"', "\n", "'", "1") }),
    fc.string({ unit: "grapheme", maxLength: 12 }),
  )
  .filter((text) => !/[\0\r\ufeff]|#[a-z]/i.test(text));
const title = fc.stringMatching(/^[A-Za-zéÑ][a-zé ]{0,8}[a-z]$/u);
const tag = fc.stringMatching(/^#[a-z]{3}( ?\+[a-z]{2}){0,2}$/);

const written: fc.Arbitrary<Written> = fc
  .record({ width: fc.integer({ min: 2, max: 6 }), height: fc.integer({ min: 0, max: 40 }) })
  .chain(({ width, height }) =>
    fc.record({
      titles: fc.array(title, { minLength: width, maxLength: width }),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
      above: fc.array(fc.constantFrom("Who does what where", ""), { maxLength: 23 }),
      tags: fc.option(fc.array(tag, { minLength: width, maxLength: width })),
      delimiter: fc.constantFrom(",", ";", "\t"),
      lineBreak: fc.constantFrom("\r\n", "\n", "\r"),
      mark: fc.boolean(),
      quoteAll: fc.boolean(),
      lastBreak: fc.boolean(),
      blankLineBefore: fc.uniqueArray(fc.nat(40)).map((lines) => new Set(lines)),
      cuts: fc.array(fc.nat(400), { maxLength: 4 }),
    }),
  );

/** The file's bytes, and for each row that is not blank the line on which it starts. */
function write(table: Written) {
  const quoted = (text: string) =>
    table.quoteAll || /["\n]/.test(text) || text.includes(table.delimiter)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const lines: string[] = [];
  let line = 1;
  const add = (cells: readonly string[]) => {
    lines.push(cells.map(quoted).join(table.delimiter));
    const start = line;
    line += 1 + cells.join("").split("\n").length - 1;
    return start;
  };
  for (const text of table.above) add([text]);
  add(table.titles);
  if (table.tags) add(table.tags);
  const expected: { line: number; cells: readonly string[] }[] = [];
  for (const [index, cells] of table.rows.entries()) {
    if (table.blankLineBefore.has(index)) add([]);
    const start = add(cells);
    if (cells.some((text) => text.trim() !== "")) expected.push({ line: start, cells });
  }
  // Line breaks inside cells follow the file's, as Excel writes them.
  const text = lines.join("\n") + (table.lastBreak ? "\n" : "");
  const bytes = Buffer.from((table.mark ? "\ufeff" : "") + text.replaceAll("\n", table.lineBreak));
  return { bytes, expected };
}

function cutUp(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
  return edges.slice(1).map((end, at) => bytes.subarray(edges[at], end));
}

it("reads back every table that can be written, with its line numbers", async () => {
  const property = fc.asyncProperty(written, async (table) => {
    const { bytes, expected } = write(table);
    const opened = await openCsv(Readable.from(cutUp(bytes, table.cuts)));
    const rows: TableRow[] = [];
    for await (const row of opened.rows) rows.push(row);
    expect(opened.delimiter).toBe(table.delimiter);
    expect(opened.columns.map((column) => column.title)).toEqual(
      table.titles.map((text) => text.replace(/ +/g, " ")),
    );
    expect(opened.columns.map((column) => column.tag && formatHxlTag(column.tag))).toEqual(
      (table.tags ?? table.titles.map(() => null)).map((text) => text && sorted(text)),
    );
    expect(rows).toEqual(expected.map((row) => ({ ...row, problem: null })));
  });
  await fc.assert(property, { numRuns: 80 });
});

function sorted(tagText: string): string {
  const [hashtag = "", ...attributes] = tagText.replaceAll(" ", "").split("+");
  return [hashtag, ...[...new Set(attributes)].sort()].join("+");
}
