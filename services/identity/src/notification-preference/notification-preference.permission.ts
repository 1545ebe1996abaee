import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canSeeAccount } from "../account/account.policy.ts";
import { canUpdatePreferences } from "./notification-preference.policy.ts";

export const notificationPreferencePermissions: readonly Permission[] = [
  {
    mutation: "updateNotificationPreferences",
    of: "their own account",
    may: (viewer) => canUpdatePreferences(viewer, SAMPLE.account),
  },
  {
    field: "Account.notificationPreferences",
    of: "of themselves",
    shows: (viewer) => canSeeAccount(viewer, SAMPLE.account),
  },
];
