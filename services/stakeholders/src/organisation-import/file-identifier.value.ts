import { requiredText } from "@convene/shared/input";
import { readCountry } from "@convene/shared/table/cell-country";
import { prefixOf } from "@convene/shared/type-id";
import type { Identifier } from "../organisation/organisation-change.service.ts";

/** What a cell that identifies an organisation says: our own id, or an identifier given elsewhere. */
export type FileIdentifier =
  | { readonly id: string; readonly identifier: null }
  | { readonly id: null; readonly identifier: Identifier };

/** Of org-id.guide: the code of a list (a country or X…, then a register), then the number in it. */
const ORG_ID = /^([A-Z]{2})-([A-Z][A-Z_]*)-(\S.*)$/;

/**
 * `org_01h…` is our own id; `GB-CHC-1234567` is an identifier of org-id.guide, `1234567` under the
 * scheme `gb-chc`, the same whatever file it comes from; all else is the file's own, under the
 * scheme of the import.
 */
export function readIdentifier(text: string, scheme: string): FileIdentifier {
  if (prefixOf(text) === "org") return { id: text, identifier: null };
  const [, country, register, value] = ORG_ID.exec(text) ?? [];
  const isOrgId = country !== undefined && (country.startsWith("X") || readCountry(country).ok);
  if (!isOrgId || register === undefined || value === undefined) {
    return { id: null, identifier: { scheme, value: text } };
  }
  return { id: null, identifier: { scheme: `${country}-${register}`.toLowerCase(), value } };
}

/** @throws BAD_USER_INPUT where the name of the scheme is blank or too long. */
export const schemeNamed = (name: string): string => requiredText("scheme", name, 50).toLowerCase();

/** Upper and lower case are the same. */
export const identifierKey = ({ scheme, value }: Identifier): string =>
  `${scheme} ${value.toLowerCase()}`;
