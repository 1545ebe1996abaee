import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Asking } from "../asking.ts";
import { type Belonging, belongingSql } from "../tie/belonging.repository.ts";
import { all } from "../tie/tie.repository.ts";
import type { FacetFilter } from "./facet-filter.inputs.ts";

type Facet<T> = FacetFilter<T> | null | undefined;

/** A facet that is an array column of `t`; `type` is the SQL type of its items. */
export function arrayFacet<T>(column: string, type: "text" | "integer", facet: Facet<T>): Sql {
  const { anyOf, allOf, noneOf } = facet ?? {};
  const array = (values: T[]) => sql`${values}::${raw(type)}[]`;
  return all([
    anyOf ? sql`${raw(column)} && ${array(anyOf)}` : empty,
    allOf ? sql`${raw(column)} @> ${array(allOf)}` : empty,
    noneOf ? sql`NOT ${raw(column)} && ${array(noneOf)}` : empty,
  ]);
}

/** A facet that is one value of `t`, or none. */
export function valueFacet(column: string, facet: Facet<string>): Sql {
  const { anyOf, allOf, noneOf } = facet ?? {};
  const value = raw(column);
  const each = (values: string[]) => values.map((wanted) => sql`${value} = ${wanted}`);
  return all([
    anyOf ? sql`${value} = ANY(${anyOf}::text[])` : empty,
    allOf && allOf.length > 0 ? join(each([...new Set(allOf)]), " AND ") : empty,
    noneOf ? sql`(${value} = ANY(${noneOf}::text[])) IS NOT TRUE` : empty,
  ]);
}

/** A facet of groups or networks: one that the viewer may not see is one that nobody is in. */
export function belongingFacet(to: Belonging, asking: Asking, facet: Facet<string>): Sql {
  const { anyOf, allOf, noneOf } = facet ?? {};
  const within = (ids: string[]) => sql`FROM (${belongingSql(to, asking)}) AS place
    WHERE place.id = ANY(${ids}::text[])`;
  const some = (ids: string[]) => sql`t.id IN (SELECT place.organisation_id ${within(ids)})`;
  return all([
    anyOf ? some(anyOf) : empty,
    allOf && allOf.length > 0 ? inEach([...new Set(allOf)], within) : empty,
    noneOf ? sql`NOT ${some(noneOf)}` : empty,
  ]);
}

const inEach = (ids: string[], within: (ids: string[]) => Sql): Sql =>
  sql`t.id IN (SELECT place.organisation_id ${within(ids)}
    GROUP BY place.organisation_id HAVING count(DISTINCT place.id) = ${ids.length})`;
