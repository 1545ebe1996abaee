import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Owned } from "../commitment/commitment.policy.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";

/** What is still to be done before a meeting. */
export interface OpenAction extends Owned {
  readonly id: string;
  readonly text: string;
  readonly meetingId: string;
}

/**
 * What earlier meetings of the same series have left open, or of the series from which it was split
 * off; or, of no series, those of the same convener. What is due first comes first. Nothing where
 * another meeting comes before: that one is the next.
 */
export function openActionsBefore(
  manager: EntityManager,
  { id, seriesId, groupId, networkId, startsAt }: Meeting,
  now: Date,
): Promise<OpenAction[]> {
  const { text, values } = sql`
    WITH RECURSIVE line (id) AS (
      SELECT ${seriesId}::text
      UNION
      SELECT s.split_from_id FROM line JOIN meeting_series AS s ON s.id = line.id
      WHERE s.split_from_id IS NOT NULL
    ), sibling AS (
      SELECT m.id, m.starts_at, m.status FROM meeting AS m
      WHERE m.id <> ${id} AND m.starts_at < ${startsAt} AND m.audience <> 'TAKEN_DOWN'
        AND (m.group_id = ${groupId}::text OR (${groupId}::text IS NULL
          AND m.group_id IS NULL AND m.network_id = ${networkId}::text))
        AND CASE WHEN ${seriesId}::text IS NULL THEN m.series_id IS NULL
          ELSE m.series_id IN (SELECT line.id FROM line) END
    )
    SELECT a.id, a.text, a.meeting_id AS "meetingId", a.organisation_id AS "organisationId",
      a.person_id AS "personId"
    FROM action AS a JOIN sibling ON sibling.id = a.meeting_id
    LEFT JOIN agenda_item AS i ON i.id = a.item_id
    WHERE a.state IN ('OPEN', 'IN_PROGRESS') AND i.is_taken_down IS NOT TRUE
      AND NOT EXISTS (SELECT 1 FROM sibling AS b WHERE b.starts_at > ${now} AND b.status = 'SCHEDULED')
    ORDER BY a.due_on NULLS LAST, a.id`;
  return manager.query<OpenAction[]>(text, values);
}
