import { distinct } from "@convene/shared/input";
import type { Viewer } from "@convene/shared/viewer";
import sql, { raw, type Sql } from "sql-template-tag";
import { organisationIsVisible } from "../organisation/organisation.repository.ts";
import type { PracticeFilter } from "./practice.inputs.ts";

/** One facet of a filter: any of these values, all of them, none of them. */
interface Facet<T> {
  readonly anyOf?: readonly T[] | null;
  readonly allOf?: readonly T[] | null;
  readonly noneOf?: readonly T[] | null;
}

/** The filter as conditions on the rows of `practice AS t`. An empty list asks for nothing. */
export function practiceMatches(viewer: Viewer | null, filter: PracticeFilter): Sql[] {
  const { publishedSince, organisations } = filter;
  return [
    ...listMatches({ column: "t.objectives", type: "integer[]" }, filter.objectives),
    ...listMatches({ column: "t.guiding_principles", type: "text[]" }, filter.guidingPrinciples),
    ...listMatches({ column: "t.sdgs", type: "integer[]" }, filter.sdgs),
    ...listMatches({ column: "t.countries", type: "text[]" }, filter.countries),
    ...listMatches({ column: "ARRAY[t.state]", type: "text[]" }, filter.states),
    ...listMatches({ column: "ARRAY[t.type_id]", type: "text[]" }, filter.types),
    ...organisationsMatch(viewer, organisations),
    ...(publishedSince ? [sql`t.published_at >= ${publishedSince}::timestamptz`] : []),
  ];
}

interface ListColumn {
  /** In SQL, and the type of the list. */
  readonly column: string;
  readonly type: "integer[]" | "text[]";
}

function listMatches(
  { column, type }: ListColumn,
  facet: Facet<string | number> | null | undefined,
): Sql[] {
  const { anyOf, allOf, noneOf } = limited(facet);
  const its = raw(column);
  const values = (wanted: readonly (string | number)[]) => sql`${[...wanted]}::${raw(type)}`;
  return [
    ...(anyOf ? [sql`${its} && ${values(anyOf)}`] : []),
    ...(allOf ? [sql`${its} @> ${values(allOf)}`] : []),
    ...(noneOf ? [sql`NOT ${its} && ${values(noneOf)}`] : []),
  ];
}

/** Only by organisations that the viewer may see: a filter must not tell where a hidden one is. */
function organisationsMatch(viewer: Viewer | null, facet: Facet<string> | null | undefined): Sql[] {
  const takesPart = (ids: readonly string[]) => sql`EXISTS (
    SELECT 1 FROM practice_organisation AS tie
    WHERE tie.practice_id = t.id AND tie.organisation_id = ANY(${[...ids]}::text[])
      AND ${organisationIsVisible(viewer, raw("tie.organisation_id"))})`;
  const { anyOf, allOf, noneOf } = limited(facet);
  return [
    ...(anyOf ? [takesPart(anyOf)] : []),
    ...(allOf ?? []).map((id) => takesPart([id])),
    ...(noneOf ? [sql`NOT ${takesPart(noneOf)}`] : []),
  ];
}

/** At most a hundred values of each; null for an empty list. */
function limited<T>(facet: Facet<T> | null | undefined): Facet<T> {
  const { anyOf, allOf, noneOf } = facet ?? {};
  const list = (name: string, values: readonly T[] | null | undefined) =>
    values && values.length > 0 ? distinct(`filter.${name}`, values) : null;
  return {
    anyOf: list("anyOf", anyOf),
    allOf: list("allOf", allOf),
    noneOf: list("noneOf", noneOf),
  };
}
