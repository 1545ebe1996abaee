import type { Permission } from "@convene/shared/permission/permission";
import { groupHealthPermissions } from "./group-health/group-health.permission.ts";

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [...groupHealthPermissions];
