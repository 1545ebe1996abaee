import { PracticeImportService } from "@convene/practices/practice-import/practice-import.service";
import type { ImportReportRow } from "@convene/shared/table/import-report";
import type { Table } from "@convene/shared/table/table";
import type { Services } from "../runtime/services.ts";

export const IMPORT_KINDS = ["organisations", "presence", "relationships", "practices"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const isImportKind = (word: string): word is ImportKind =>
  IMPORT_KINDS.some((kind) => kind === word);

export interface TableImport {
  readonly table: Table;
  readonly dryRun: boolean;
  readonly map: readonly string[];
  readonly scheme: string;
}

type Importer = (services: Services, request: TableImport) => AsyncIterable<ImportReportRow>;

/** Which service takes which kind of table in. The rules are the service's own. */
export const importers: Readonly<Partial<Record<ImportKind, Importer>>> = {
  practices: (services, { table, dryRun, map }) =>
    new PracticeImportService(services.practices.parts).run(table, { dryRun, map }),
};
