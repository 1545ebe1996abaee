import type { Permission } from "@convene/shared/permission/permission";
import { canSeePlatformRoles, canSetPlatformRoles } from "./platform-role.policy.ts";

const of = "the roles of somebody";

export const platformRolePermissions: readonly Permission[] = [
  { mutation: "setPlatformRoles", of, may: canSetPlatformRoles },
  { field: "Query.platformRoles", of, shows: canSeePlatformRoles },
];
