import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Delimiter, EXCEL_DIRECTIVE, detectDelimiter } from "./csv-delimiter.ts";
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
  const { stream, bytesTotal } =
    typeof source === "string" ? await openFile(source) : { stream: source, bytesTotal: null };
  const text = new DecodedText(stream);
  const pieces = text[Symbol.asyncIterator]();
  const opening = await take(pieces, OPENING);
  const delimiter = detectDelimiter(opening);
  // The directive is no row, but stays a line, so that lines are counted as editors do.
  const content = startingWith(opening.replace(EXCEL_DIRECTIVE, "\n"), pieces);
  const table = await openTable(csvRows(content, { delimiter, maxRowSize }));
  return {
    ...table,
    delimiter,
    encoding: () => text.encoding,
    progress: () => ({ bytesRead: text.bytesRead, bytesTotal }),
  };
}

async function openFile(path: string): Promise<{ stream: Readable; bytesTotal: number }> {
  const file = await open(path).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    if (code === "ENOENT") throw fileProblem(`There is no file ${path}`);
    throw fileProblem(`${path} cannot be opened (${code})`);
  });
  const bytesTotal = await sizeOf(file, path);
  return { stream: file.createReadStream(), bytesTotal };
}

async function sizeOf(file: FileHandle, path: string): Promise<number> {
  const found = await file.stat();
  if (found.isFile()) return found.size;
  await file.close();
  throw fileProblem(`${path} is not a file`);
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
