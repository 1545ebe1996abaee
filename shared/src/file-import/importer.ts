import { open, type FileHandle } from "node:fs/promises";
import type { ServiceParts } from "../service/service-definition.ts";
import { fileProblem } from "../table/file-problem.ts";
import type { ImportReportRow } from "../table/import-report.ts";
import { type OpenedTable, openSpreadsheet } from "../table/open-spreadsheet.ts";
import type { Table } from "../table/table.ts";

/** Where a file comes from, as whoever sends it says. */
export interface ImportSource {
  /** What it is called. */
  readonly source: string | null;
  readonly url: string | null;
  readonly license: string | null;
  /** ISO 8601: when it was read there. */
  readonly retrievedOn: string | null;
}

interface Request {
  readonly dryRun: boolean;
  /** Under which scheme the file's own identifiers are kept. */
  readonly scheme: string;
  /** The file's name: where what it says is known from. */
  readonly file: string;
  /** Where the file comes from; null where nobody says. */
  readonly source: ImportSource | null;
}

export interface TableImport extends Request {
  readonly table: Table;
  /** `column=field`, where a column's title does not tell. */
  readonly map: readonly string[];
}

export interface WholeFileImport extends Request {
  readonly bytes: Uint8Array;
}

/** Takes a table of one kind in, and gives what became of each row, as it goes. */
export type Importer = (
  parts: ServiceParts,
  request: TableImport,
) => AsyncIterable<ImportReportRow>;

/** Takes a file in that is no table, or not always, and has to be held whole. */
export interface WholeFileImporter {
  readonly mostBytes: number;
  readonly takeFile: (
    parts: ServiceParts,
    request: WholeFileImport,
  ) => AsyncIterable<ImportReportRow>;
}

/** By the kind of file. */
export type Importers = Readonly<Record<string, Importer | WholeFileImporter>>;

interface Opening extends Omit<TableImport, "table"> {
  /** A path, or what is in the file. */
  readonly content: string | Uint8Array;
  readonly sheet?: string | undefined;
}

/** An import that is under way: what becomes of each row, and how far it has come. */
export interface OpenedImport extends Pick<OpenedTable, "progress" | "close"> {
  readonly rows: AsyncIterable<ImportReportRow>;
}

/** @throws BAD_USER_INPUT for a file that the kind cannot be read from. */
export async function openImport(
  parts: ServiceParts,
  importer: Importer | WholeFileImporter,
  { content, sheet, ...request }: Opening,
): Promise<OpenedImport> {
  if (typeof importer === "function") {
    const table = await openSpreadsheet(content, { sheet });
    const rows = importer(parts, { table, ...request });
    return { rows, progress: () => table.progress(), close: () => table.close() };
  }
  if (sheet !== undefined) throw fileProblem("Only a workbook (.xlsx) has sheets");
  const bytes = typeof content === "string" ? await readWhole(content, importer) : content;
  if (bytes.length > importer.mostBytes) throw tooLarge(importer);
  let bytesRead = 0;
  const rows = async function* () {
    yield* importer.takeFile(parts, { bytes, ...request });
    bytesRead = bytes.length;
  };
  const progress = () => ({ bytesRead, bytesTotal: bytes.length });
  return { rows: rows(), progress, close: () => Promise.resolve() };
}

async function readWhole(path: string, importer: WholeFileImporter): Promise<Uint8Array> {
  const file: FileHandle = await open(path).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    if (code === "ENOENT") throw fileProblem(`There is no file ${path}`);
    throw fileProblem(`${path} cannot be opened (${code})`);
  });
  try {
    if ((await file.stat()).size > importer.mostBytes) throw tooLarge(importer);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

const tooLarge = ({ mostBytes }: WholeFileImporter) =>
  fileProblem(`The file is larger than ${String(mostBytes / 1e6)} MB`);
