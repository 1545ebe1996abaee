import type { Importer } from "@convene/shared/file-import/import-run.service";
import { ActivityImportService } from "../activity-import/activity-import.service.ts";
import { OrganisationImportService } from "../organisation-import/organisation-import.service.ts";
import { PresenceImportService } from "../organisation-import/presence-import.service.ts";
import { RelationshipImportService } from "../organisation-import/relationship-import.service.ts";

/** The kinds of table that this service takes in, by shell and through the API alike. */
export const stakeholderImporters = {
  organisations: (parts, { table, ...options }) =>
    new OrganisationImportService(parts).run(table, options),
  presence: (parts, { table, ...options }) => new PresenceImportService(parts).run(table, options),
  relationships: (parts, { table, ...options }) =>
    new RelationshipImportService(parts).run(table, options),
  activities: (parts, { table, dryRun, map, file }) =>
    new ActivityImportService(parts).run(table, { dryRun, map, file }),
} as const satisfies Record<string, Importer>;
