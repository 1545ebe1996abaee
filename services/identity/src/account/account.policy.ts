import type { Viewer } from "@convene/shared/viewer";

/**
 * Who may change what belongs to the account itself: its sessions, keys and ways to sign in. Not
 * its keys, so that whoever finds one has it no longer than it is good.
 */
export const canManageAccount = (viewer: Viewer): boolean => viewer.kind === "account";

/** An account is seen by itself alone. A key may tell whose it is; a link speaks for nobody's. */
export const canSeeAccount = (viewer: Viewer | null, id: string): boolean =>
  viewer !== null && viewer.kind !== "link" && viewer.id === id;
