import type { Viewer } from "@convene/shared/viewer";
import { canManageAccount } from "../account/account.policy.ts";

/** Somebody agrees for themselves, signed in: no key agrees to anything, and no administrator. */
export const canConsent = (viewer: Viewer | null, accountId: string): boolean =>
  viewer !== null && viewer.id === accountId && canManageAccount(viewer);

/** They alone see what they have agreed to. */
export const canSeeConsents = (viewer: Viewer | null, accountId: string): boolean =>
  viewer !== null && viewer.kind !== "link" && viewer.id === accountId;
