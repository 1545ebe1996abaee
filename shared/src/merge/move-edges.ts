import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Transaction } from "../database/transaction.ts";
import { newId } from "../type-id.ts";
import { naming, placeOf, replacing, staying } from "./edge-sql.ts";
import { MovedEdge, StandingMerge } from "./merge-tables.ts";
import type { Edges, Merge, Merging, Pair } from "./merging.ts";

/**
 * Moves all edges of the one that goes to the one that stays, and writes down which; those whose
 * like is there stay as they are, hidden with their organisation. A second time changes nothing.
 */
export async function moveEdges(tx: Transaction, merging: Merging, merge: Merge): Promise<void> {
  const { id, from: fromId, into: intoId } = merge;
  await tx.manager.upsert(StandingMerge, { id, fromId, intoId }, ["id"]);
  const moved = new Map<string, string[]>();
  for (const edges of merging.edges) {
    const keys = await moveRows(tx.manager, edges, merge);
    if (keys.length === 0) continue;
    moved.set(edges.title, keys);
    const rows = keys.map((rowKey) => ({
      ...{ id: newId("mve"), mergeId: id },
      ...{ title: edges.title, rowKey },
    }));
    await tx.manager.insert(MovedEdge, rows);
  }
  if (moved.size > 0) await merging.settle(tx, moved, merge);
}

/** Moves the edges of a merge back, to the last; those that were given to the other since stay there. */
export async function restoreEdges(tx: Transaction, merging: Merging, id: string): Promise<void> {
  const { manager } = tx;
  const standing = await manager.findOneBy(StandingMerge, { id });
  if (!standing) return;
  const pair = { from: standing.fromId, into: standing.intoId };
  const written = await manager.findBy(MovedEdge, { mergeId: id });
  const moved = new Map<string, string[]>();
  for (const edges of merging.edges) {
    const keys = written.flatMap((row) => (row.title === edges.title ? [row.rowKey] : []));
    if (keys.length === 0) continue;
    moved.set(edges.title, await restoreRows(manager, edges, { pair, keys }));
  }
  await manager.delete(MovedEdge, { mergeId: id });
  await manager.delete(StandingMerge, { id });
  if (moved.size > 0) await merging.settle(tx, moved, { from: pair.into, into: pair.from });
  await sweepMerges(tx, merging);
}

/**
 * Carries out again all merges that stand, the oldest first: for an edge that was written while a
 * merge was on its way here, and for one that stayed because of another that is there no more.
 */
export async function sweepMerges(tx: Transaction, merging: Merging): Promise<void> {
  const standing = await tx.manager.find(StandingMerge, { order: { id: "ASC" } });
  for (const { id, fromId: from, intoId: into } of standing) {
    await moveEdges(tx, merging, { id, from, into });
  }
}

function moveRows(manager: EntityManager, edges: Edges, pair: Pair): Promise<string[]> {
  const place = placeOf(manager, edges);
  return keysOf(
    manager,
    sql`UPDATE ${place.table} AS t SET ${replacing(place, pair.from, pair.into)}
      WHERE ${naming(place, pair.from)} AND NOT ${staying(edges, place, pair)}
      RETURNING ${place.key} AS key`,
  );
}

function restoreRows(
  manager: EntityManager,
  edges: Edges,
  { pair, keys }: { readonly pair: Pair; readonly keys: string[] },
): Promise<string[]> {
  const place = placeOf(manager, edges);
  return keysOf(
    manager,
    sql`UPDATE ${place.table} AS t SET ${replacing(place, pair.into, pair.from)}
      WHERE ${naming(place, pair.into)} AND ${place.key} = ANY(${keys}::text[])
      RETURNING ${place.key} AS key`,
  );
}

async function keysOf(manager: EntityManager, change: Sql): Promise<string[]> {
  const { text, values } = sql`WITH changed AS (${change}) SELECT key FROM changed ORDER BY key`;
  const rows: { key: string }[] = await manager.query(text, values);
  return rows.map(({ key }) => key);
}
