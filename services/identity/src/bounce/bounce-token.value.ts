import { createHmac, timingSafeEqual } from "node:crypto";

/** The purpose of the key by which addresses are hashed, and these tokens made. */
export const BOUNCE_KEY = "bounce";

const HASH = 32;
const SIGNATURE = 16;

const digest = (key: string, text: string, length: number): string =>
  createHmac("sha256", key).update(text).digest("hex").slice(0, length);

/** By this an address is known again, although it is not kept. */
export const addressHash = (key: string, address: string): string =>
  digest(key, `address:${address.toLowerCase()}`, HASH);

/**
 * What stands in the sender of a mail (VERP): whoever reports it has had that mail. Of letters that
 * no mail server changes the case of to any harm, and short enough for a local part (64).
 */
export function bounceToken(key: string, address: string): string {
  const hash = addressHash(key, address);
  return `${hash}${digest(key, `token:${hash}`, SIGNATURE)}`;
}

/** The hash of the address; null for a token that was not made here. */
export function hashOf(key: string, token: string): string | null {
  const hash = token.slice(0, HASH);
  const right = Buffer.from(digest(key, `token:${hash}`, SIGNATURE));
  const given = Buffer.from(token.slice(HASH));
  return given.length === right.length && timingSafeEqual(given, right) ? hash : null;
}
