import { isNothing } from "@convene/shared/table/cell";
import type { RowFault } from "@convene/shared/table/row-reading";
import { isGenericName } from "../organisation-import/generic-name.value.ts";

/** A cell that may name several organisations. `;`, `|` and line breaks are already taken apart. */
export interface NamingCell {
  readonly text: string;
  /** The field that it stands in. */
  readonly field: string;
  /** Money mostly comes from several; work is mostly done by one, whose name may hold a slash. */
  readonly isFunder: boolean;
}

export interface NamesInCell {
  readonly names: readonly string[];
  readonly faults: readonly RowFault[];
}

/** Between names, or inside of one: only what stands on both sides can tell. */
const MARK = /\s*[/,+]\s*/u;
const WORD = /\s+(?:y|e|et|and|und|&)\s+/iu;
const BETWEEN = new RegExp(`${MARK.source}|${WORD.source}`, "iu");

/** `WFP`, `UN-Women`'s `UNIFEM`, `G.I.Z.`: capitals and digits, no space. */
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}.-]{1,11}$/u;

/** What lies between the separators, however safe it is to cut there; the whole alone for none. */
export const partsOf = (text: string): string[] => text.split(BETWEEN);

/**
 * The names in a cell. A cell whose whole is known is one name. It is cut where every part is a
 * known organisation; also where every part looks like an acronym, if it tells of funders or of
 * three or more. All else stays whole: a long name may well hold a comma or an "and".
 */
export function namesIn(
  { text, field, isFunder }: NamingCell,
  isKnown: (name: string) => boolean,
): NamesInCell {
  const parts = partsOf(text);
  const told = { field, cell: text };
  if (parts.length === 1 || isKnown(text)) return named([text], told);
  const isSaid = (part: string) => isNothing(part) || isGenericName(part) || isKnown(part);
  const areKnown = parts.some(isKnown) && parts.every(isSaid);
  const areAcronyms = parts.every((part) => ACRONYM.test(part) || isSaid(part));
  if (areKnown || (areAcronyms && (isFunder || parts.length > 2))) {
    const { names, faults } = named(parts, told);
    return { names, faults: [{ ...told, reason: WAS_SPLIT, isNote: true }, ...faults] };
  }
  const faults: RowFault[] = MARK.test(text) ? [{ ...told, reason: KEPT_WHOLE, isNote: true }] : [];
  return { names: [text], faults };
}

const WAS_SPLIT = "named several organisations, and was split";
const KEPT_WHOLE =
  "was kept as one name, since it may be one (to name several, put a semicolon between them)";
const IS_GENERIC = "is a generic name, of which no organisation was made";

function named(parts: readonly string[], told: Pick<RowFault, "field" | "cell">): NamesInCell {
  const said = parts.filter((part) => !isNothing(part));
  const names = said.filter((part) => !isGenericName(part));
  const isGeneric = names.length < said.length;
  return { names, faults: isGeneric ? [{ ...told, reason: IS_GENERIC }] : [] };
}
