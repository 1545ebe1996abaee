import { auditLogPermissions } from "@convene/shared/audit/audit-log.permission";
import type { Permission } from "@convene/shared/permission/permission";
import { accountPermissions } from "./account/account.permission.ts";
import { apiKeyPermissions } from "./api-key/api-key.permission.ts";
import { bouncePermissions } from "./bounce-register/bounce.permission.ts";
import { consentPermissions } from "./consent/consent.permission.ts";
import { notificationPreferencePermissions } from "./notification-preference/notification-preference.permission.ts";
import { platformRolePermissions } from "./platform-role/platform-role.permission.ts";
import { sessionPermissions } from "./session/session.permission.ts";

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [
  ...accountPermissions,
  ...apiKeyPermissions,
  ...bouncePermissions,
  ...consentPermissions,
  ...platformRolePermissions,
  ...sessionPermissions,
  ...auditLogPermissions,
  ...notificationPreferencePermissions,
];
