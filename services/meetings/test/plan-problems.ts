import { assumedHours, clockOver, localHours } from "../src/local-hour/entered-hours.value.ts";
import type { WeeklyHours } from "../src/local-hour/weekly-hours.value.ts";
import { dayNumber } from "../src/wall-clock/zone-clock.value.ts";
import type { PlanConstraint } from "../src/series-plan/plan-constraint.value.ts";
import type { PlanProblem } from "../src/series-plan/plan-problem.value.ts";

const DAY = 24 * 60 * 60_000;

interface Somebody {
  readonly timeZone: string;
  readonly comfortable?: readonly WeeklyHours[];
  readonly possible?: readonly WeeklyHours[];
  readonly borne?: number;
}

interface Posed {
  readonly people: readonly Somebody[];
  /** The first days of the windows. */
  readonly dates: readonly string[];
  readonly days?: number;
  readonly durationMinutes?: number;
  readonly constraints?: readonly PlanConstraint[];
}

/** A problem in UTC: each sits for an organisation `0`, `1` and so on. */
export function buildProblem(posed: Posed): PlanProblem {
  const { people, dates, days = 1, durationMinutes = 60, constraints = [] } = posed;
  const windows = dates.map((date) => ({ firstDay: dayNumber(date), days }));
  const starts = windows.map(({ firstDay }) => firstDay * DAY);
  const period = { from: Math.min(...starts), until: Math.max(...starts) + days * DAY };
  const participants = people.map(({ timeZone, borne = 0, ...hours }, index) => ({
    key: `${index}`,
    borne,
    hours: localHours({ ...assumedHours(timeZone, [5, 6]), ...hours }, period, []),
  }));
  return {
    participants,
    seats: people.map((_, index) => ({ organisation: `${index}`, fillers: [index] })),
    interpreters: [],
    constraints,
    windows,
    durationMinutes,
    clock: clockOver("UTC", period),
  };
}
