import { whereSql } from "@convene/shared/connection/list";
import type { FacetFilter } from "@convene/shared/facet/facet-filter.inputs";
import { facetSql } from "@convene/shared/facet/facet-sql";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Asking } from "../asking/asking.value.ts";
import { type Belonging, belongingSql, MEMBERSHIPS, SEATS } from "../tie/belonging.repository.ts";
import { TieKind } from "../tie/tie.enum.ts";

/** `hit_id, id`: what stands in which network that the viewer may see; a pair may come twice. */
export const networkPlaces = (asking: Asking): Sql =>
  join(
    [
      belongings(MEMBERSHIPS, asking),
      ...["working_group_document", "meeting_document", "meeting_series_document"].map((table) =>
        standing(asking, { table, column: "network_id", places: "network_document" }),
      ),
      practiceNetworks(asking),
    ],
    " UNION ALL ",
  );

/** As `networkPlaces`, of working groups. */
export const groupPlaces = (asking: Asking): Sql =>
  join(
    [
      belongings(SEATS, asking),
      ...["meeting_document", "meeting_series_document"].map((table) =>
        standing(asking, { table, column: "group_id", places: "working_group_document" }),
      ),
      sql`SELECT place.id, place.id FROM working_group_document AS place
        ${whereSql([visibleTo(asking.viewer, protectionOf("place"))])}`,
    ],
    " UNION ALL ",
  );

/** A facet of the places of `t`: one that the viewer may not see is one where nothing is. */
export function placeFacet(
  field: string,
  places: Sql,
  asked: FacetFilter<string> | null | undefined,
): Sql {
  const within = (ids: string[]) => sql`FROM (${places}) AS place
    WHERE place.id = ANY(${ids}::text[])`;
  return facetSql(
    field,
    {
      some: (ids: string[]) => sql`t.id IN (SELECT place.hit_id ${within(ids)})`,
      each: (ids: string[]) => sql`t.id IN (SELECT place.hit_id ${within(ids)}
        GROUP BY place.hit_id HAVING count(DISTINCT place.id) = ${ids.length})`,
    },
    asked,
  );
}

const belongings = (to: Belonging, asking: Asking): Sql =>
  sql`SELECT own.organisation_id AS hit_id, own.id FROM (${belongingSql(to, { ...asking, kinds: null })}) AS own`;

/** Tables and columns of ours. */
interface Standing {
  readonly table: string;
  readonly column: string;
  readonly places: string;
}

const standing = ({ viewer }: Asking, { table, column, places }: Standing): Sql =>
  sql`SELECT its.id, place.id FROM ${raw(table)} AS its
    JOIN ${raw(places)} AS place ON place.id = its.${raw(column)}
    ${whereSql([visibleTo(viewer, protectionOf("place"))])}`;

/** Those of the organisations that took part in it, as far as the viewer sees them. */
const practiceNetworks = (asking: Asking): Sql =>
  sql`SELECT part.target_id, own.id FROM tie AS part
    JOIN organisation_document AS party ON party.id = part.source_id
    JOIN (${belongingSql(MEMBERSHIPS, { ...asking, kinds: null })}) AS own ON own.organisation_id = party.id
    ${whereSql([
      sql`part.kind = ${TieKind.PRACTICE}`,
      visibleTo(asking.viewer, protectionOf("party")),
    ])}`;
