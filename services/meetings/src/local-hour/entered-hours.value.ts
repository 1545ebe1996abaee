import { publicHolidays } from "../public-holiday/public-holiday.value.ts";
import type { Interval, LocalHours } from "./local-hours.value.ts";
import { ASSUMED_HOURS, type WeeklyHours, weekOf } from "./weekly-hours.value.ts";
import { ZoneClock } from "../wall-clock/zone-clock.value.ts";

const DAY = 24 * 60 * 60_000;

/** What somebody has entered, or what is assumed of them. */
export interface EnteredHours {
  readonly timeZone: string;
  /** Weekdays, 0 is Monday. */
  readonly weekend: readonly number[];
  readonly holidaysOf: string | null;
  readonly comfortable: readonly WeeklyHours[];
  readonly possible: readonly WeeklyHours[];
  /** In seconds of the epoch. */
  readonly busy: readonly (readonly [from: number, until: number])[];
}

/** Of somebody who has entered nothing. */
export const assumedHours = (timeZone: string, weekend: Iterable<number>): EnteredHours => ({
  timeZone,
  weekend: [...weekend],
  holidaysOf: null,
  ...ASSUMED_HOURS,
  busy: [],
});

/** Their hours over a period, and a few days around it. */
export function localHours(
  entered: EnteredHours,
  period: Interval,
  meetings: readonly Interval[],
): LocalHours {
  const weekend = new Set(entered.weekend);
  const { holidaysOf } = entered;
  return {
    clock: clockOver(entered.timeZone, period),
    week: weekOf({ ...entered, weekend }),
    holidays: holidaysOf === null ? new Set() : publicHolidays(holidaysOf, yearsOf(period)),
    busy: entered.busy.map(([from, until]) => ({ from: from * 1_000, until: until * 1_000 })),
    meetings,
  };
}

export const clockOver = (timeZone: string, { from, until }: Interval): ZoneClock =>
  ZoneClock.over(timeZone, { from: from - 3 * DAY, until: until + 3 * DAY });

/** All that the period touches, whatever the zone. */
export function yearsOf({ from, until }: Interval): number[] {
  const first = new Date(from - 3 * DAY).getUTCFullYear();
  const last = new Date(until + 3 * DAY).getUTCFullYear();
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
