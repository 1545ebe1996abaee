import type { Viewer } from "@convene/shared/viewer";
import type { Session } from "./session.entity.ts";

/** Where somebody is signed in, and when they did, is theirs alone to know. */
export const canSeeSessions = (viewer: Viewer | null, account: string): boolean =>
  viewer !== null && viewer.kind !== "link" && viewer.id === account;

/** Somebody ends their own sessions; those of others are not there for anybody. */
export const canEndSession = (
  viewer: Viewer | null,
  { accountId }: Pick<Session, "accountId">,
): boolean => viewer?.id === accountId;
