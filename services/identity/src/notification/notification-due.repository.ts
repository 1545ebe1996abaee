import type { EntityManager } from "typeorm";
import type { NotificationFrequency } from "../notification-setting/notification-kind.enum.ts";

export interface Rhythm {
  readonly frequency: NotificationFrequency;
  /** IANA. */
  readonly timeZone: string;
}

/**
 * When what happens `now` is mailed to each, in one statement however many they are: at once, or at
 * the next 8 in the morning of the recipient's wall clock at which a day, a week (Monday) or a
 * quarter begins; null for never. The calendar of the zone is Postgres's own.
 */
export async function dueEach(
  manager: EntityManager,
  rhythms: readonly Rhythm[],
  now: Date,
): Promise<(Date | null)[]> {
  const rows = await manager.query<{ due: Date | null }[]>(
    `SELECT CASE frequency
       WHEN 'AT_ONCE' THEN $3::timestamptz
       WHEN 'DAILY' THEN (date_trunc('day', early) + '1 day 8 hours') AT TIME ZONE zone
       WHEN 'WEEKLY' THEN (date_trunc('week', early) + '7 days 8 hours') AT TIME ZONE zone
       WHEN 'QUARTERLY' THEN (date_trunc('quarter', early) + '3 months 8 hours') AT TIME ZONE zone
     END AS due
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS wish (frequency, zone, place),
       LATERAL (SELECT ($3::timestamptz AT TIME ZONE zone) - interval '8 hours') AS local (early)
     ORDER BY place`,
    [rhythms.map(({ frequency }) => frequency), rhythms.map(({ timeZone }) => timeZone), now],
  );
  return rows.map(({ due }) => due);
}

/** The same of one. */
export async function dueAt(
  manager: EntityManager,
  rhythm: Rhythm,
  now: Date,
): Promise<Date | null> {
  const [due] = await dueEach(manager, [rhythm], now);
  return due ?? null;
}
