import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canSeeAccount } from "./account.policy.ts";

export const accountPermissions: readonly Permission[] = [
  {
    field: "Query.me",
    of: "the account of themselves",
    shows: (viewer) => canSeeAccount(viewer, SAMPLE.account),
  },
];
