import { invalid } from "@convene/shared/errors";
import { CELL_MINUTES, CELLS_A_DAY, CLOCK_WEIGHTS, Unavailable } from "./burden-weight.value.ts";

/** Hours of one or more days, on the wall clock. */
export interface WeeklyHours {
  /** Weekdays, 0 is Monday; null: every day that is not of the weekend. */
  readonly days: readonly number[] | null;
  /** `09:00`, at a quarter of an hour. */
  readonly from: string;
  /** Up to `24:00`; behind `from`. */
  readonly until: string;
}

export interface WeekChoice {
  readonly comfortable: readonly WeeklyHours[];
  readonly possible: readonly WeeklyHours[];
  readonly weekend: ReadonlySet<number>;
}

/** What is assumed of those who have entered nothing. */
export const ASSUMED_HOURS = {
  comfortable: [{ days: null, from: "09:00", until: "17:00" }],
  possible: [{ days: null, from: "07:00", until: "22:00" }],
} as const;

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/**
 * A week of quarters of an hour from Monday, 0:00: the burden of each, or why it is none. What is
 * comfortable is possible too.
 */
export function weekOf({ comfortable, possible, weekend }: WeekChoice): Uint8Array {
  const week = Uint8Array.from({ length: 7 * CELLS_A_DAY }, (_, cell) =>
    weekend.has(Math.floor(cell / CELLS_A_DAY)) ? Unavailable.WEEKEND : Unavailable.OUTSIDE_HOURS,
  );
  const working = EVERY_DAY.filter((day) => !weekend.has(day));
  const enter = (all: readonly WeeklyHours[], burdenOf: (cell: number) => number) => {
    for (const { days, from, until } of all) {
      for (const day of days ?? working) {
        for (let cell = cellOf(from); cell < cellOf(until); cell += 1) {
          week[day * CELLS_A_DAY + cell] = burdenOf(cell);
        }
      }
    }
  };
  enter(possible, (cell) => CLOCK_WEIGHTS[cell] ?? 0);
  enter(comfortable, () => 0);
  return week;
}

/** @throws BAD_USER_INPUT for what is no time of day, and an end that is not behind the start. */
export function checkHours(field: string, { from, until }: WeeklyHours): void {
  checkTime(`${field}.from`, from);
  checkTime(`${field}.until`, until);
  if (until <= from) throw invalid(`${field}.until`, `${until} is not after ${from}`);
}

/** @throws BAD_USER_INPUT */
export function checkTime(field: string, text: string): void {
  if (/^(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/.test(text)) return;
  throw invalid(field, `${text} is no quarter of an hour of a day, such as 09:00 or 17:30`);
}

/** Since midnight. */
export const minutesOfTime = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 60 + minutes;
};

const cellOf = (text: string): number => minutesOfTime(text) / CELL_MINUTES;
