import { compact, parseRule, ruleText } from "../recurrence/recurrence-rule.value.ts";
import { datesOf, datesOfSeries } from "../recurrence/recurrence.value.ts";
import { zonedOf } from "../wall-clock/wall-clock.value.ts";
import { compactWall } from "./vtimezone.value.ts";

interface Repeating {
  readonly rule: string;
  readonly localStart: string;
  readonly timeZone: string;
}

/**
 * RRULE, EXDATE and RDATE of a series, a line each; `visible` is where its visible meetings stand,
 * on the wall clock. The rule ends with its last date and not by a count: programmes differ in
 * whether they count a time that the clock skips. Excluded are such times, and dates on which the
 * reader sees no meeting; added are meetings that the rule does not make.
 */
export function repeatsOf(series: Repeating, visible: readonly string[]): string {
  const { rule, dates } = made(series);
  const [inRule, seen] = [new Set(dates), new Set(visible)];
  const excluded = dates.filter((date) => !seen.has(date));
  const added = visible.filter((date) => !inRule.has(date));
  return [
    `RRULE:${rule}`,
    ...listed("EXDATE", excluded, series.timeZone),
    ...listed("RDATE", added, series.timeZone),
  ].join("\n");
}

interface Made {
  /** With its last date as its end. */
  readonly rule: string;
  /** Those that the clock skips too. */
  readonly dates: readonly string[];
}

/** So many rules are remembered: calendars ask for the same again and again, and dates take long. */
const MOST_KNOWN = 5_000;
const known = new Map<string, Made>();

/** What a rule makes, whoever asks. */
function made(series: Repeating): Made {
  const { rule, localStart, timeZone } = series;
  const key = `${timeZone} ${localStart} ${rule}`;
  const found = known.get(key) ?? make(series);
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(key, found);
  return found;
}

function make(series: Repeating): Made {
  const { localStart, timeZone } = series;
  const last = datesOfSeries(series).at(-1)?.local ?? localStart;
  const parts = new Map(parseRule(series.rule));
  parts.delete("COUNT");
  const endingIn = (zone: string) =>
    new Map(parts).set("UNTIL", compact(zonedOf({ local: last, timeZone: zone })));
  const dates = datesOf(endingIn("UTC"), { local: localStart, timeZone });
  return { rule: ruleText(endingIn(timeZone)), dates };
}

function listed(name: string, dates: readonly string[], timeZone: string): string[] {
  if (dates.length === 0) return [];
  const walls = dates.map((date) => compactWall(Date.parse(`${date}Z`)));
  return timeZone === "UTC"
    ? [`${name}:${walls.map((wall) => `${wall}Z`).join(",")}`]
    : [`${name};TZID=${timeZone}:${walls.join(",")}`];
}
