import { typeidUnboxed } from "typeid-js";

/**
 * A new id: a prefix that names the kind, and a UUIDv7 in base 32, so that ids sort by the time of
 * their making. `newId("org")` gives `org_01h455vb4pex5vsknk084sn02q`. Source: the TypeID
 * specification 0.3.
 */
export const newId = (prefix: string): string => typeidUnboxed(prefix);

/** `org` of `org_01h…`; null for what is no TypeID. Says nothing about whether the thing exists. */
export function prefixOf(id: string): string | null {
  const match = /^([a-z]+(?:_[a-z]+)*)_[0-7][0-9a-hjkmnp-tv-z]{25}$/.exec(id);
  return match?.[1] ?? null;
}
