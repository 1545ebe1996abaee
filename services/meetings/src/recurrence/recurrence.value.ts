import { invalid } from "@convene/shared/errors";
import { RRuleTemporal } from "rrule-temporal";
import type { Temporal } from "temporal-polyfill";
import { instantOf, localIn, type WallClock, zonedOf } from "../wall-clock/wall-clock.value.ts";
import { ZoneClock } from "../wall-clock/zone-clock.value.ts";
import { plainDates } from "./plain-dates.value.ts";
import {
  compact,
  endOfDay,
  expectUnambiguous,
  parseRule,
  type RuleParts,
  ruleText,
  untilInUtc,
  wrong,
  zonedAt,
} from "./recurrence-rule.value.ts";

/** More meetings than this no series has. */
export const MOST_OCCURRENCES = 400;
/** One too many, and those that the clock may skip within the years of a series. */
const MOST_DATES = 2 * MOST_OCCURRENCES;
/** No series goes on for longer. */
const MOST_YEARS = 50;
const DAY = 24 * 60 * 60_000;
/** Steps of the rule's frequency in a year; no more are tried than until the last year. */
const STEPS_A_YEAR = new Map([
  ["DAILY", 366],
  ["WEEKLY", 53],
  ["MONTHLY", 12],
]);

export interface RecurrenceRequest {
  /** An RRULE, with or without its end. */
  readonly rule: string;
  /** The first occurrence. */
  readonly start: WallClock;
  /** How many, or up to and with which date (`2027-12-31`); one of the two, or the rule says it. */
  readonly count: number | null;
  readonly until: string | null;
}

export interface Recurrence {
  /** Normalised, as RFC 5545 writes it, without `RRULE:`. */
  readonly rule: string;
  readonly occurrences: readonly Occurrence[];
}

export interface Occurrence {
  readonly local: string;
  readonly startsAt: Date;
}

/**
 * Every occurrence of a rule. The wall clock in the zone never moves. A date on which the clock
 * skips that time is left out and not counted (RFC 5545, 3.3.10); where the clock shows it twice,
 * the earlier is meant.
 *
 * Plain arithmetic or the library makes the dates, as if in UTC, and Temporal puts each into the
 * zone: the copy of Temporal within rrule-temporal 2.2.8 takes wrong offsets in Africa/Casablanca.
 *
 * @throws BAD_USER_INPUT for a rule that is wrong, never ends, makes no occurrence or too many, or
 *   whose first occurrence is not the start.
 */
export function expand(request: RecurrenceRequest): Recurrence {
  const { start } = request;
  instantOf("localStart", start);
  const parts = withEnd(parseRule(request.rule), request);
  const rule = normalised(parts, start);
  const occurrences = all(parts, start);
  checkOccurrences(occurrences, request);
  return { rule, occurrences };
}

function withEnd(parts: RuleParts, { count, until, start }: RecurrenceRequest): RuleParts {
  const ends = [parts.get("COUNT"), parts.get("UNTIL"), count, until];
  const given = ends.filter((end) => end !== null && end !== undefined);
  if (given.length > 1) {
    throw invalid(until === null ? "count" : "until", "Give one end: either count or until");
  }
  if (given.length === 0) {
    throw invalid("count", "The series never ends: give count or until");
  }
  expectUnambiguous(parts);
  const whole = new Map(parts);
  if (count !== null) whole.set("COUNT", String(count));
  if (until !== null) {
    if (yearOf(until) > horizonOf(start)) throw invalid("until", tooLong);
    whole.set("UNTIL", endOfDay("until", until, start.timeZone));
  }
  const asGiven = parts.get("UNTIL");
  if (asGiven !== undefined) whole.set("UNTIL", untilInUtc(asGiven, start.timeZone));
  checkCount(whole.get("COUNT"), count === null ? "rule" : "count");
  return whole;
}

function checkCount(count: string | undefined, field: string): void {
  if (count === undefined) return;
  if (!/^\d+$/.test(count) || Number(count) < 1 || Number(count) > MOST_OCCURRENCES) {
    throw invalid(field, `A series has 1 to ${MOST_OCCURRENCES} meetings, not ${count}`);
  }
}

function normalised(parts: RuleParts, start: WallClock): string {
  const rule = textOf(read(parts, start));
  // The library drops a value that cannot be, such as BYMONTHDAY=55: that would be another rule.
  const kept = parseRule(rule);
  for (const [name, value] of parts) {
    const asKept = kept.get(name) ?? (name === "INTERVAL" ? "1" : "");
    if (valuesOf(value) !== valuesOf(asKept)) throw wrong(`${name}=${value} is not possible`);
  }
  return rule;
}

/** As if the zone were UTC. */
function read(parts: RuleParts, { local }: WallClock): RRuleTemporal {
  try {
    return new RRuleTemporal({
      rruleString: ruleText(parts),
      dtstart: zonedOf({ local, timeZone: "UTC" }),
      maxIterations: (MOST_YEARS + 1) * (STEPS_A_YEAR.get(parts.get("FREQ") ?? "") ?? 1),
      strict: true,
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : "it cannot be read");
  }
}

function all(parts: RuleParts, start: WallClock): Occurrence[] {
  const until = parts.get("UNTIL");
  if (until !== undefined) return allUntil(parts, start, zonedAt(until, start.timeZone));
  const count = Number(parts.get("COUNT"));
  // For each date that is left out another one follows.
  for (let asked = count; ;) {
    const made = inZone(datesOf(new Map(parts).set("COUNT", String(asked)), start), start);
    if (made.length >= count) return made;
    asked += count - made.length;
  }
}

function allUntil(parts: RuleParts, start: WallClock, until: Temporal.ZonedDateTime) {
  if (until.year > horizonOf(start)) throw tooFar();
  // The end on the wall clock, an hour later for the hour that it may show twice.
  const end = zonedOf({ local: localIn(until), timeZone: "UTC" }).add({ hours: 1 });
  const dates = datesOf(new Map(parts).set("UNTIL", compact(end)), start);
  return inZone(dates, start).filter(
    ({ startsAt }) => startsAt.getTime() <= until.epochMilliseconds,
  );
}

/** All that a series' rule makes, which was checked when it was chosen. */
export function datesOfSeries(series: {
  readonly rule: string;
  readonly localStart: string;
  readonly timeZone: string;
}): readonly Occurrence[] {
  const { rule, localStart: local, timeZone } = series;
  return all(parseRule(rule), { local, timeZone });
}

/** The dates with their time, as on a wall clock; of too many the first few. */
export function datesOf(parts: RuleParts, start: WallClock): string[] {
  const [{ local }, lastYear] = [start, horizonOf(start)];
  return (
    plainDates({ parts, local, mostDates: MOST_DATES, lastYear }) ?? libraryDates(parts, start)
  );
}

/** The same by the library, for rules of any kind. */
export function libraryDates(parts: RuleParts, start: WallClock): string[] {
  const rule = read(withDay(parts, start), start);
  let latest = 0;
  try {
    const dates = rule.all((date, made) => {
      latest = date.year;
      return made < MOST_DATES && latest <= horizonOf(start);
    });
    if (latest <= horizonOf(start)) {
      return dates.map((date) => new Date(date.epochMilliseconds).toISOString().slice(0, 19));
    }
  } catch {
    throw wrong("its dates are too far apart, or never come");
  }
  throw tooFar();
}

/** A month's day that the start implies, said: the library is ten times as fast with it. */
function withDay(parts: RuleParts, { local }: WallClock): RuleParts {
  const implied =
    parts.get("FREQ") === "MONTHLY" && !parts.has("BYDAY") && !parts.has("BYMONTHDAY");
  return implied ? new Map(parts).set("BYMONTHDAY", String(Number(local.slice(8, 10)))) : parts;
}

/** Each in the zone, but for those that the clock skips. */
function inZone(dates: readonly string[], { timeZone }: WallClock): Occurrence[] {
  const walls = dates.map((local) => Date.parse(`${local}Z`));
  const [first = 0, last = 0] = [walls[0], walls.at(-1)];
  const clock = ZoneClock.over(timeZone, { from: first - 2 * DAY, until: last + 2 * DAY });
  return dates.flatMap((local, index) => {
    const instant = clock.instantOf(walls[index] ?? 0);
    return instant === null ? [] : [{ local, startsAt: new Date(instant) }];
  });
}

const yearOf = (local: string): number => Number(/^\+?\d+/.exec(local)?.[0] ?? 0);

const horizonOf = ({ local }: WallClock): number => yearOf(local) + MOST_YEARS;

const tooLong = `It goes on for more than ${MOST_YEARS} years`;

const tooFar = () => wrong(`it goes on for more than ${MOST_YEARS} years`);

/** By the field that says the end, where it is not the rule itself. */
function checkOccurrences(occurrences: readonly Occurrence[], request: RecurrenceRequest): void {
  const { start, until } = request;
  const field = until === null ? "rule" : "until";
  const [first] = occurrences;
  if (!first) throw invalid(field, `No meeting begins by the end, from ${start.local} on`);
  if (occurrences.length > MOST_OCCURRENCES) {
    throw invalid(field, `Until its end it makes more than ${MOST_OCCURRENCES} meetings`);
  }
  if (first.local !== start.local) {
    throw invalid(
      "localStart",
      `The rule makes no meeting at ${start.local}: its first one would be at ${first.local}`,
    );
  }
}

/** The line behind `DTSTART…`, without the property's name. */
const textOf = (rule: RRuleTemporal): string => /^RRULE:(.*)$/m.exec(rule.toString())?.[1] ?? "";

const valuesOf = (list: string): string => [...new Set(list.split(","))].sort().join(",");
