import { fileProblem } from "./file-problem.ts";
import { HEADER_WINDOW, findHeader } from "./header-row.ts";
import { type HxlTag, parseHxlTag } from "./hxl-tag.ts";
import { collapseSpace } from "./text-folding.ts";

/** A row as its format gives it (CSV, a worksheet), before the columns are known. */
export interface RawRow {
  /** Where it starts in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TableColumn {
  /** From 0. */
  readonly position: number;
  /** Unique in its table: the title; `Name (2)` for the second `Name`; `column 3` for none. */
  readonly name: string;
  /** As written above the column, white space collapsed; may be empty. */
  readonly title: string;
  /** Null where the file has no HXL row, or none for this column. */
  readonly tag: HxlTag | null;
}

export interface TableRow extends RawRow {
  /** One for each column, blank where the row is shorter. */
  readonly cells: readonly string[];
  /** Why the row cannot be trusted, such as more cells than columns. */
  readonly problem: string | null;
}

/** Rows under named columns, read once from beginning to end. */
export interface Table {
  readonly columns: readonly TableColumn[];
  /** Blank rows left out. */
  readonly rows: AsyncIterable<TableRow>;
  /** Lets go of the file when its rows are not, or not all, read. */
  close(): Promise<void>;
}

/** In UTF-16 code units: more than any text in a table, less than what harms. */
const MAX_CELL = 100_000;

/** As many as Excel has. */
const MAX_COLUMNS = 16_384;

/** Finds the columns in the first rows. Refuses a table without any. */
export async function openTable(source: AsyncIterable<RawRow>): Promise<Table> {
  const rows = source[Symbol.asyncIterator]();
  const close = async () => {
    await rows.return?.();
  };
  try {
    const opening = await take(rows, HEADER_WINDOW);
    const { columns, rowsAbove } = findColumns(opening);
    return { columns, rows: tableRows(opening.slice(rowsAbove), rows, columns.length), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function take(rows: AsyncIterator<RawRow>, count: number): Promise<RawRow[]> {
  const taken: RawRow[] = [];
  while (taken.length < count) {
    const next = await rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

function findColumns(opening: readonly RawRow[]) {
  const found = findHeader(opening.map(({ cells }) => cells));
  if (!found) throw fileProblem("The file is empty");
  const cellsAt = (row: number | null) => (row === null ? [] : (opening[row]?.cells ?? []));
  const [titles, hashtags] = [cellsAt(found.header), cellsAt(found.hashtags)];
  const width = Math.max(titles.length, hashtags.length);
  if (width > MAX_COLUMNS) throw fileProblem(`The table has more than ${MAX_COLUMNS} columns`);
  const taken = new Map<string, number>();
  const columns = Array.from({ length: width }, (_, position): TableColumn => {
    const title = collapseSpace(titles[position] ?? "");
    const name = uniqueName(title === "" ? `column ${position + 1}` : title, taken);
    return { position, name, title, tag: parseHxlTag(hashtags[position] ?? "") };
  });
  return { columns, rowsAbove: (found.hashtags ?? found.header ?? 0) + 1 };
}

async function* tableRows(
  opening: readonly RawRow[],
  rest: AsyncIterator<RawRow>,
  width: number,
): AsyncGenerator<TableRow, void, undefined> {
  try {
    for (const row of opening) if (!isBlank(row)) yield tableRow(row, width);
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      if (!isBlank(next.value)) yield tableRow(next.value, width);
    }
  } finally {
    await rest.return?.();
  }
}

const isBlank = ({ cells }: RawRow) => cells.every((cell) => cell.trim() === "");

function tableRow({ line, cells }: RawRow, width: number): TableRow {
  const missing = Math.max(0, width - cells.length);
  const inside =
    missing > 0 ? [...cells, ...Array<string>(missing).fill("")] : cells.slice(0, width);
  return { line, cells: inside, problem: problemOf(cells, width) };
}

function problemOf(cells: readonly string[], width: number): string | null {
  if (cells.slice(width).some((cell) => cell.trim() !== "")) {
    return "has more cells than there are columns";
  }
  if (cells.some((cell) => cell.length > MAX_CELL)) {
    return `has a cell of more than ${MAX_CELL} characters`;
  }
  return null;
}

/** @param taken how many copies of each name there are: with thousands alike, none is counted anew */
function uniqueName(title: string, taken: Map<string, number>): string {
  let name = title;
  let copy = taken.get(title) ?? 0;
  while (taken.has(name)) name = `${title} (${(copy += 1)})`;
  taken.set(title, Math.max(copy, 1));
  if (name !== title) taken.set(name, 1);
  return name;
}
