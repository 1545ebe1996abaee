import type { Viewer } from "@convene/shared/viewer";
import { canSeeAccount } from "../account/account.policy.ts";

/** One's own, also by a key that may write. */
export const canUpdatePreferences = (viewer: Viewer, account: string): boolean =>
  canSeeAccount(viewer, account);
