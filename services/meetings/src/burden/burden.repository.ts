import type { EntityManager } from "typeorm";

/** Somebody who sat in a meeting that is over, and what is not recorded yet. */
export interface Sitting {
  readonly meetingId: string;
  readonly personId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * Who sat in the meetings of a group, or of all where it is null, that ended within the last days:
 * those who are recorded as attending, through whom it is said or their delegate; where nothing is
 * recorded, every delegate. So it is, too, under the Chatham House Rule: else what is told of the
 * ledger would tell who was there.
 */
const SAT = `
  WITH past AS (
    SELECT id, group_id, starts_at, ends_at, chatham_house FROM meeting
    WHERE ends_at BETWEEN $1::timestamptz - interval '30 days' AND $1
      AND status = 'SCHEDULED' AND group_id IS NOT NULL
      AND ($2::text IS NULL OR group_id = $2)
  ), held AS (
    SELECT past.id AS meeting_id, s.organisation_id, s.delegate_id
    FROM past JOIN seat_replica AS s ON s.group_id = past.group_id
      AND s.start_date <= past.starts_at::date
      AND (s.end_date IS NULL OR s.end_date > past.starts_at::date) AND s.role <> 'OBSERVER'
  ), attended AS (
    SELECT a.meeting_id, a.organisation_id, a.person_id
    FROM attendance AS a JOIN past ON past.id = a.meeting_id
    WHERE a.status = 'ATTENDED' AND NOT past.chatham_house
  ), sat AS (
    SELECT a.meeting_id, coalesce(a.person_id, held.delegate_id) AS person_id
    FROM attended AS a LEFT JOIN held USING (meeting_id, organisation_id)
    UNION
    SELECT held.meeting_id, held.delegate_id FROM held
    WHERE NOT EXISTS (SELECT 1 FROM attended WHERE attended.meeting_id = held.meeting_id)
  )`;

/** Of those who have entered hours. */
export const unrecorded = (
  manager: EntityManager,
  now: Date,
  groupId: string | null = null,
): Promise<Sitting[]> => manager.query(UNRECORDED, [now, groupId]);

const UNRECORDED = `${SAT}
  SELECT sat.meeting_id AS "meetingId", sat.person_id AS "personId",
       past.starts_at AS "startsAt", past.ends_at AS "endsAt"
     FROM sat JOIN past ON past.id = sat.meeting_id
     JOIN availability ON availability.person_id = sat.person_id
     WHERE NOT EXISTS (SELECT 1 FROM burden_record AS b
       WHERE b.meeting_id = sat.meeting_id AND b.person_id = sat.person_id)`;

/**
 * Who will sit in a group's meetings that are scheduled and not over, and has entered hours: the
 * delegates of those that have not declined, and who was named instead; under the Chatham House Rule,
 * whatever was answered, the delegates.
 */
export const expected = (
  manager: EntityManager,
  { groupId, now }: { readonly groupId: string; readonly now: Date },
  { from, until }: Period,
): Promise<Sitting[]> => manager.query(EXPECTED, [now, groupId, from, until]);

const EXPECTED = `
  WITH ahead AS (
    SELECT id, starts_at, ends_at, chatham_house FROM meeting
    WHERE group_id = $2 AND status = 'SCHEDULED' AND ends_at > $1
      AND starts_at >= $3 AND starts_at < $4
  ), sits AS (
    SELECT ahead.id AS meeting_id, s.delegate_id AS person_id
    FROM ahead JOIN seat_replica AS s ON s.group_id = $2 AND s.role <> 'OBSERVER'
      AND s.start_date <= ahead.starts_at::date
      AND (s.end_date IS NULL OR s.end_date > ahead.starts_at::date)
    WHERE NOT EXISTS (
      SELECT 1 FROM attendance AS a
      WHERE a.meeting_id = ahead.id AND a.organisation_id = s.organisation_id
        AND NOT ahead.chatham_house
        AND (a.status IN ('DECLINED', 'APOLOGIES') OR a.person_id IS NOT NULL))
    UNION
    SELECT ahead.id, a.person_id FROM ahead JOIN attendance AS a ON a.meeting_id = ahead.id
    WHERE a.person_id IS NOT NULL AND a.status = 'ACCEPTED' AND NOT ahead.chatham_house
  )
  SELECT sits.meeting_id AS "meetingId", sits.person_id AS "personId",
       ahead.starts_at AS "startsAt", ahead.ends_at AS "endsAt"
     FROM sits JOIN ahead ON ahead.id = sits.meeting_id
     JOIN availability ON availability.person_id = sits.person_id
     WHERE NOT EXISTS (SELECT 1 FROM burden_record AS b
       WHERE b.meeting_id = sits.meeting_id AND b.person_id = sits.person_id)`;

/** Takes away what was recorded of those who, as was said later, were not there. */
export const dropAbsent = (manager: EntityManager, now: Date): Promise<unknown> =>
  manager.query(DROP_ABSENT, [now, null]);

const DROP_ABSENT = `${SAT}
     DELETE FROM burden_record AS b USING past
     WHERE past.id = b.meeting_id AND NOT EXISTS (
       SELECT 1 FROM sat WHERE sat.meeting_id = b.meeting_id AND sat.person_id = b.person_id)`;

/** What a meeting cost somebody, and what the clock on their wall showed when it began. */
export interface Bearing {
  readonly meetingId: string;
  readonly personId: string;
  readonly startsAt: Date;
  readonly burden: number;
  readonly localStart: string;
}

interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** What is recorded of a group's meetings, but of those who, as was said later, were not there. */
export const recordedIn = (
  manager: EntityManager,
  { groupId, now }: { readonly groupId: string; readonly now: Date },
  { from, until }: Period,
): Promise<Bearing[]> => manager.query(RECORDED, [now, groupId, from, until]);

const RECORDED = `${SAT}
  SELECT b.meeting_id AS "meetingId", b.person_id AS "personId", m.starts_at AS "startsAt",
       b.burden, b.local_start AS "localStart"
     FROM burden_record AS b JOIN meeting AS m ON m.id = b.meeting_id
     WHERE m.group_id = $2 AND m.status = 'SCHEDULED' AND m.starts_at >= $3 AND m.starts_at < $4
       AND (NOT EXISTS (SELECT 1 FROM past WHERE past.id = m.id) OR EXISTS (
         SELECT 1 FROM sat WHERE sat.meeting_id = b.meeting_id AND sat.person_id = b.person_id))`;

/** What outlives its purpose: a plan looks back for twelve months. */
export const forgetBurdens = (db: Pick<EntityManager, "query">, now: Date): Promise<unknown> =>
  db.query("DELETE FROM burden_record WHERE recorded_at < $1::timestamptz - interval '24 months'", [
    now,
  ]);
