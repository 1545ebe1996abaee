import type { Viewer } from "@convene/shared/viewer";

/**
 * Who may change what belongs to the account itself: its sessions, keys and ways to sign in. Not
 * its keys, so that whoever finds one has it no longer than it is good.
 */
export const canManageAccount = (viewer: Viewer): boolean => viewer.kind === "account";

/** A key may tell whose it is; a link speaks for nobody's account. */
export const canSeeAccount = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && viewer.kind !== "link";
