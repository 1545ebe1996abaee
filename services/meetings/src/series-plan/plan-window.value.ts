import { invalid } from "@convene/shared/errors";
import { dateOrder } from "@convene/shared/input";
import { Temporal } from "temporal-polyfill";
import type { Interval } from "../local-hour/local-hours.value.ts";
import { dayNumber } from "../wall-clock/zone-clock.value.ts";
import type { PlanWindow } from "./plan-problem.value.ts";
import { PlanRhythm } from "./series-plan.enum.ts";

const DAY = 24 * 60 * 60_000;
const MOST_MEETINGS = 400;
const MOST_YEARS = 10;

interface Rhythm {
  readonly step: { readonly weeks: number } | { readonly months: number };
  readonly usualDays: number;
  readonly mostDays: number;
}

/** No window is longer than the shortest step: meetings follow each other. */
const RHYTHMS: Readonly<Record<PlanRhythm, Rhythm>> = {
  [PlanRhythm.WEEKLY]: { step: { weeks: 1 }, usualDays: 7, mostDays: 7 },
  [PlanRhythm.MONTHLY]: { step: { months: 1 }, usualDays: 28, mostDays: 28 },
  [PlanRhythm.QUARTERLY]: { step: { months: 3 }, usualDays: 28, mostDays: 89 },
};

export interface PeriodChoice {
  readonly from: string;
  readonly until: string;
  readonly every: PlanRhythm;
  readonly daysToChooseFrom?: number | null;
}

/**
 * The days from which each meeting's day is chosen.
 *
 * @throws BAD_USER_INPUT for an end before the start, and for too many meetings, years or days
 */
export function windowsOf({ from, until, every, daysToChooseFrom }: PeriodChoice): PlanWindow[] {
  const { step, usualDays, mostDays } = RHYTHMS[every];
  dateOrder("until", from, until);
  const first = Temporal.PlainDate.from(from);
  if (Temporal.PlainDate.compare(first.add({ years: MOST_YEARS }), until) < 0) {
    throw invalid("until", `A plan covers at most ${MOST_YEARS} years`);
  }
  const days = checkedDays(daysToChooseFrom ?? usualDays, mostDays);
  const end = dayNumber(until);
  const windows: PlanWindow[] = [];
  for (let count = 0; ; count += 1) {
    const firstDay = dayNumber(first.add(times(step, count)).toString());
    if (firstDay > end) return windows;
    if (count === MOST_MEETINGS) {
      throw invalid("until", `The period has more than ${MOST_MEETINGS} meetings`);
    }
    windows.push({ firstDay, days: Math.min(days, end - firstDay + 1) });
  }
}

const times = (step: Rhythm["step"], count: number): Temporal.DurationLike =>
  "weeks" in step ? { weeks: step.weeks * count } : { months: step.months * count };

function checkedDays(days: number, most: number): number {
  if (Number.isInteger(days) && days >= 1 && days <= most) return days;
  throw invalid("daysToChooseFrom", `Of this rhythm 1 to ${most} days, not ${days}`);
}

/** All days of the plan, as if its clock stood in UTC. */
export function periodOf(windows: readonly PlanWindow[]): Interval {
  const [first, last] = [windows[0], windows.at(-1)];
  const until = (last?.firstDay ?? 0) + (last?.days ?? 0);
  return { from: (first?.firstDay ?? 0) * DAY, until: until * DAY };
}

/** @throws BAD_USER_INPUT */
export function checkedDuration(minutes: number): number {
  if (Number.isInteger(minutes) && minutes >= 15 && minutes <= 720) return minutes;
  throw invalid("durationMinutes", `A meeting lasts 15 to 720 minutes, not ${minutes}`);
}
