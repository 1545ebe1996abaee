import { PracticeImportService } from "@convene/practices/practice-import/practice-import.service";
import type { ImportReportRow } from "@convene/shared/table/import-report";
import type { Table } from "@convene/shared/table/table";
import { OrganisationImportService } from "@convene/stakeholders/organisation-import/organisation-import.service";
import { PresenceImportService } from "@convene/stakeholders/organisation-import/presence-import.service";
import { RelationshipImportService } from "@convene/stakeholders/organisation-import/relationship-import.service";
import type { Services } from "../runtime/services.ts";

export const IMPORT_KINDS = ["organisations", "presence", "relationships", "practices"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const isImportKind = (word: string): word is ImportKind =>
  IMPORT_KINDS.some((kind) => kind === word);

export interface TableImport {
  readonly table: Table;
  readonly dryRun: boolean;
  readonly map: readonly string[];
  /** Under which scheme the file's own identifiers are kept. */
  readonly scheme: string;
  /** The file's name: where what it says is known from. */
  readonly file: string;
}

type Importer = (services: Services, request: TableImport) => AsyncIterable<ImportReportRow>;

/** Which service takes which kind of table in. The rules are the service's own. */
export const importers: Readonly<Record<ImportKind, Importer>> = {
  organisations: (services, { table, ...options }) =>
    new OrganisationImportService(services.stakeholders.parts).run(table, options),
  presence: (services, { table, ...options }) =>
    new PresenceImportService(services.stakeholders.parts).run(table, options),
  relationships: (services, { table, ...options }) =>
    new RelationshipImportService(services.stakeholders.parts).run(table, options),
  practices: (services, { table, dryRun, map }) =>
    new PracticeImportService(services.practices.parts).run(table, { dryRun, map }),
};
