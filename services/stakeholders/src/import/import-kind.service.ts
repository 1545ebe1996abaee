import type { Importers } from "@convene/shared/file-import/importer";
import { ActivityImportService } from "../activity-import/activity-import.service.ts";
import { MOST_BYTES, NetworkImportService } from "../network-import/network-import.service.ts";
import { OrganisationImportService } from "../organisation-import/organisation-import.service.ts";
import { PresenceImportService } from "../organisation-import/presence-import.service.ts";
import { RelationshipImportService } from "../organisation-import/relationship-import.service.ts";

/** The kinds of file that this service takes in, by shell and through the API alike. */
export const stakeholderImporters = {
  organisations: (parts, { table, ...options }) =>
    new OrganisationImportService(parts).run(table, options),
  presence: (parts, { table, ...options }) => new PresenceImportService(parts).run(table, options),
  relationships: (parts, { table, ...options }) =>
    new RelationshipImportService(parts).run(table, options),
  activities: (parts, { table, dryRun, map, file, source }) =>
    new ActivityImportService(parts).run(table, { dryRun, map, file, source }),
  network: {
    mostBytes: MOST_BYTES,
    takeFile: (parts, { bytes, ...options }) => new NetworkImportService(parts).run(bytes, options),
  },
} as const satisfies Importers;
