import { createHmac, timingSafeEqual } from "node:crypto";

/** The purpose of the key by which tokens are made. */
export const INVITATION_KEY = "invitation";

/**
 * The token of an invitation's link is made of its id and a key that is not stored, so that no
 * table and no job holds it. It is the same at every mailing.
 */
export const invitationToken = (key: string, id: string): string => `${id}.${macOf(key, id)}`;

/** The invitation that a token is for; null for a token that is none. */
export function invitationOf(key: string, token: string): string | null {
  const [id = "", mac = ""] = token.split(".", 2);
  const [given, expected] = [Buffer.from(mac), Buffer.from(macOf(key, id))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}

const macOf = (key: string, id: string): string =>
  createHmac("sha256", key).update(id).digest("base64url");
