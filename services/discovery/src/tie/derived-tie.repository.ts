import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { raw, type Sql } from "sql-template-tag";
import type { Asking } from "../asking/asking.value.ts";
import { type DerivedKind, TieKind } from "./tie.enum.ts";
import { holdingSql } from "./tie.repository.ts";

/** Of which ties of two organisations to the same place it is derived that they know each other. */
const GROUNDS: Readonly<Record<DerivedKind, { kind: TieKind; document: string }>> = {
  SHARED_PRACTICE: { kind: TieKind.PRACTICE, document: "practice_document" },
  SHARED_SEAT: { kind: TieKind.SEAT, document: "working_group_document" },
};

/**
 * One row for each two organisations that share a practice or a group on the day, the smaller id
 * first. Each ground is two ties and their place: only those count of which the viewer sees all
 * three. Its dates are the first and the last day of its grounds, its evidence how many places.
 */
export function derivedTiesSql(derived: DerivedKind, asking: Asking): Sql {
  const { kind, document } = GROUNDS[derived];
  const start = earliest("one.start_date", "other.start_date");
  const end = latest("one.end_date", "other.end_date");
  return sql`SELECT ${derived} || ' ' || one.source_id || ' ' || other.source_id AS id,
      ${derived}::text AS kind, 'SHARED' AS label, one.source_id, other.source_id AS target_id,
      true AS holds, ${start} AS start_date, ${end} AS end_date,
      'PUBLIC' AS audience, '{}'::text[] AS organisations, '{}'::text[] AS networks,
      count(DISTINCT place.id)::integer AS evidence_count, NULL::text AS umbrella_id
    FROM tie AS one
    JOIN tie AS other ON other.target_id = one.target_id AND other.kind = one.kind
      AND one.source_id < other.source_id
    JOIN ${raw(document)} AS place ON place.id = one.target_id
    ${whereSql([
      sql`one.kind = ${kind}`,
      holdingSql("one", asking),
      holdingSql("other", asking),
      visibleTo(asking.viewer, protectionOf("place")),
    ])} GROUP BY one.source_id, other.source_id`;
}

/** Of intervals that each have both dates' parts in common: when the first begins; null is ever. */
export const earliest = (one: string, other: string): Sql =>
  raw(`nullif(min(greatest(coalesce(${one}, '-infinity'), coalesce(${other}, '-infinity'))),
    '-infinity')`);

/** When the last of them ends; null is never. */
export const latest = (one: string, other: string): Sql =>
  raw(`nullif(max(least(coalesce(${one}, 'infinity'), coalesce(${other}, 'infinity'))),
    'infinity')`);
