import { importPersonalData } from "@convene/shared/file-import/import-retention.repository";
import type { PersonalTable } from "@convene/shared/personal-data/personal-table";

/** Where something of a person stands in this service: practices are of organisations. */
export const personalData: readonly PersonalTable[] = importPersonalData;
