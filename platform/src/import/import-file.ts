import { basename } from "node:path";
import { type ImportSource, openImport } from "@convene/shared/file-import/importer";
import { ImportReporter, type ImportReport } from "@convene/shared/table/import-report";
import { type ImportKind, type ImportServices, importers } from "./import-kind.ts";

export interface FileImport {
  readonly kind: ImportKind;
  readonly path: string;
  readonly dryRun: boolean;
  /** `column=field`, where a column's title does not tell. */
  readonly map: readonly string[];
  /** Of a workbook; the first that is not hidden unless told. */
  readonly sheet?: string | undefined;
  /** Under which scheme the file's own identifiers are kept. */
  readonly scheme: string;
  /** Where the file comes from; null where nobody says. */
  readonly source?: ImportSource | null;
  /** Told as the file is read: bytes so far and in all, rows so far. */
  readonly onProgress?: (progress: { bytes: number; total: number; rows: number }) => void;
}

/** Reads the file from beginning to end; memory does not grow with it. */
export async function importFile(
  services: ImportServices,
  request: FileImport,
): Promise<ImportReport> {
  const { kind, path, dryRun, map, sheet, scheme, source = null, onProgress } = request;
  const { service, importer } = importers[kind];
  const { definition, parts } = services[service];
  const file = basename(path);
  const asked = { dryRun, map, sheet, scheme, file, source };
  const opened = await openImport(parts, importer, { content: path, ...asked });
  const reporter = new ImportReporter({ file, kind, dryRun });
  let rows = 0;
  try {
    // Rows refer to it, and a database that nothing was started on has none yet.
    await definition.loadReference?.(parts);
    for await (const row of opened.rows) {
      await reporter.add(row);
      rows += 1;
      const { bytesRead: bytes, bytesTotal: total } = opened.progress();
      onProgress?.({ bytes, total: total ?? bytes, rows });
    }
  } finally {
    await opened.close();
  }
  return reporter.report();
}
