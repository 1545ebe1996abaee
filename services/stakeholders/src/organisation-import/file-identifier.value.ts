import { invalid } from "@convene/shared/errors";
import { requiredText } from "@convene/shared/input";
import { prefixOf } from "@convene/shared/type-id";
import {
  type Identifier,
  readIdentifierOf,
  rorId,
  splitIdentifier,
} from "../organisation/identifier.value.ts";

/** What a cell that identifies an organisation says: our own id, or an identifier given elsewhere. */
export type FileIdentifier =
  | { readonly id: string; readonly identifier: null }
  | { readonly id: null; readonly identifier: Identifier };

/**
 * `org_01h…` is our own id; `GB-CHC-1234567` is an identifier of a list of org-id.guide, `1234567`
 * under the scheme `gb-chc`, the same whatever file it comes from, and so is the address of a ROR
 * id; all else is the file's own, under the scheme of the import. Null where it is none of that scheme.
 */
export function readIdentifier(text: string, scheme: string): FileIdentifier | null {
  if (prefixOf(text) === "org") return { id: text, identifier: null };
  const ror = text.includes("ror.org/") ? rorId(text) : null;
  if (ror !== null) return { id: null, identifier: { scheme: "ror", value: ror } };
  const whole = splitIdentifier(text);
  const read = whole ? readIdentifierOf(whole.scheme, whole.value) : readIdentifierOf(scheme, text);
  return read.ok ? { id: null, identifier: read.identifier } : null;
}

/** @throws BAD_USER_INPUT where the name of the scheme is blank, too long, or no list that is known. */
export function schemeNamed(name: string): string {
  const scheme = requiredText("scheme", name, 50).toLowerCase();
  const read = readIdentifierOf(scheme, "");
  if (!read.ok && read.fault.part === "scheme") {
    throw invalid("scheme", `scheme ${read.fault.reason}`);
  }
  return scheme;
}

/** Upper and lower case are the same. */
export const identifierKey = ({ scheme, value }: Identifier): string =>
  `${scheme} ${value.toLowerCase()}`;
