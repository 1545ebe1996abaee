import { createHmac, timingSafeEqual } from "node:crypto";

/** The purpose of the key by which these links are signed. */
export const REPLY_KEY = "meeting-reply";

const REPLIES = "/calendar/replies/";

const sign = (key: string, invitation: string): string =>
  createHmac("sha256", key).update(invitation).digest("base64url");

/** Where an invitation to a meeting is answered: by nobody but whom it was mailed to. */
export const replyPath = (key: string, invitation: string): string =>
  `${REPLIES}${invitation}/${sign(key, invitation)}`;

/** The invitation; null for any other path, and for what was not signed here. */
export function repliedTo(key: string, path: string): string | null {
  const match = /^\/calendar\/replies\/(\w+)\/([\w-]{43})(\?|$)/.exec(path);
  const [, invitation, given] = match ?? [];
  if (invitation === undefined || given === undefined) return null;
  const right = Buffer.from(sign(key, invitation));
  return timingSafeEqual(right, Buffer.from(given)) ? invitation : null;
}
