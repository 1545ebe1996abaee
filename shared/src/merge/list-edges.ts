import { whereSql } from "../connection/list.ts";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Viewer } from "../viewer.ts";
import { naming, placeOf, staying } from "./edge-sql.ts";
import { MergeEdge } from "./merge-edge.type.ts";
import type { Edges, Merging, Pair } from "./merging.ts";

interface Row {
  readonly key: string;
  readonly label: string | null;
  readonly stays: boolean;
}

/**
 * The edges of one service that a merge moves, or has moved, and those that stay: of all that the
 * viewer may see. The same statement decides here and when they are moved.
 */
export async function listEdges(
  manager: EntityManager,
  { edges }: Merging,
  { pair, viewer }: { readonly pair: Pair; readonly viewer: Viewer | null },
): Promise<MergeEdge[]> {
  const found: MergeEdge[] = [];
  for (const some of edges) {
    const { text, values } = edgesSql(manager, some, { pair, viewer });
    const rows: Row[] = await manager.query(text, values);
    found.push(
      ...rows.map(({ key, label, stays }) =>
        Object.assign(new MergeEdge(), { kind: some.title, key, label, stays }),
      ),
    );
  }
  return found;
}

function edgesSql(
  manager: EntityManager,
  edges: Edges,
  { pair, viewer }: { readonly pair: Pair; readonly viewer: Viewer | null },
): Sql {
  const place = placeOf(manager, edges);
  const seen = edges.visibleTo(viewer);
  const columns = sql`${place.key} AS key, (${edges.label ?? sql`NULL`})::text AS label`;
  const moved = sql`${place.key} IN (SELECT m.row_key FROM moved_edge AS m
    JOIN standing_merge AS s ON s.id = m.merge_id
    WHERE m.title = ${edges.title} AND s.from_id = ${pair.from} AND s.into_id = ${pair.into})`;
  return sql`
    SELECT ${columns}, ${staying(edges, place, pair)} AS stays FROM ${place.table} AS t
      ${whereSql([naming(place, pair.from), seen])}
    UNION ALL
    SELECT ${columns}, false AS stays FROM ${place.table} AS t
      ${whereSql([naming(place, pair.into), moved, seen])}
    ORDER BY key`;
}
