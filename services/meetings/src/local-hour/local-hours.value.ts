import {
  CELL_MINUTES,
  CELLS_A_DAY,
  CLOCK_WEIGHTS,
  isAvailable,
  Unavailable,
} from "./burden-weight.value.ts";
import { dayOf, minutesOf, weekdayOf, type ZoneClock } from "../wall-clock/zone-clock.value.ts";

export const CELL = CELL_MINUTES * 60_000;

/** What a quarter of an hour of the week is to somebody. */
export enum Hour {
  NONE = 0,
  POSSIBLE = 1,
  COMFORTABLE = 2,
}

/** From one instant to before another, in milliseconds. */
export interface Interval {
  readonly from: number;
  readonly until: number;
}

/** When somebody can sit in a meeting, on the clock of their own wall. */
export interface LocalHours {
  readonly clock: ZoneClock;
  /** A week of quarters of an hour from Monday, 0:00: an `Hour` each. */
  readonly week: Uint8Array;
  /** Weekdays, 0 is Monday. */
  readonly weekend: ReadonlySet<number>;
  /** Days by their number. */
  readonly holidays: ReadonlySet<number>;
  /** What their calendar says. */
  readonly busy: readonly Interval[];
  /** Where they sit already. */
  readonly meetings: readonly Interval[];
}

/** Some quarters of an hour, one after the other. */
export interface Stretch {
  /** In milliseconds, at a quarter of an hour. */
  readonly from: number;
  readonly cells: number;
}

/** For each quarter of an hour of a stretch: the burden, or why somebody is not available. */
export function valuesOver(hours: LocalHours, stretch: Stretch): Uint8Array {
  const values = new Uint8Array(stretch.cells);
  for (let cell = 0; cell < stretch.cells; cell += 1) {
    values[cell] = valueAt(hours, hours.clock.wallAt(stretch.from + cell * CELL));
  }
  mark(values, stretch, { taken: hours.busy, as: Unavailable.BUSY });
  mark(values, stretch, { taken: hours.meetings, as: Unavailable.OTHER_MEETING });
  return values;
}

/** Of a wall clock, as if it stood in UTC. */
function valueAt({ week, weekend, holidays }: LocalHours, wall: number): number {
  const day = dayOf(wall);
  if (holidays.has(day)) return Unavailable.HOLIDAY;
  const weekday = weekdayOf(day);
  const cell = Math.floor(minutesOf(wall) / CELL_MINUTES);
  const hour = week[weekday * CELLS_A_DAY + cell] ?? 0;
  if (hour === (Hour.COMFORTABLE as number)) return 0;
  if (hour === (Hour.POSSIBLE as number)) return CLOCK_WEIGHTS[cell] ?? 0;
  return weekend.has(weekday) ? Unavailable.WEEKEND : Unavailable.OUTSIDE_HOURS;
}

interface Mark {
  readonly taken: readonly Interval[];
  readonly as: Unavailable;
}

function mark(values: Uint8Array, { from: start }: Stretch, { taken, as }: Mark): void {
  for (const { from, until } of taken) {
    const first = Math.max(0, Math.floor((from - start) / CELL));
    const end = Math.min(values.length, Math.ceil((until - start) / CELL));
    if (first < end) values.fill(as, first, end);
  }
}

/** Of a meeting within the stretch: its worst quarter of an hour decides. */
export function worstOf(values: Uint8Array, first: number, cells: number): number {
  let worst = 0;
  for (let cell = first; cell < first + cells; cell += 1) {
    worst = Math.max(worst, values[cell] ?? 0);
  }
  return worst;
}

/** What somebody bore who sat there all the same, whatever their hours say. */
export function borneBy(hours: LocalHours, { from, until }: Interval): number {
  let worst = 0;
  const start = Math.floor(from / CELL) * CELL;
  for (let at = start; at < until; at += CELL) {
    const wall = hours.clock.wallAt(at);
    const value = valueAt(hours, wall);
    const weight = CLOCK_WEIGHTS[Math.floor(minutesOf(wall) / CELL_MINUTES)] ?? 0;
    worst = Math.max(worst, isAvailable(value) ? value : weight);
  }
  return worst;
}
