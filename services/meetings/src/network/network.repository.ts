import { whereSql } from "@convene/shared/connection/list";
import { facetSql } from "@convene/shared/facet/facet-sql";
import type { SingleIdFacetFilter } from "@convene/shared/facet/facet-filter.inputs";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import type { Viewer } from "@convene/shared/viewer";
import sql, { type Sql } from "sql-template-tag";

/**
 * Rows of `t` by the network in which they stand. One that is hidden from the viewer is none, also
 * where the row itself may be seen: a filter must not tell what the field does not.
 */
export const networkFacet = (
  viewer: Viewer | null,
  asked: SingleIdFacetFilter | null | undefined,
): Sql => facetSql("filter.networks", { some: (ids: string[]) => standsIn(viewer, ids) }, asked);

const standsIn = (viewer: Viewer | null, ids: readonly string[]): Sql =>
  sql`t.network_id IN (SELECT n.id FROM network_replica AS n ${whereSql([
    sql`n.id = ANY(${ids}::text[])`,
    visibleTo(viewer, protectionOf("n")),
  ])})`;
