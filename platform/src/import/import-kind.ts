import { practiceImporters } from "@convene/practices/practice-import/practice-import.job";
import type { Importer, WholeFileImporter } from "@convene/shared/file-import/importer";
import { stakeholderImporters } from "@convene/stakeholders/import/import-kind.service";
import type { Services } from "../runtime/services.ts";

export const IMPORT_KINDS = [
  "organisations",
  "presence",
  "relationships",
  "activities",
  "network",
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
  readonly importer: Importer | WholeFileImporter;
}

/** Which service takes which kind of file in. The rules are the service's own. */
export const importers: Readonly<Record<ImportKind, KindImporter>> = {
  organisations: { service: "stakeholders", importer: stakeholderImporters.organisations },
  presence: { service: "stakeholders", importer: stakeholderImporters.presence },
  relationships: { service: "stakeholders", importer: stakeholderImporters.relationships },
  activities: { service: "stakeholders", importer: stakeholderImporters.activities },
  network: { service: "stakeholders", importer: stakeholderImporters.network },
  practices: { service: "practices", importer: practiceImporters.practices },
};
