import type { Permission } from "@convene/shared/permission/permission";
import { canSetPlatformRoles } from "./platform-role.policy.ts";

export const platformRolePermissions: readonly Permission[] = [
  { mutation: "setPlatformRoles", of: "the roles of somebody", may: canSetPlatformRoles },
];
