import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";

/** Where standing items go: before all others, or behind them. */
const RANK = sql`CASE WHEN standing IN ('WELCOME', 'MINUTES_APPROVAL', 'ACTION_LOG') THEN 0
  WHEN standing IN ('ROUND_TABLE', 'NEXT_DATE') THEN 2 ELSE 1 END`;

/** Brings standing items to the start and the end; all else keeps its order. */
export function orderAgenda(manager: EntityManager, meetingId: string) {
  const { text, values } = sql`
    UPDATE agenda_item AS t SET position = placed.position
    FROM (SELECT id, row_number() OVER (ORDER BY ${RANK}, position) AS position
      FROM agenda_item WHERE meeting_id = ${meetingId}) AS placed
    WHERE t.id = placed.id AND t.position <> placed.position`;
  return manager.query(text, values);
}
