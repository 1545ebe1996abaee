import { invalid } from "@convene/shared/errors";
import { RRuleTemporal } from "rrule-temporal";
import { instantOf, localIn, type WallClock, zonedOf } from "../wall-clock/wall-clock.ts";
import {
  endOfDay,
  parseRule,
  type RuleParts,
  ruleText,
  untilInUtc,
  wrong,
} from "./recurrence-rule.ts";

/** More meetings than this no series has. */
export const MOST_OCCURRENCES = 400;
/** Steps of the rule's frequency that are tried: enough for 400 first days of a month, daily. */
const MOST_STEPS = 20_000;
const LAST_YEAR = 2199;

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
 * @throws BAD_USER_INPUT for a rule that is wrong, never ends, makes no occurrence or too many, or
 *   whose first occurrence is not the start.
 */
export function expand(request: RecurrenceRequest): Recurrence {
  const { start } = request;
  instantOf("localStart", start);
  const parts = withEnd(parseRule(request.rule), request);
  const rule = parsed(parts, start);
  const occurrences = all(rule).map((zoned) => {
    if (zoned.year > LAST_YEAR) throw wrong(`it goes beyond the year ${LAST_YEAR}`);
    return { local: localIn(zoned), startsAt: new Date(zoned.epochMilliseconds) };
  });
  checkOccurrences(occurrences, start);
  return { rule: textOf(rule), occurrences };
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
  const whole = new Map(parts);
  if (count !== null) whole.set("COUNT", String(count));
  if (until !== null) whole.set("UNTIL", endOfDay("until", until, start.timeZone));
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

function parsed(parts: RuleParts, start: WallClock): RRuleTemporal {
  const rule = read(parts, start);
  // The library drops a value that cannot be, such as BYMONTHDAY=55: that would be another rule.
  const kept = parseRule(textOf(rule));
  for (const [name, value] of parts) {
    const asKept = kept.get(name) ?? (name === "INTERVAL" ? "1" : "");
    if (valuesOf(value) !== valuesOf(asKept)) throw wrong(`${name}=${value} is not possible`);
  }
  return rule;
}

function read(parts: RuleParts, start: WallClock): RRuleTemporal {
  try {
    return new RRuleTemporal({
      rruleString: ruleText(parts),
      dtstart: zonedOf(start),
      maxIterations: MOST_STEPS,
      strict: true,
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : "it cannot be read");
  }
}

function all(rule: RRuleTemporal) {
  try {
    return rule.all((_, index) => index <= MOST_OCCURRENCES);
  } catch {
    throw wrong("its dates are too far apart, or never come");
  }
}

function checkOccurrences(occurrences: readonly Occurrence[], start: WallClock): void {
  const [first] = occurrences;
  if (!first) throw wrong("it makes no meeting at all before its end");
  if (occurrences.length > MOST_OCCURRENCES) {
    throw wrong(`it makes more than ${MOST_OCCURRENCES} meetings`);
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
