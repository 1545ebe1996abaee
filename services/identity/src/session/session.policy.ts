import type { Viewer } from "@convene/shared/viewer";
import type { Session } from "./session.entity.ts";

/** Somebody ends their own sessions; those of others are not there for anybody. */
export const canEndSession = (
  viewer: Viewer | null,
  { accountId }: Pick<Session, "accountId">,
): boolean => viewer?.id === accountId;
