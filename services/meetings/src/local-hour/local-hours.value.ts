import {
  CELL_MINUTES,
  CELLS_A_DAY,
  CLOCK_WEIGHTS,
  isAvailable,
  Unavailable,
} from "./burden-weight.value.ts";
import { dayOf, minutesOf, weekdayOf, type ZoneClock } from "../wall-clock/zone-clock.value.ts";

export const CELL = CELL_MINUTES * 60_000;

/** From one instant to before another, in milliseconds. */
export interface Interval {
  readonly from: number;
  readonly until: number;
}

/** When somebody can sit in a meeting, on the clock of their own wall. */
export interface LocalHours {
  readonly clock: ZoneClock;
  /** A week of quarters of an hour from Monday, 0:00: the burden, or why they are not available. */
  readonly week: Uint8Array;
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
  const { clock, week, holidays } = hours;
  for (let cell = 0, day = NaN, isHoliday = false, offset = 0; cell < stretch.cells; cell += 1) {
    const wall = clock.wallAt(stretch.from + cell * CELL);
    if (dayOf(wall) !== day) {
      day = dayOf(wall);
      isHoliday = holidays.has(day);
      offset = weekdayOf(day) * CELLS_A_DAY;
    }
    const value = week[offset + Math.floor(minutesOf(wall) / CELL_MINUTES)] ?? 0;
    values[cell] = isHoliday ? Unavailable.HOLIDAY : value;
  }
  mark(values, stretch, { taken: hours.busy, as: Unavailable.BUSY });
  mark(values, stretch, { taken: hours.meetings, as: Unavailable.OTHER_MEETING });
  return values;
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
  const start = Math.floor(from / CELL) * CELL;
  const stretch = { from: start, cells: Math.ceil((until - start) / CELL) };
  const alone = { ...hours, busy: [], meetings: [] };
  return valuesOver(alone, stretch).reduce((worst, value, cell) => {
    const minutes = minutesOf(hours.clock.wallAt(start + cell * CELL));
    const weight = CLOCK_WEIGHTS[Math.floor(minutes / CELL_MINUTES)] ?? 0;
    return Math.max(worst, isAvailable(value) ? value : weight);
  }, 0);
}
