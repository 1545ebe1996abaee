import { visibleTo, protectionOf } from "@convene/shared/visible-sql";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Asking } from "../asking/asking.value.ts";

/** All that are not empty, in parentheses; empty where none is left. */
export function all(conditions: readonly Sql[]): Sql {
  const kept = conditions.filter((condition) => condition !== empty);
  return kept.length > 0 ? sql`(${join(kept, " AND ")})` : empty;
}

/**
 * `= ANY(…)` of many ids, which the planner does not look at: with hundreds of them it would take
 * longer to weigh each than to look all up.
 */
export const oneOf = (ids: readonly string[]): Sql =>
  sql`= ANY(ARRAY(SELECT unnest(${[...ids]}::text[])))`;

/**
 * Whether a column is one of many ids, for rows that are read anyhow: each is looked up in a hash.
 * With `oneOf` it would be compared with every id, and hundreds of each are a tenth of a second.
 */
export const hashedOneOf = (column: Sql, ids: readonly string[]): Sql =>
  sql`((${column} IN (SELECT unnest(${[...ids]}::text[]))) IS TRUE)`;

/** A tie, under its alias, that holds on the day and that the viewer may see, its ends apart. */
export const holdingSql = (alias: string, { viewer, day }: Asking): Sql =>
  all([holdsOn(alias, day), visibleTo(viewer, protectionOf(alias))]);

const holdsOn = (alias: string, day: string): Sql =>
  sql`${raw(alias)}.holds
    AND (${raw(alias)}.start_date IS NULL OR ${raw(alias)}.start_date <= ${day}::date)
    AND (${raw(alias)}.end_date IS NULL OR ${raw(alias)}.end_date > ${day}::date)`;
