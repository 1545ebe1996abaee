import type { Permission } from "../permission/permission.ts";
import { isAdmin } from "../viewer.ts";

/** For one of the services: the field is the same in all of them. */
export const auditLogPermissions: readonly Permission[] = [
  { field: "Query.auditLog", of: "the audit log of every service", shows: isAdmin },
];
