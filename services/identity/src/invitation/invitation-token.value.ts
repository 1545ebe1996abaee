import { createHmac, timingSafeEqual } from "node:crypto";

/** The purpose of the key by which tokens are made. */
export const INVITATION_KEY = "invitation";

/** Which mailing of which invitation: each has a link of its own. */
export interface InvitationMailing {
  readonly invitation: string;
  /** 1 for the first. */
  readonly mailing: number;
}

/**
 * The token of an invitation's link is made of its id, of how often it was mailed, and of a key that
 * is not stored, so that no table and no job holds it.
 */
export const invitationToken = (key: string, mailed: InvitationMailing): string =>
  `${textOf(mailed)}.${macOf(key, textOf(mailed))}`;

/** The mailing that a token is of; null for a token that is none. */
export function mailingOf(key: string, token: string): InvitationMailing | null {
  const [invitation = "", mailing = "", mac = ""] = token.split(".", 3);
  const expected = Buffer.from(macOf(key, `${invitation}.${mailing}`));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return { invitation, mailing: Number(mailing) };
}

const textOf = ({ invitation, mailing }: InvitationMailing): string => `${invitation}.${mailing}`;

const macOf = (key: string, text: string): string =>
  createHmac("sha256", key).update(text).digest("base64url");
