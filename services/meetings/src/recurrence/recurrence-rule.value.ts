import { invalid } from "@convene/shared/errors";
import { Temporal } from "temporal-polyfill";
import { localOf, zonedOf } from "../wall-clock/wall-clock.value.ts";

/** The parts of an RRULE (RFC 5545, 3.3.10) by name, in upper case. */
export type RuleParts = ReadonlyMap<string, string>;

const PARTS = [
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "BYMONTH",
  "BYWEEKNO",
  "BYYEARDAY",
  "BYMONTHDAY",
  "BYDAY",
  "BYSETPOS",
  "WKST",
];
const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
/** A longer rule, or list of days within it, is no rhythm in which anybody meets. */
export const LONGEST_RULE = 500;
const MOST_VALUES = 31;
const TIME_OF_DAY = /^BY(HOUR|MINUTE|SECOND)$/;

/**
 * Reads the text of a rule. A series meets at one time of the day, which its start gives: rules
 * that repeat within a day, or name hours, are refused.
 *
 * @throws BAD_USER_INPUT with the field `rule`.
 */
export function parseRule(text: string): RuleParts {
  if (text.length > LONGEST_RULE) throw wrong(`it is longer than ${LONGEST_RULE} characters`);
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .replace(/^RRULE:/i, "")
    .replace(/;$/, "")
    .split(";")) {
    const [, name, value] = /^([A-Z]+)=([-+,0-9A-Z]+)$/.exec(part.trim().toUpperCase()) ?? [];
    if (name === undefined || value === undefined) throw wrong(`"${part}" is no part of an RRULE`);
    if (TIME_OF_DAY.test(name)) throw wrong(`${name}: the start gives the time of the day`);
    if (!PARTS.includes(name)) throw wrong(`${name} is no part of an RRULE (RFC 5545)`);
    if (parts.has(name)) throw wrong(`${name} stands there twice`);
    if (value.split(",").length > MOST_VALUES) throw wrong(`${name} has too many values`);
    parts.set(name, value);
  }
  const frequency = parts.get("FREQ");
  if (frequency === undefined) throw wrong("FREQ is missing");
  if (!FREQUENCIES.includes(frequency)) {
    throw wrong(`FREQ=${frequency}: a series repeats ${FREQUENCIES.join(", ")}`);
  }
  return parts;
}

/** Weeks that may lie in two years, counted from the first or from the last. */
const AT_NEW_YEAR = ["1", "52", "53", "-1", "-52", "-53"];

/**
 * Where programs that read calendars make different dates of a rule, each by its own reading of RFC
 * 5545: whether the first week of a series counts whole, and to which year a week at New Year belongs.
 *
 * @throws BAD_USER_INPUT with the field `rule`.
 */
export function expectUnambiguous(parts: RuleParts): void {
  if (parts.get("FREQ") === "WEEKLY" && parts.has("BYSETPOS")) {
    throw wrong("calendars read BYSETPOS of a week in different ways: name the days by BYDAY");
  }
  const week = parts
    .get("BYWEEKNO")
    ?.split(",")
    .find((number) => AT_NEW_YEAR.includes(number.replace(/^\+/, "")));
  if (week === undefined) return;
  throw wrong(`calendars read BYWEEKNO=${week}, a week at New Year, in different ways`);
}

export const ruleText = (parts: RuleParts): string =>
  [...parts].map(([name, value]) => `${name}=${value}`).join(";");

/**
 * UNTIL as RFC 5545 wants it beside a start with a zone: an instant in UTC. A date means the end of
 * that day in the zone, a time without Z the wall clock there.
 *
 * @throws BAD_USER_INPUT with the field `rule`.
 */
export function untilInUtc(value: string, timeZone: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(value);
  if (!match) throw wrong(`UNTIL=${value} is neither a date nor a date with a time`);
  const [, year = "", month = "", day = "", hour = "23", minute = "59", second = "59", utc] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  try {
    return compact(zonedOf({ local, timeZone: utc === undefined ? timeZone : "UTC" }));
  } catch {
    throw wrong(`UNTIL=${value} does not exist`);
  }
}

/** The last moment of a date in the zone, for UNTIL. */
export function endOfDay(field: string, date: string, timeZone: string): string {
  const local = localOf(field, `${date}T23:59:59`);
  return compact(zonedOf({ local, timeZone }));
}

/** As iCalendar writes an instant: `20271231T235959Z`. */
export const compact = (zoned: Temporal.ZonedDateTime): string =>
  zoned.toInstant().toString({ smallestUnit: "second" }).replace(/[-:]/g, "");

/** What `compact` has written. */
export const zonedAt = (until: string, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(until).toZonedDateTimeISO(timeZone);

export const wrong = (problem: string) => invalid("rule", `rule is not valid: ${problem}`);
