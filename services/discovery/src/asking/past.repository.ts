import { whereSql } from "@convene/shared/connection/list";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { Asking } from "./asking.value.ts";

/** Midnight in UTC, whatever the zone of the database. */
export const startOf = (day: string): Sql => sql`(${day}::date::timestamp AT TIME ZONE 'UTC')`;

const endOf = (day: string): Sql => sql`((${day}::date + 1)::timestamp AT TIME ZONE 'UTC')`;

/** An instant that lies before the end of the day that was asked for; empty where none was. */
export const byThen = (instant: string, { day, isAsOf }: Asking): Sql =>
  isAsOf ? sql`${raw(instant)} < ${endOf(day)}` : empty;

/**
 * An organisation or group `t` that was there on the day that was asked for: it had been entered
 * here, or a tie had begun which the viewer may see. For much is entered late.
 */
export function thereSql(asking: Asking): Sql {
  if (!asking.isAsOf) return empty;
  const { viewer, day } = asking;
  return sql`(t.created_at IS NULL OR ${byThen("t.created_at", asking)} OR EXISTS (
    SELECT FROM tie AS known JOIN document AS other
      ON other.id IN (known.source_id, known.target_id) AND other.id <> t.id
    ${whereSql([
      sql`(known.source_id = t.id OR known.target_id = t.id) AND known.holds`,
      sql`(known.start_date IS NULL OR known.start_date <= ${day}::date)`,
      visibleTo(viewer, protectionOf("known")),
      visibleTo(viewer, protectionOf("other")),
    ])}))`;
}
