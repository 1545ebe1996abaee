import { PracticeImportService } from "@convene/practices/practice-import/practice-import.service";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { ImportReportRow } from "@convene/shared/table/import-report";
import type { Table } from "@convene/shared/table/table";
import { ActivityImportService } from "@convene/stakeholders/activity-import/activity-import.service";
import { OrganisationImportService } from "@convene/stakeholders/organisation-import/organisation-import.service";
import { PresenceImportService } from "@convene/stakeholders/organisation-import/presence-import.service";
import { RelationshipImportService } from "@convene/stakeholders/organisation-import/relationship-import.service";
import type { Services } from "../runtime/services.ts";

export const IMPORT_KINDS = [
  "organisations",
  "presence",
  "relationships",
  "activities",
  "practices",
] as const;
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

/** Those that take tables in. */
export type ImportServices = Pick<Services, "stakeholders" | "practices">;

interface Importer {
  /** Whose tables it fills. */
  readonly service: keyof ImportServices;
  readonly run: (parts: ServiceParts, request: TableImport) => AsyncIterable<ImportReportRow>;
}

/** Which service takes which kind of table in. The rules are the service's own. */
export const importers: Readonly<Record<ImportKind, Importer>> = {
  organisations: {
    service: "stakeholders",
    run: (parts, { table, ...options }) => new OrganisationImportService(parts).run(table, options),
  },
  presence: {
    service: "stakeholders",
    run: (parts, { table, ...options }) => new PresenceImportService(parts).run(table, options),
  },
  relationships: {
    service: "stakeholders",
    run: (parts, { table, ...options }) => new RelationshipImportService(parts).run(table, options),
  },
  activities: {
    service: "stakeholders",
    run: (parts, { table, dryRun, map, file }) =>
      new ActivityImportService(parts).run(table, { dryRun, map, file }),
  },
  practices: {
    service: "practices",
    run: (parts, { table, dryRun, map }) =>
      new PracticeImportService(parts).run(table, { dryRun, map }),
  },
};
