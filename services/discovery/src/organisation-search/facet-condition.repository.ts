import { visibleTo, protectionOf } from "@convene/shared/visible-sql";
import type { Viewer } from "@convene/shared/viewer";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
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
  return all([
    anyOf ? sql`${value} = ANY(${anyOf}::text[])` : empty,
    allOf ? sql`(${value} = ALL(${allOf}::text[])) IS NOT FALSE AND ${value} IS NOT NULL` : empty,
    noneOf ? sql`(${value} = ANY(${noneOf}::text[])) IS NOT TRUE` : empty,
  ]);
}

/** Where an organisation sits or is a member today. */
export interface Belonging {
  readonly table: "seat_replica" | "network_member_replica";
  /** The column that names the group or network. */
  readonly to: "group_id" | "network_id";
  readonly document: "working_group_document" | "network_document";
}

export const SEATS: Belonging = {
  table: "seat_replica",
  to: "group_id",
  document: "working_group_document",
};

export const MEMBERSHIPS: Belonging = {
  table: "network_member_replica",
  to: "network_id",
  document: "network_document",
};

/** The places, visible to the viewer, to which organisations belong today: `organisation_id, id`. */
export function belongingSql({ table, to, document }: Belonging, viewer: Viewer | null): Sql {
  const visible = visibleTo(viewer, protectionOf("place"));
  return sql`SELECT DISTINCT tie.organisation_id, place.id FROM ${raw(table)} AS tie
    JOIN ${raw(document)} AS place ON place.id = tie.${raw(to)}
    WHERE ${currentSql("tie")} AND ${visible === empty ? sql`true` : visible}`;
}

export function belongingFacet(to: Belonging, viewer: Viewer | null, facet: Facet<string>): Sql {
  const { anyOf, allOf, noneOf } = facet ?? {};
  const count = (ids: string[]) => sql`(SELECT count(*) FROM (${belongingSql(to, viewer)}) AS place
    WHERE place.organisation_id = t.id AND place.id = ANY(${[...new Set(ids)]}::text[]))`;
  return all([
    anyOf ? sql`${count(anyOf)} > 0` : empty,
    allOf ? sql`${count(allOf)} = ${new Set(allOf).size}` : empty,
    noneOf ? sql`${count(noneOf)} = 0` : empty,
  ]);
}

/** A dated tie that holds today. The end is the first day on which it holds no more. */
export const currentSql = (alias: string): Sql =>
  raw(`(${alias}.start_date IS NULL OR ${alias}.start_date <= CURRENT_DATE)
    AND (${alias}.end_date IS NULL OR ${alias}.end_date > CURRENT_DATE)`);

/** All that are not empty; empty where none is left. */
export function all(conditions: readonly Sql[]): Sql {
  const kept = conditions.filter((condition) => condition !== empty);
  return kept.length > 0 ? sql`(${join(kept, " AND ")})` : empty;
}
