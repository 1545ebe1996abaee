import { importJob } from "@convene/shared/file-import/file-import.job";
import { stakeholderImporters } from "./import-kind.service.ts";

export const stakeholderImport = importJob(stakeholderImporters);
