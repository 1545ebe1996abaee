import { open, readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { fileProblem } from "./file-problem.ts";
import { openCsv } from "./open-csv.ts";
import { openTable, type Table } from "./table.ts";
import { xlsxRows, type XlsxOptions } from "./xlsx-rows.ts";

/** A table with how far its file has been read. */
export interface OpenedTable extends Table {
  /** For a progress bar: bytes so far, and in all where that is known. */
  progress(): { readonly bytesRead: number; readonly bytesTotal: number | null };
}

/** A workbook has to be held whole, unlike a CSV. */
const MAX_WORKBOOK = 50_000_000;

const PIECE = 65_536;

const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
/** Microsoft's container of old: `.xls`, and all that is kept under a password. */
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Opens a table, by path or from memory: a workbook (.xlsx) or a CSV. What it is, its first bytes
 * tell, whatever it is called.
 *
 * @throws BAD_USER_INPUT where it is neither, or a sheet is asked of a CSV
 */
export async function openSpreadsheet(
  source: string | Uint8Array,
  options: XlsxOptions = {},
): Promise<OpenedTable> {
  const opening = typeof source === "string" ? await openingOf(source) : source.subarray(0, 8);
  if (startsWith(opening, OLE)) {
    throw fileProblem(
      "This is an Excel file of the old kind (.xls), or under a password: save it as .xlsx without one, or as CSV",
    );
  }
  if (startsWith(opening, ZIP)) return openXlsx(source, options);
  if (options.sheet !== undefined) {
    throw fileProblem("Only a workbook (.xlsx) has sheets, and this is none");
  }
  return openCsv(typeof source === "string" ? source : Readable.from(pieces(source)));
}

/** As a file would give it, so that what is decoded at a time does not grow with it. */
function* pieces(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function openXlsx(source: string | Uint8Array, options: XlsxOptions): Promise<OpenedTable> {
  const bytes = typeof source === "string" ? await readWorkbook(source) : source;
  if (bytes.length > MAX_WORKBOOK) throw tooLarge();
  let isRead = false;
  const counted = async function* () {
    yield* xlsxRows(bytes, options);
    isRead = true;
  };
  const table = await openTable(counted());
  const progress = () => ({ bytesRead: isRead ? bytes.length : 0, bytesTotal: bytes.length });
  return { ...table, progress };
}

async function readWorkbook(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    if ((await file.stat()).size > MAX_WORKBOOK) throw tooLarge();
  } finally {
    await file.close();
  }
  return readFile(path);
}

const tooLarge = () =>
  fileProblem(`The workbook is larger than ${MAX_WORKBOOK / 1e6} MB: save the sheet as CSV`);

/** Of a file that cannot be opened: nothing, so that the CSV's opening says why. */
async function openingOf(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => null);
  if (!file) return new Uint8Array();
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return new Uint8Array();
  } finally {
    await file.close();
  }
}

const startsWith = (bytes: Uint8Array, mark: Buffer) => mark.equals(bytes.subarray(0, mark.length));
