import type { Permission } from "../permission/permission.ts";
import { SAMPLE_ROLES } from "../permission/sample.ts";
import { ImportState } from "./file-import.enum.ts";
import { canImport, canSeeImport, canUpload } from "./file-import.policy.ts";

/** How a service calls what it does with imports, in the graph. */
export interface ImportNames {
  readonly start: string;
  readonly cancel: string;
  readonly query: string;
}

const IT = "an import that the administrator has asked for";

export const importPermissions = ({ start, cancel, query }: ImportNames): Permission[] => [
  { mutation: start, of: "an import", may: canImport },
  { mutation: cancel, of: IT, sees: canSeeImport, may: canSeeImport },
  { field: `Query.${query}`, of: IT, shows: canSeeImport },
];

const WAITING = {
  createdBy: SAMPLE_ROLES.admin.viewer.id,
  state: ImportState.WAITING_FOR_FILE,
  uploadToken: "sample",
  uploadUntil: new Date(8.64e15),
};

/** For one of the services that have imports: the type is the same in all of them. */
export const uploadPermissions: readonly Permission[] = [
  {
    field: "Import.uploadUrl",
    of: IT,
    shows: (viewer) => canUpload(viewer, WAITING),
  },
];
