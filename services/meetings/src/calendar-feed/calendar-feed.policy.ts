import type { Viewer } from "@convene/shared/viewer";

interface Owned {
  readonly personId: string;
}

/** Feeds are their owner's; those of others are not there for anybody, administrators neither. */
export const canSeeFeed = (viewer: Viewer | null, { personId }: Owned): boolean =>
  viewer !== null && viewer.kind !== "link" && viewer.person === personId;

/** A key makes and ends none: a feed would go on when the key has ended. */
export const canManageFeeds = (viewer: Viewer | null): boolean =>
  viewer?.kind === "account" && viewer.person !== null;

export const canRevokeFeed = (viewer: Viewer | null, feed: Owned): boolean =>
  canSeeFeed(viewer, feed) && canManageFeeds(viewer);
