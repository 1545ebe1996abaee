import type { EntityManager } from "typeorm";
import type { NotificationFrequency } from "../notification-setting/notification-kind.enum.ts";

export interface Rhythm {
  readonly frequency: NotificationFrequency;
  /** IANA. */
  readonly timeZone: string;
}

/**
 * When what happens `now` is mailed: at once, or at the next 8 in the morning of the recipient's
 * wall clock at which a day, a week (Monday) or a quarter begins; null for never. The calendar of
 * the zone is Postgres's own.
 */
export async function dueAt(
  manager: EntityManager,
  { frequency, timeZone }: Rhythm,
  now: Date,
): Promise<Date | null> {
  const [row] = await manager.query<{ due: Date | null }[]>(
    `SELECT CASE $1::text
       WHEN 'AT_ONCE' THEN $3::timestamptz
       WHEN 'DAILY' THEN (date_trunc('day', early) + '1 day 8 hours') AT TIME ZONE $2::text
       WHEN 'WEEKLY' THEN (date_trunc('week', early) + '7 days 8 hours') AT TIME ZONE $2::text
       WHEN 'QUARTERLY' THEN (date_trunc('quarter', early) + '3 months 8 hours') AT TIME ZONE $2::text
     END AS due
     FROM (SELECT ($3::timestamptz AT TIME ZONE $2::text) - interval '8 hours') AS local (early)`,
    [frequency, timeZone, now],
  );
  return row?.due ?? null;
}
