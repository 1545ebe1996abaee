import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { canManageAccount } from "../account/account.policy.ts";

const manages = (viewer: Viewer) => viewer.id === SAMPLE.account && canManageAccount(viewer);
const owns = (viewer: Viewer) => viewer.id === SAMPLE.account;

export const apiKeyPermissions: readonly Permission[] = [
  { mutation: "createApiKey", of: "a key of their own account", may: manages },
  { mutation: "revokeApiKey", of: "a key of their own account", sees: owns, may: manages },
];
