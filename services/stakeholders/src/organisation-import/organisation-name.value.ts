import { normaliseName } from "@convene/shared/table/name-key";
import type { RowFault } from "@convene/shared/table/row-reading";
import { readIdentifier } from "./file-identifier.value.ts";
import type { NamedOrganisation } from "./organisation-roster.value.ts";

/** What the cells say by which a row names an organisation. */
interface NamingCells {
  readonly identifier: string | null;
  readonly name: string | null;
  readonly acronym?: string | null;
  /** Null where the row names a country that nobody can read. */
  readonly countries: readonly string[] | null;
  readonly scheme: string;
}

/** The fields of the row that hold them. */
interface NamingFields {
  readonly identifier: string;
  readonly name: string;
}

type Naming =
  { readonly named: NamedOrganisation } | { readonly named: null; readonly fault: RowFault };

/** Which organisation a row means, or why it means none. */
export function nameOrganisation(
  { identifier, name, acronym, countries, scheme }: NamingCells,
  fields: NamingFields,
): Naming {
  if (identifier === null && name === null) {
    const reason = "is blank, and so is its identifier: the row names no organisation";
    return { named: null, fault: { field: fields.name, reason } };
  }
  const nameKey = keyOf(name);
  const keys = { nameKey, acronymKey: keyOf(acronym ?? null) };
  if (identifier !== null) {
    const known = readIdentifier(identifier, scheme);
    const where = { field: fields.identifier, cell: identifier };
    if (known === null) {
      return { named: null, fault: { ...where, reason: `is no identifier of ${scheme}` } };
    }
    return { named: { known, ...keys, countries: countries ?? [], ...where } };
  }
  const where = { field: fields.name, cell: name ?? "" };
  if (nameKey === null) {
    return { named: null, fault: { ...where, reason: "holds neither a letter nor a digit" } };
  }
  if (countries === null) {
    const reason = "tells nothing without its country, which cannot be read";
    return { named: null, fault: { ...where, reason } };
  }
  return { named: { known: null, ...keys, countries, ...where } };
}

const keyOf = (name: string | null) => (name === null ? null : normaliseName(name) || null);

/** The row's countries; null where its cell cannot be read, which is not "no country". */
export const countriesRead = (
  read: readonly string[] | null,
  faults: readonly RowFault[],
): readonly string[] | null =>
  faults.some(({ field }) => field === "countries") ? null : (read ?? []);

/** Nothing fits what the row names, or several do. */
export function notFoundFault(
  { field, cell }: NamedOrganisation,
  several: readonly string[],
): RowFault {
  if (several.length === 0) return { field, cell, reason: "is no organisation that is known here" };
  return { field, cell, reason: `may be any of ${several.join(", ")}` };
}
