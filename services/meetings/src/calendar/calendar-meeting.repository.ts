import { hydrate } from "@convene/shared/connection/hydrate";
import { oneOfSql } from "@convene/shared/facet/facet-sql";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { Meeting } from "../meeting/meeting.entity.ts";

export interface WhichMeetings {
  /** Meetings by themselves. */
  readonly single: readonly string[];
  /** Series of which all meetings are meant. */
  readonly repeated: readonly string[];
}

/** Whoever may see them; those of a series in the order in which its rule has put them. */
export async function meetingsForCalendar(
  manager: EntityManager,
  { single, repeated }: WhichMeetings,
): Promise<Meeting[]> {
  const { text, values } = sql`SELECT t.* FROM meeting AS t
    WHERE ${oneOfSql("t.id", single)} OR ${oneOfSql("t.series_id", repeated)}
    ORDER BY t.recurrence_start, t.starts_at, t.id`;
  const rows = await manager.query<Record<string, unknown>[]>(text, values);
  return rows.map((row) => hydrate(manager, Meeting, row));
}
