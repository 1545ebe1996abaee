import orgIdLists from "../../reference/org-id-lists.json" with { type: "json" };

/** Who gives an identifier, in lower case, and what it is. */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** What is wrong with an identifier, and with which part of it. */
interface IdentifierFault {
  readonly part: keyof Identifier;
  readonly reason: string;
}

type Read = { readonly ok: true; readonly identifier: Identifier } | IdentifierRefusal;
interface IdentifierRefusal {
  readonly ok: false;
  readonly fault: IdentifierFault;
}

/** Codes of org-id.guide, in lower case; the longest first, since one may begin with another. */
const LISTS = orgIdLists.items
  .map(({ id }) => id.toLowerCase())
  .sort((one, other) => other.length - one.length);

/** A country, or X and a letter for what is of none, then a register: a scheme of another form is somebody's own. */
const LIST_CODE = /^[a-z]{2}-[a-z]/;

/** Under these an identifier is written whole, as `{list}-{number}`. */
const WHOLE = ["org-id", "iati"];

const UNKNOWN_LIST =
  "names no list of org-id.guide that is known here; a scheme of your own must not begin with two letters and a hyphen";

/**
 * An identifier as it is kept. `GB-CHC-1` under `org-id` or `iati`, and `1` under `GB-CHC`, are the
 * same; what follows the code of a list is taken as it is. A ROR id may be written as its address.
 */
export function readIdentifierOf(scheme: string, value: string): Read {
  const given = scheme.toLowerCase();
  if (WHOLE.includes(given)) {
    const identifier = splitIdentifier(value);
    return identifier ? known(identifier) : refused("value", `${value} ${UNKNOWN_LIST}`);
  }
  if (LIST_CODE.test(given) && !LISTS.includes(given)) {
    return refused("scheme", `${scheme} ${UNKNOWN_LIST}`);
  }
  const whole = splitIdentifier(value);
  return known(whole?.scheme === given ? whole : { scheme: given, value });
}

/** `GB-CHC-1` as `1` under `gb-chc`; null where it begins with no list that is known. */
export function splitIdentifier(text: string): Identifier | null {
  const lower = text.toLowerCase();
  const list = LISTS.find((code) => lower.startsWith(`${code}-`));
  const value = list === undefined ? "" : text.slice(list.length + 1).trim();
  return list === undefined || value === "" ? null : { scheme: list, value };
}

function known(identifier: Identifier): Read {
  if (!["ror", "xi-ror"].includes(identifier.scheme)) return { ok: true, identifier };
  const value = rorId(identifier.value);
  if (value === null) return refused("value", `${identifier.value} is no ROR id`);
  return { ok: true, identifier: { scheme: "ror", value } };
}

const refused = (part: keyof Identifier, reason: string): IdentifierRefusal => ({
  ok: false,
  fault: { part, reason },
});

const ROR = /^(?:(?:https?:\/\/)?ror\.org\/)?(0[0-9a-hjkmnp-tv-z]{6})([0-9]{2})$/;

/** Crockford's base 32: no i, l, o and u. */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The nine characters of a ROR id, or of its address; null where the last two are not the check
 * digits of the others by ISO 7064 mod 97-10, as ROR counts them.
 */
export function rorId(text: string): string | null {
  const [, body, check] = ROR.exec(text.trim().toLowerCase()) ?? [];
  if (body === undefined || check === undefined) return null;
  const number = Array.from(body).reduce((sum, digit) => sum * 32 + DIGITS.indexOf(digit), 0);
  return 98 - ((number * 100) % 97) === Number(check) ? body + check : null;
}
