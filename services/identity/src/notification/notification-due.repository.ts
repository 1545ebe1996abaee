import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { NotificationFrequency } from "../notification-setting/notification-kind.enum.ts";
import type { NotificationSetting } from "../notification-setting/notification-setting.entity.ts";
import { zoneOf } from "../notification-setting/notification-setting.repository.ts";

type Wishes = Pick<NotificationSetting, "timeZone" | "quietFrom" | "quietUntil">;

export interface Rhythm {
  readonly frequency: NotificationFrequency;
  readonly setting: Wishes;
  /** What it is about, where that has a time: it is of use before that alone. */
  readonly about: { readonly begins: Date; readonly ends: Date } | null;
}

export interface Due {
  readonly at: Date;
  /** Whether it waits for the end of quiet hours. */
  readonly isPutOff: boolean;
}

/** Whether the wall clock shows a time of theirs, which may go past midnight. */
const isQuiet = (clock: Sql): Sql =>
  sql`(CASE WHEN quiet_from < quiet_until THEN ${clock} >= quiet_from AND ${clock} < quiet_until
    ELSE ${clock} >= quiet_from OR ${clock} < quiet_until END)`;

/**
 * The moment at which quiet hours end that `base.due` lies in. Only where the clock is put forward or
 * back meanwhile is it looked for by the minute: it may show their end twice, or never.
 */
const AWAKE = sql`
  SELECT min(moment) AS at
  FROM (SELECT base.due AT TIME ZONE zone AS shown) AS clock,
    LATERAL (SELECT date_trunc('day', shown) + quiet_until
      + CASE WHEN shown::time < quiet_until THEN interval '0' ELSE interval '1 day' END AS shown
    ) AS morning,
    LATERAL (SELECT morning.shown AT TIME ZONE zone AS at) AS latest,
    LATERAL generate_series(
      CASE WHEN latest.at - base.due = morning.shown - clock.shown
          AND latest.at AT TIME ZONE zone = morning.shown THEN latest.at
        ELSE date_trunc('minute', base.due) END,
      latest.at, interval '1 minute') AS moment
  WHERE ${isQuiet(sql`clock.shown::time`)} AND NOT ${isQuiet(sql`(moment AT TIME ZONE zone)::time`)}`;

/**
 * When what happens `now` is mailed to each, in one statement however many they are: at once, or at
 * the next 8 in the morning of the recipient's wall clock at which a day, a week (Monday) or a
 * quarter begins; null for never. What is due in quiet hours waits for their end, unless what it is
 * about begins before it. The calendar of the zone is Postgres's own.
 */
export async function dueEach(
  manager: EntityManager,
  rhythms: readonly Rhythm[],
  now: Date,
): Promise<(Due | null)[]> {
  const { text, values } = sql`
    SELECT base.due AS wished, CASE WHEN begins <= awake.at AND ends >= base.due THEN base.due
      ELSE coalesce(awake.at, base.due) END AS due
    FROM ${wishesOf(rhythms)}
      AS wish (frequency, zone, quiet_from, quiet_until, begins, ends, place),
      LATERAL (SELECT (${now}::timestamptz AT TIME ZONE zone) - interval '8 hours') AS local (early),
      LATERAL (SELECT CASE frequency
        WHEN 'AT_ONCE' THEN ${now}::timestamptz
        WHEN 'DAILY' THEN (date_trunc('day', early) + '1 day 8 hours') AT TIME ZONE zone
        WHEN 'WEEKLY' THEN (date_trunc('week', early) + '7 days 8 hours') AT TIME ZONE zone
        WHEN 'QUARTERLY' THEN (date_trunc('quarter', early) + '3 months 8 hours') AT TIME ZONE zone
      END AS due) AS base,
      LATERAL (${AWAKE}) AS awake
    ORDER BY place`;
  const rows = await manager.query<{ wished: Date | null; due: Date | null }[]>(text, values);
  return rows.map(
    ({ wished, due }) => due && { at: due, isPutOff: due.getTime() !== wished?.getTime() },
  );
}

/** A row of each, in their order. */
function wishesOf(rhythms: readonly Rhythm[]): Sql {
  const quiet = rhythms.map(({ setting }) => (setting.timeZone === null ? null : setting));
  return sql`unnest(
    ${rhythms.map(({ frequency }) => frequency)}::text[],
    ${rhythms.map(({ setting }) => zoneOf(setting))}::text[],
    ${quiet.map((setting) => setting?.quietFrom ?? null)}::time[],
    ${quiet.map((setting) => setting?.quietUntil ?? null)}::time[],
    ${rhythms.map(({ about }) => about?.begins ?? null)}::timestamptz[],
    ${rhythms.map(({ about }) => about?.ends ?? null)}::timestamptz[]) WITH ORDINALITY`;
}
