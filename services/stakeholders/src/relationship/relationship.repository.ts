import { whereSql } from "@convene/shared/connection/list";
import type { Transaction } from "@convene/shared/database/transaction";
import { notFound } from "@convene/shared/errors";
import { valueFacet } from "@convene/shared/facet/facet-sql";
import type { Viewer } from "@convene/shared/viewer";
import { visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { holdsOn } from "../period/period.repository.ts";
import { organisationAtIsVisible } from "../organisation/organisation.repository.ts";
import { today } from "@convene/shared/today";
import { Relationship } from "./relationship.entity.ts";
import type { RelationshipFilter } from "./relationship.inputs.ts";

/** What `canSeeTie` says, and that both ends are there for the viewer; of relationships `t`. */
export const relationshipVisibleTo = (viewer: Viewer | null): Sql[] => [
  visibleTo(viewer, {
    audience: `CASE WHEN t.is_taken_down THEN 'TAKEN_DOWN'
      WHEN t.status = 'PROPOSED' THEN 'ORGANISATION' ELSE 'PUBLIC' END`,
    organisations: "ARRAY[t.source_id, t.target_id]",
    networks: "'{}'::text[]",
  }),
  organisationAtIsVisible(viewer, "t.source_id"),
  organisationAtIsVisible(viewer, "t.target_id"),
];

export function filterSql(filter: RelationshipFilter | null | undefined): Sql[] {
  if (!filter) return [];
  const { types, statuses, onDate } = filter;
  return [
    valueFacet("filter.types", "t.type", types),
    valueFacet("filter.statuses", "t.status", statuses),
    onDate == null ? empty : holdsOn("t", onDate),
  ];
}

/** A relationship `t` that both sides say held on a day; one that has ended since is known to. */
export const heldAsOf = (day: string): Sql =>
  sql`((t.status = 'CONFIRMED' OR (t.status = 'ENDED' AND t.end_date IS NOT NULL))
    AND NOT t.is_taken_down AND ${holdsOn("t", day)})`;

/** Each relationship once for each of its ends, at `end_id`; the other one at `other_id`. */
const byEnd = sql`SELECT r.*, r.source_id AS end_id, r.target_id AS other_id FROM relationship AS r
  UNION ALL
  SELECT r.*, r.target_id AS end_id, r.source_id AS other_id FROM relationship AS r`;

export const relationshipsByEnd: Sql = sql`(${byEnd})`;

/** The organisations at the other ends of what held on a day, each once. */
export const partnersByEnd = (day: string): Sql => sql`(
  SELECT o.*, tie.end_id FROM (
    SELECT DISTINCT t.end_id, t.other_id FROM (${byEnd}) AS t WHERE ${heldAsOf(day)}
  ) AS tie JOIN organisation AS o ON o.id = tie.other_id)`;

/**
 * The relationship, locked, for one who may see it.
 *
 * @throws NOT_FOUND
 */
export async function lockRelationship(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<Relationship> {
  const relationship = await tx.lock(Relationship, id);
  const { text, values } = sql`SELECT t.id FROM relationship AS t
    ${whereSql([sql`t.id = ${id}`, ...relationshipVisibleTo(viewer)])}`;
  const visible: unknown[] = await tx.manager.query(text, values);
  if (!relationship || visible.length === 0) throw notFound("Relationship", id);
  return relationship;
}

/** Answers the ids of those that are history from now on. */
export async function endDueRelationships(manager: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `WITH ended AS (
       UPDATE relationship SET status = 'ENDED'
       WHERE status = 'CONFIRMED' AND end_date <= $1 RETURNING id
     ) SELECT id FROM ended`,
    [today()],
  );
  return rows.map(({ id }) => id);
}
