import { createHmac, timingSafeEqual } from "node:crypto";

/** The purpose of the key by which addresses are hashed, and these tokens made. */
export const INVITATION_STOP_KEY = "invitation-stop";

/** What the link at the end of an invitation stops: all invitations to that address. */
export interface InvitationStop {
  readonly invitation: string;
  /** Of the address: it outlasts the invitation. */
  readonly hash: string;
}

const digest = (key: string, text: string): string =>
  createHmac("sha256", key).update(text).digest("base64url");

/** By this an address is known again, although it is not kept. */
export const stopHash = (key: string, address: string): string =>
  digest(key, `address:${address.toLowerCase()}`);

export const stopToken = (key: string, { invitation, hash }: InvitationStop): string =>
  `${invitation}.${hash}.${digest(key, `token:${invitation}.${hash}`)}`;

/** Null for what was not made here. */
export function invitationStopOf(key: string, token: string): InvitationStop | null {
  const [invitation = "", hash = ""] = token.split(".", 2);
  const right = Buffer.from(stopToken(key, { invitation, hash }));
  const given = Buffer.from(token);
  return given.length === right.length && timingSafeEqual(given, right)
    ? { invitation, hash }
    : null;
}
