import type { Viewer } from "@convene/shared/viewer";

/** An account is seen by itself alone: not by a key, and not by administrators. */
export const isOwnAccount = (viewer: Viewer | null, id: string): boolean =>
  viewer?.kind === "account" && viewer.id === id;
