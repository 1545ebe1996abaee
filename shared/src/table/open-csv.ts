import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Delimiter, detectDelimiter } from "./csv-delimiter.ts";
import { csvRows } from "./csv-rows.ts";
import { DecodedText } from "./decoded-text.ts";
import { fileProblem } from "./file-problem.ts";
import { type Table, openTable } from "./table.ts";
import type { TextEncoding } from "./text-encoding.ts";

export interface CsvTable extends Table {
  readonly delimiter: Delimiter;
  /** Final once all rows are read. */
  encoding(): TextEncoding;
  /** For a progress bar: bytes taken from the file so far, and in all where that is known. */
  progress(): { readonly bytesRead: number; readonly bytesTotal: number | null };
}

export interface OpenCsvOptions {
  /** Of one row, in bytes; 1 MB unless told. */
  readonly maxRowSize?: number;
}

/** In characters: enough for the first rows of any table. */
const OPENING = 65_536;

/**
 * Opens a CSV, by path or as a stream of bytes (or text): UTF-8, UTF-16 or Windows-1252; comma,
 * semicolon or tab; with or without an HXL row. Line breaks in cells become `\n`, else cells are
 * given as written. Nothing is held but the row at hand and the chunk of the file that it is in.
 */
export async function openCsv(
  source: string | Readable,
  { maxRowSize = 1_000_000 }: OpenCsvOptions = {},
): Promise<CsvTable> {
  const bytesTotal = typeof source === "string" ? await sizeOf(source) : null;
  const text = new DecodedText(typeof source === "string" ? createReadStream(source) : source);
  const pieces = text[Symbol.asyncIterator]();
  const opening = await take(pieces, OPENING);
  const delimiter = detectDelimiter(opening);
  const table = await openTable(csvRows(startingWith(opening, pieces), { delimiter, maxRowSize }));
  return {
    ...table,
    delimiter,
    encoding: () => text.encoding,
    progress: () => ({ bytesRead: text.bytesRead, bytesTotal }),
  };
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found) throw fileProblem(`There is no file ${path}`);
  if (!found.isFile()) throw fileProblem(`${path} is not a file`);
  return found.size;
}

async function take(pieces: AsyncIterator<string>, length: number): Promise<string> {
  let text = "";
  while (text.length < length) {
    const next = await pieces.next();
    if (next.done) break;
    text += next.value;
  }
  return text;
}

async function* startingWith(
  opening: string,
  rest: AsyncGenerator<string, void, undefined>,
): AsyncGenerator<string, void, undefined> {
  try {
    yield opening;
    yield* rest;
  } finally {
    await rest.return();
  }
}
