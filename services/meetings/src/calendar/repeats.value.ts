import { compact, parseRule, ruleText } from "../recurrence/recurrence-rule.value.ts";
import { datesOf } from "../recurrence/recurrence.value.ts";
import { zonedOf } from "../wall-clock/wall-clock.value.ts";
import { compactWall } from "./vtimezone.value.ts";

interface Repeating {
  readonly rule: string;
  readonly localStart: string;
  readonly timeZone: string;
}

/** Where the rule has put the meetings, on the wall clock, in order. */
interface Starts {
  readonly all: readonly string[];
  readonly visible: readonly string[];
}

/**
 * RRULE and EXDATE of a series, a line each. The rule ends with its last meeting and not by a
 * count: programmes differ in whether they count a time that the clock skips. Excluded are such
 * times, and meetings that the reader may not see.
 */
export function repeatsOf(series: Repeating, { all, visible }: Starts): string {
  const { localStart, timeZone } = series;
  const last = all.at(-1) ?? localStart;
  const parts = new Map(parseRule(series.rule));
  parts.delete("COUNT");
  const endingIn = (zone: string) =>
    new Map(parts).set("UNTIL", compact(zonedOf({ local: last, timeZone: zone })));
  const seen = new Set(visible);
  const excluded = datesOf(endingIn("UTC"), { local: localStart, timeZone }).filter(
    (date) => !seen.has(date),
  );
  const rule = `RRULE:${ruleText(endingIn(timeZone))}`;
  return excluded.length === 0 ? rule : `${rule}\n${exdate(excluded, timeZone)}`;
}

function exdate(dates: readonly string[], timeZone: string): string {
  const walls = dates.map((date) => compactWall(Date.parse(`${date}Z`)));
  return timeZone === "UTC"
    ? `EXDATE:${walls.map((wall) => `${wall}Z`).join(",")}`
    : `EXDATE;TZID=${timeZone}:${walls.join(",")}`;
}
