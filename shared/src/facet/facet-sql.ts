import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { distinct, numbersUpTo, optionalText } from "../input.ts";
import type { FacetFilter, SingleFacetFilter } from "./facet-filter.inputs.ts";

/** What a client asked of one facet; nothing at all where it is absent. */
type Asked<F> = F | null | undefined;

/** How a row holds values of a facet, as conditions. The lists hold each value once. */
interface Holding<T> {
  /** At least one of these; false or NULL for an empty list. */
  readonly some: (values: T[]) => Sql;
  /** Each of these, which are one at least; unless told, `some` of each alone. */
  readonly each?: (values: T[]) => Sql;
}

/*
 * `field` is the facet's path in the arguments, such as `filter.countries`. All throw BAD_USER_INPUT
 * with the path of the list, `filter.countries.anyOf`, for one of more than 100 values, or with a
 * value that is none. All give one condition, or `empty` where nothing is asked. A `column` is SQL
 * of ours, never a user's.
 */

/** A facet of which a row holds many values, or one, in a way of its own. */
export function facetSql<T extends string | number>(
  field: string,
  { some, each = (values) => all(values.map((value) => some([value]))) }: Holding<T>,
  asked: Asked<FacetFilter<T>>,
): Sql {
  const anyOf = checked(`${field}.anyOf`, asked?.anyOf);
  const allOf = checked(`${field}.allOf`, asked?.allOf);
  const noneOf = checked(`${field}.noneOf`, asked?.noneOf);
  return all([
    anyOf ? some(anyOf) : empty,
    allOf && allOf.length > 0 ? each(allOf) : empty,
    noneOf && noneOf.length > 0 ? sql`(${some(noneOf)}) IS NOT TRUE` : empty,
  ]);
}

/** A column; with a condition, a row that does not meet it holds nothing there. */
export interface HeldColumn {
  readonly column: string;
  readonly where?: Sql;
}

/** A facet whose values a row holds in a `text[]`. NULL holds none. */
export const arrayFacet = <T extends string>(
  field: string,
  column: string | HeldColumn,
  asked: Asked<FacetFilter<T>>,
): Sql =>
  facetSql(field, heldIn<T>(typeof column === "string" ? { column } : column, "text"), asked);

/** A facet whose values are numbered from 1; a row holds them in an `integer[]`. */
export function numberFacet(
  field: string,
  { upTo, ...column }: HeldColumn & { readonly upTo: number },
  asked: Asked<FacetFilter<number>>,
): Sql {
  for (const part of ["anyOf", "allOf", "noneOf"] as const) {
    numbersUpTo(`${field}.${part}`, asked?.[part] ?? [], upTo);
  }
  return facetSql(field, heldIn<number>(column, "integer"), asked);
}

/** A facet of which a row holds one value, a text. NULL is none. */
export function valueFacet<T extends string>(
  field: string,
  column: string,
  asked: Asked<SingleFacetFilter<T>>,
): Sql {
  return facetSql(field, { some: (values: T[]) => oneOfSql(column, values) }, asked);
}

/** Of so many values the planner may weigh each. */
const WEIGHED = 10;

/**
 * Whether the column is one of these. Many are hidden from the planner: to weigh each takes it longer
 * than to look all up.
 */
export const oneOfSql = (column: string, values: readonly string[]): Sql =>
  values.length > WEIGHED
    ? sql`${raw(column)} = ANY(ARRAY(SELECT unnest(${[...values]}::text[])))`
    : sql`${raw(column)} = ANY(${[...values]}::text[])`;

function heldIn<T>({ column, where = empty }: HeldColumn, type: "text" | "integer"): Holding<T> {
  const array = (values: T[]) => sql`${values}::${raw(type)}[]`;
  return {
    some: (values) => all([where, sql`${raw(column)} && ${array(values)}`]),
    each: (values) => all([where, sql`${raw(column)} @> ${array(values)}`]),
  };
}

/** A list as it may be asked for: each value once; null where it asks nothing. */
function checked<T extends string | number>(field: string, values: Asked<T[]>): T[] | null {
  if (!values) return null;
  const once = distinct(field, values);
  for (const value of once) optionalText(field, String(value));
  return once;
}

function all(conditions: readonly Sql[]): Sql {
  const kept = conditions.filter((condition) => condition !== empty);
  return kept.length > 0 ? sql`(${join(kept, " AND ")})` : empty;
}
