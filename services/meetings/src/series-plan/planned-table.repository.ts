import type { EntityManager } from "typeorm";
import type { Convened, ConvenedProtection } from "../convener/convener.policy.ts";

/** A seat with who fills it. */
export interface SeatRow {
  readonly organisationId: string;
  readonly delegateId: string | null;
  readonly alternateId: string | null;
}

/** Of a group: seats that are held within the period, those of observers apart. */
export const seatsWithin = (
  manager: EntityManager,
  groupId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<SeatRow[]> =>
  manager.query(
    `SELECT organisation_id AS "organisationId", delegate_id AS "delegateId",
       alternate_id AS "alternateId"
     FROM seat_replica
     WHERE group_id = $1 AND start_date <= $3 AND (end_date IS NULL OR end_date > $2)
       AND role <> 'OBSERVER'
     ORDER BY organisation_id, id`,
    [groupId, from, until],
  );

/** With the meeting's protection. */
export interface TakenRow extends Convened, ConvenedProtection {
  readonly personId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** When a group meets last before a moment, in milliseconds; null where it does not. */
export async function metBefore(
  manager: EntityManager,
  groupId: string,
  moment: Date,
): Promise<number | null> {
  const [row] = await manager.query<{ last: Date | null }[]>(
    `SELECT max(starts_at) AS last FROM meeting
     WHERE group_id = $1 AND status = 'SCHEDULED' AND starts_at < $2`,
    [groupId, moment],
  );
  return row?.last?.getTime() ?? null;
}

/**
 * Where people sit already: meetings of groups whose delegates they are, unless they have declined
 * or somebody else comes for them, and those they go to; under the Chatham House Rule nobody is told
 * who goes, so there all delegates sit.
 */
export const takenBy = (
  manager: EntityManager,
  people: readonly string[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<TakenRow[]> =>
  manager.query(
    `SELECT s.delegate_id AS "personId", m.starts_at AS "startsAt", m.ends_at AS "endsAt",
       m.group_id AS "groupId", m.network_id AS "networkId", m.audience, m.organisations,
       m.networks, m.convener_audience AS "convenerAudience"
     FROM meeting AS m JOIN seat_replica AS s ON s.group_id = m.group_id
       AND s.start_date <= m.starts_at::date
       AND (s.end_date IS NULL OR s.end_date > m.starts_at::date) AND s.role <> 'OBSERVER'
     WHERE s.delegate_id = ANY($1::text[]) AND m.status = 'SCHEDULED'
       AND m.starts_at < $3 AND m.ends_at > $2
       AND (m.chatham_house OR NOT EXISTS (SELECT FROM attendance AS a
         WHERE a.meeting_id = m.id AND a.organisation_id = s.organisation_id
           AND CASE WHEN a.person_id IS NULL OR a.person_id = s.delegate_id
             THEN a.status IN ('DECLINED', 'APOLOGIES') ELSE a.status = 'ACCEPTED' END))
     UNION
     SELECT a.person_id, m.starts_at, m.ends_at, m.group_id, m.network_id, m.audience,
       m.organisations, m.networks, m.convener_audience
     FROM meeting AS m JOIN attendance AS a ON a.meeting_id = m.id
     WHERE a.person_id = ANY($1::text[]) AND a.status = 'ACCEPTED' AND m.status = 'SCHEDULED'
       AND NOT m.chatham_house
       AND m.starts_at < $3 AND m.ends_at > $2`,
    [[...people], from, until],
  );
