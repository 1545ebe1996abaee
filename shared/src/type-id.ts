import { createHash } from "node:crypto";
import { TypeID, typeidUnboxed } from "typeid-js";

/**
 * A new id: a prefix that names the kind, and a UUIDv7 in base 32, so that ids sort by the time of
 * their making. `newId("org")` gives `org_01h455vb4pex5vsknk084sn02q`. Source: the TypeID
 * specification 0.3.
 */
export const newId = (prefix: string): string => typeidUnboxed(prefix);

/** The same id whenever it is made of the same words: of what is there once, however often it is made. */
export function sameId(prefix: string, words: string): string {
  const bytes = createHash("sha256").update(words).digest().subarray(0, 16);
  return TypeID.fromUUIDBytes(prefix, bytes).toString();
}

/** `org` of `org_01h…`; null for what is no TypeID. Says nothing about whether the thing exists. */
export function prefixOf(id: string): string | null {
  const match = /^([a-z]+(?:_[a-z]+)*)_[0-7][0-9a-hjkmnp-tv-z]{25}$/.exec(id);
  return match?.[1] ?? null;
}
