import { dateOfDay, weekdayOf } from "../wall-clock/zone-clock.value.ts";
import { type RuleParts, zonedAt } from "./recurrence-rule.value.ts";

/*
 * The rules by which nearly everybody meets, with plain arithmetic of days: weekly on some weekdays,
 * monthly on a date or on the nth weekday, each with an interval. A property proves that the library
 * makes the same dates; it is asked for all other rules, and for whatever is wrong.
 */

const DAY = 24 * 60 * 60_000;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const KNOWN = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY"]);

export interface DatesAsked {
  /** With COUNT or UNTIL, which is meant as if the zone were UTC. */
  readonly parts: RuleParts;
  /** The start on its wall. */
  readonly local: string;
  readonly mostDates: number;
  /** The last year in which a date may be. */
  readonly lastYear: number;
}

/** Days by their numbers. */
interface Range {
  readonly first: number;
  /** The first that is too late. */
  readonly end: number;
}

/** The dates with their time; null where the library must say them, or what is wrong. */
export function plainDates({ parts, local, mostDates, lastYear }: DatesAsked): string[] | null {
  const wall = Date.parse(`${local}Z`);
  const first = Math.floor(wall / DAY);
  const days = daysOf(parts, { first, end: Date.UTC(lastYear + 1, 0) / DAY });
  const count = Number(parts.get("COUNT") ?? Infinity);
  const last = lastDayOf(parts, wall - first * DAY);
  const dates: string[] = [];
  for (const day of days ?? []) {
    // A start that the rule does not make is refused by what it makes first.
    if (dates.length === 0 && day !== first) return null;
    if (dates.length === count || day > last) return dates;
    if (dates.length === mostDates) return null;
    dates.push(`${dateOfDay(day)}${local.slice(10)}`);
  }
  return null;
}

/** The last day on which that time of the day, in milliseconds, is not after UNTIL. */
function lastDayOf(parts: RuleParts, time: number): number {
  const until = parts.get("UNTIL");
  if (until === undefined) return Infinity;
  return Math.floor((zonedAt(until, "UTC").epochMilliseconds - time) / DAY);
}

/** Null for other kinds of rules. */
function daysOf(parts: RuleParts, range: Range): Iterable<number> | null {
  const interval = parts.get("INTERVAL") ?? "1";
  if (!/^[1-9]\d{0,2}$/.test(interval)) return null;
  if ([...parts.keys()].some((name) => !KNOWN.has(name))) return null;
  const frequency = parts.get("FREQ");
  if (frequency === "WEEKLY") return weeklyDays(parts, Number(interval), range);
  return frequency === "MONTHLY" ? monthlyDays(parts, Number(interval), range) : null;
}

function weeklyDays(parts: RuleParts, interval: number, range: Range) {
  const own = weekdayOf(range.first);
  const named = parts.get("BYDAY")?.split(",") ?? [WEEKDAYS[own] ?? ""];
  const weekdays = named.map((name) => WEEKDAYS.indexOf(name)).sort((one, other) => one - other);
  if (parts.has("BYMONTHDAY") || weekdays.includes(-1)) return null;
  return weeks(new Set(weekdays), interval, range);
}

/** Weeks begin on Monday. */
function* weeks(weekdays: ReadonlySet<number>, interval: number, { first, end }: Range) {
  for (let week = first - weekdayOf(first); week < end; week += 7 * interval) {
    for (const weekday of weekdays) {
      const day = week + weekday;
      if (day >= first && day < end) yield day;
    }
  }
}

/** Of a month by its first day and the first of the next one. */
type DayOfMonth = (first: number, next: number) => number;

function monthlyDays(parts: RuleParts, interval: number, range: Range) {
  const dayOf = dayOfMonth(parts, range.first);
  return dayOf && months(dayOf, interval, range);
}

function dayOfMonth(parts: RuleParts, first: number): DayOfMonth | null {
  const [byDay, byDate] = [parts.get("BYDAY"), parts.get("BYMONTHDAY")];
  if (byDay === undefined) {
    const date = byDate ?? String(new Date(first * DAY).getUTCDate());
    return /^[1-9]\d?$/.test(date) ? (begin) => begin + Number(date) - 1 : null;
  }
  const [, nth, name = ""] = /^(-1|[1-4])([A-Z]{2})$/.exec(byDay) ?? [];
  const weekday = WEEKDAYS.indexOf(name);
  if (nth === undefined || weekday < 0 || byDate !== undefined) return null;
  const after = (day: number) => (weekday - weekdayOf(day) + 7) % 7;
  // The last is the one of the seven days before the next month.
  if (nth === "-1") return (_, next) => next - 7 + after(next);
  return (begin) => begin + after(begin) + 7 * (Number(nth) - 1);
}

/** Months that have no such day are left out. */
function* months(dayOf: DayOfMonth, interval: number, { first, end }: Range) {
  const start = new Date(first * DAY);
  const year = start.getUTCFullYear();
  for (let month = start.getUTCMonth(); ; month += interval) {
    const begin = Date.UTC(year, month) / DAY;
    if (begin >= end) return;
    const next = Date.UTC(year, month + 1) / DAY;
    const day = dayOf(begin, next);
    if (day >= first && day < next && day < end) yield day;
  }
}
