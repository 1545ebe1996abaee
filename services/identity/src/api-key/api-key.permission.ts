import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canRevokeKey, canSeeKey } from "./api-key.policy.ts";

const OWN = { accountId: SAMPLE.account };
const of = "a key of their own account";

export const apiKeyPermissions: readonly Permission[] = [
  { mutation: "createApiKey", of, may: (viewer) => canRevokeKey(viewer, OWN) },
  {
    mutation: "revokeApiKey",
    of,
    sees: (viewer) => canSeeKey(viewer, OWN),
    may: (viewer) => canRevokeKey(viewer, OWN),
  },
  { field: "Account.apiKeys", of: "of themselves", shows: (viewer) => canSeeKey(viewer, OWN) },
];
