import type { Viewer } from "@convene/shared/viewer";

/** Where somebody is signed in, and when they did, is theirs alone to know. */
export const canSeeSessions = (viewer: Viewer | null, account: string): boolean =>
  viewer !== null && viewer.kind !== "link" && viewer.id === account;
