import { newId } from "@convene/shared/type-id";
import type { EntityManager } from "typeorm";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { lastPosition } from "../agenda-item/agenda-position.repository.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { ActionCarry } from "./action-carry.entity.ts";

/** The next of the same series, or of no series by the same convener, that is not over. */
export async function nextMeetingId(
  manager: EntityManager,
  { id, seriesId, groupId, networkId, startsAt }: Meeting,
): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT m.id FROM meeting AS m
     WHERE m.id <> $1 AND m.starts_at > $5 AND m.status = 'SCHEDULED'
       AND m.audience <> 'TAKEN_DOWN' AND m.series_id IS NOT DISTINCT FROM $2
       AND m.group_id IS NOT DISTINCT FROM $3
       AND (m.group_id IS NOT NULL OR m.network_id = $4)
       AND NOT EXISTS (
         SELECT 1 FROM minutes AS n WHERE n.meeting_id = m.id AND n.concluded_at IS NOT NULL)
     ORDER BY m.starts_at, m.id LIMIT 1`,
    [id, seriesId, groupId, networkId, startsAt],
  );
  return row?.id ?? null;
}

/**
 * Of items of which nobody has said what became of them: what stands on every agenda is done, and
 * so is what minutes or a decision were recorded of; all else is unfinished.
 */
export const settleOutcomes = (manager: EntityManager, meetingId: string) =>
  manager.query(
    `UPDATE agenda_item AS t SET outcome = CASE
       WHEN t.standing IS NOT NULL
         OR EXISTS (SELECT 1 FROM minutes_entry AS e WHERE e.item_id = t.id AND e.text <> '')
         OR EXISTS (SELECT 1 FROM decision AS d WHERE d.item_id = t.id)
       THEN 'DONE' ELSE 'UNFINISHED' END
     WHERE t.meeting_id = $1 AND t.outcome IS NULL`,
    [meetingId],
  );

export interface Way {
  readonly from: Meeting;
  readonly to: Meeting;
}

/** Unfinished items go on once each, but those in the backlog; the ids of those that are there now. */
export async function carryItems(manager: EntityManager, { from, to }: Way): Promise<string[]> {
  const unfinished: { id: string }[] = await manager.query(
    `SELECT t.id FROM agenda_item AS t
     WHERE t.meeting_id = $1 AND t.outcome = 'UNFINISHED' AND t.standing IS NULL
       AND NOT t.is_taken_down
       AND NOT EXISTS (SELECT 1 FROM agenda_item AS c WHERE c.carried_from_id = t.id)
       AND NOT EXISTS (SELECT 1 FROM agenda_proposal AS p WHERE p.carried_from_id = t.id)
     ORDER BY t.position`,
    [from.id],
  );
  const last = await lastPosition(manager, to.id);
  const made: string[] = [];
  for (const { id } of unfinished) {
    const item = await manager.findOneByOrFail(AgendaItem, { id });
    const next = { id: newId("agi"), meetingId: to.id, position: last + made.length + 1 };
    // What was confided stays so wherever it goes.
    const chathamHouse = item.chathamHouse || from.chathamHouse;
    Object.assign(item, next, { outcome: null, carriedFromId: id, chathamHouse, version: 1 });
    await manager.insert(AgendaItem, item);
    made.push(next.id);
  }
  return made;
}

/** Actions that were made here, or had come here, and are still open. */
export async function carryActions(manager: EntityManager, { from, to }: Way): Promise<void> {
  const open: { id: string }[] = await manager.query(
    `SELECT a.id FROM action AS a
     WHERE a.state IN ('OPEN', 'IN_PROGRESS') AND (a.meeting_id = $1 OR EXISTS (
       SELECT 1 FROM action_carry AS c WHERE c.action_id = a.id AND c.to_meeting_id = $1))
       AND NOT EXISTS (
         SELECT 1 FROM action_carry AS c WHERE c.action_id = a.id AND c.to_meeting_id = $2)
     ORDER BY a.id`,
    [from.id, to.id],
  );
  const between = { fromMeetingId: from.id, toMeetingId: to.id, carriedAt: new Date() };
  await manager.insert(
    ActionCarry,
    open.map(({ id }) => ({ id: newId("acr"), actionId: id, ...between })),
  );
}
