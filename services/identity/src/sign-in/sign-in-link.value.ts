import { createHmac, randomBytes } from "node:crypto";

/** How long a link to sign in is good, in seconds. */
export const LINK_GOOD_FOR = 15 * 60;

/**
 * The token of a link is made of a nonce and a key that is not stored: so it is neither in the job
 * that mails it nor in any table.
 */
export const signInToken = (key: string, nonce: string): string =>
  `${nonce}.${createHmac("sha256", key).update(nonce).digest("base64url")}`;

export const nonceOf = (token: string): string => token.split(".", 1)[0] ?? "";

export const newNonce = (): string => randomBytes(16).toString("base64url");

/** Of an invitation that is shown after signing in; a browser may have sent anything. */
export const isInvitationId = (given: unknown): given is string =>
  typeof given === "string" && /^inv_[0-9a-z]{26}$/.test(given);
