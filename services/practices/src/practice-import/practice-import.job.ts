import { importJob } from "@convene/shared/file-import/file-import.job";
import type { Importer } from "@convene/shared/file-import/importer";
import { PracticeImportService } from "./practice-import.service.ts";

/** The kind of table that this service takes in, by shell and through the API alike. */
export const practiceImporters = {
  practices: (parts, { table, dryRun, map }) =>
    new PracticeImportService(parts).run(table, { dryRun, map }),
} as const satisfies Record<string, Importer>;

export const practiceImport = importJob(practiceImporters);
