import { practiceImporters } from "@convene/practices/practice-import/practice-import.job";
import type { Importer } from "@convene/shared/file-import/import-run.service";
import { stakeholderImporters } from "@convene/stakeholders/import/import-kind.service";
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

/** Those that take tables in. */
export type ImportServices = Pick<Services, "stakeholders" | "practices">;

interface KindImporter {
  /** Whose tables it fills. */
  readonly service: keyof ImportServices;
  readonly run: Importer;
}

/** Which service takes which kind of table in. The rules are the service's own. */
export const importers: Readonly<Record<ImportKind, KindImporter>> = {
  organisations: { service: "stakeholders", run: stakeholderImporters.organisations },
  presence: { service: "stakeholders", run: stakeholderImporters.presence },
  relationships: { service: "stakeholders", run: stakeholderImporters.relationships },
  activities: { service: "stakeholders", run: stakeholderImporters.activities },
  practices: { service: "practices", run: practiceImporters.practices },
};
