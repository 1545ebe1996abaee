import { openToAll, type Permission } from "@convene/shared/permission/permission";
import { practicePermissions } from "./practice/practice.permission.ts";
import { practiceImportPermissions } from "./practice-import/practice-import.permission.ts";
import { practiceOrganisationPermissions } from "./practice-organisation/practice-organisation.permission.ts";
import { practiceReviewPermissions } from "./practice-review/practice-review.permission.ts";

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [
  ...practicePermissions,
  ...practiceOrganisationPermissions,
  ...practiceReviewPermissions,
  ...practiceImportPermissions,
  ...openToAll("a vocabulary", ["Query.practiceTypes"]),
];
