import { importPermissions } from "@convene/shared/file-import/file-import.permission";

export const practiceImportPermissions = importPermissions({
  start: "startPracticeImport",
  cancel: "cancelPracticeImport",
  query: "practiceImport",
});
