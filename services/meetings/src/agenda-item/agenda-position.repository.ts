import type { EntityManager } from "typeorm";
import type { AgendaItem } from "./agenda-item.entity.ts";

/*
 * The items of a meeting stand at 1, 2, 3 … without gaps. Whoever calls these holds the meeting's
 * row. Positions are unique at the end of the transaction, not in between.
 */

type Placed = Pick<AgendaItem, "id" | "meetingId" | "position">;

/** 0 where there is none. */
export async function lastPosition(manager: EntityManager, meetingId: string): Promise<number> {
  const [row] = await manager.query<{ last: number }[]>(
    `SELECT coalesce(max(position), 0) AS last FROM agenda_item WHERE meeting_id = $1`,
    [meetingId],
  );
  return row?.last ?? 0;
}

export const makeRoom = (manager: EntityManager, meetingId: string, position: number) =>
  manager.query(
    `UPDATE agenda_item SET position = position + 1 WHERE meeting_id = $1 AND position >= $2`,
    [meetingId, position],
  );

export const closeGap = (manager: EntityManager, { meetingId, position }: Placed) =>
  manager.query(
    `UPDATE agenda_item SET position = position - 1 WHERE meeting_id = $1 AND position > $2`,
    [meetingId, position],
  );

/** Of several meetings, whatever was taken out of them. */
export const closeGaps = (manager: EntityManager, meetingIds: readonly string[]) =>
  manager.query(
    `UPDATE agenda_item AS t SET position = placed.position
     FROM (SELECT id, row_number() OVER (PARTITION BY meeting_id ORDER BY position) AS position
       FROM agenda_item WHERE meeting_id = ANY($1::text[])) AS placed
     WHERE t.id = placed.id AND t.position <> placed.position`,
    [meetingIds],
  );

/** Moves one, and those between its old place and its new by one. Answers the new place. */
export async function moveTo(manager: EntityManager, item: Placed, to: number): Promise<number> {
  await manager.query(
    `UPDATE agenda_item
     SET position = CASE WHEN id = $1 THEN $4 WHEN $3 < $4 THEN position - 1 ELSE position + 1 END
     WHERE meeting_id = $2 AND position BETWEEN least($3::integer, $4) AND greatest($3::integer, $4)`,
    [item.id, item.meetingId, item.position, to],
  );
  return to;
}
