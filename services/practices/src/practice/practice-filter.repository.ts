import type { Viewer } from "@convene/shared/viewer";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { organisationIsVisible } from "../organisation/organisation.repository.ts";
import type { PracticeFilter } from "./practice.inputs.ts";

/** One facet of a filter: any of these values, all of them, none of them. */
interface Facet<T> {
  readonly anyOf?: readonly T[] | null;
  readonly allOf?: readonly T[] | null;
  readonly noneOf?: readonly T[] | null;
}

/** The filter as conditions on the rows of `practice AS t`. */
export function practiceMatches(viewer: Viewer | null, filter: PracticeFilter): Sql[] {
  const { publishedSince } = filter;
  return [
    ...listMatches("t.objectives", "integer[]", filter.objectives),
    ...listMatches("t.guiding_principles", "text[]", filter.guidingPrinciples),
    ...listMatches("t.sdgs", "integer[]", filter.sdgs),
    ...listMatches("t.countries", "text[]", filter.countries),
    ...listMatches("ARRAY[t.state]", "text[]", filter.states),
    ...listMatches("ARRAY[t.type_id]", "text[]", filter.types),
    ...organisationsMatch(viewer, filter.organisations),
    ...(publishedSince ? [sql`t.published_at >= ${publishedSince}::timestamptz`] : []),
  ];
}

function listMatches(
  column: string,
  type: string,
  facet: Facet<string | number> | null | undefined,
): Sql[] {
  const given = raw(column);
  const values = (wanted: readonly (string | number)[]) => sql`${[...wanted]}::${raw(type)}`;
  const { anyOf, allOf, noneOf } = facet ?? {};
  return [
    ...(anyOf ? [sql`${given} && ${values(anyOf)}`] : []),
    ...(allOf ? [sql`${given} @> ${values(allOf)}`] : []),
    ...(noneOf ? [sql`NOT ${given} && ${values(noneOf)}`] : []),
  ];
}

/** Only by organisations that the viewer may see: a filter must not tell where a hidden one is. */
function organisationsMatch(viewer: Viewer | null, facet: Facet<string> | null | undefined): Sql[] {
  const takesPart = (ids: readonly string[]) => sql`EXISTS (
    SELECT 1 FROM practice_organisation AS tie
    WHERE tie.practice_id = t.id AND tie.organisation_id = ANY(${[...ids]}::text[])
      AND ${organisationIsVisible(viewer, raw("tie.organisation_id"))})`;
  const { anyOf, allOf, noneOf } = facet ?? {};
  return [
    ...(anyOf ? [takesPart(anyOf)] : []),
    ...(allOf?.length
      ? [
          sql`(${join(
            allOf.map((id) => takesPart([id])),
            " AND ",
          )})`,
        ]
      : []),
    ...(noneOf ? [sql`NOT ${takesPart(noneOf)}`] : []),
  ];
}
