import {
  importPermissions,
  uploadPermissions,
} from "@convene/shared/file-import/file-import.permission";
import type { Permission } from "@convene/shared/permission/permission";

export const stakeholderImportPermissions: readonly Permission[] = [
  ...importPermissions({ start: "startImport", cancel: "cancelImport", query: "import" }),
  ...uploadPermissions,
];
