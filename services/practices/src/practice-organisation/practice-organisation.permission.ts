import type { Permission } from "@convene/shared/permission/permission";
import { editsDraft } from "../practice/practice.permission.ts";

export const practiceOrganisationPermissions: readonly Permission[] = [
  { mutation: "addPracticeOrganisation", ...editsDraft },
  { mutation: "removePracticeOrganisation", ...editsDraft },
];
