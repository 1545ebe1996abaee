/*
 * What it costs somebody to sit in a meeting, by the clock on their own wall. The numbers are told
 * in docs/planning.md.
 */

/** A quarter of an hour: hours are entered, and meetings are weighed, in these. */
export const CELL_MINUTES = 15;
export const CELLS_A_DAY = (24 * 60) / CELL_MINUTES;

/** Of a seat that nobody can fill then: to be shut out weighs more than two bad hours. */
export const ABSENT = 30;

/**
 * From which hour of the clock on, and what a quarter of an hour weighs that is possible and not
 * comfortable. How often somebody sits out of hours counts first, and how late it is second: the
 * dearest hour costs less than 4/3 of the cheapest. So over eight meetings whoever bears least in
 * the worst case is out of hours at most once more often than must be.
 */
const WEIGHTS: readonly (readonly [hour: number, weight: number])[] = [
  [0, 13],
  [5, 12],
  [6, 11],
  [7, 10],
  [20, 11],
  [22, 12],
];

/** By the quarter of an hour of the day. */
export const CLOCK_WEIGHTS: Uint8Array = Uint8Array.from(
  { length: CELLS_A_DAY },
  (_, cell) => WEIGHTS.findLast(([hour]) => hour * 60 <= cell * CELL_MINUTES)?.[1] ?? 0,
);

/** Why somebody cannot sit at a quarter of an hour; of several the highest is told. */
export enum Unavailable {
  OUTSIDE_HOURS = 100,
  WEEKEND = 101,
  HOLIDAY = 102,
  BUSY = 103,
  OTHER_MEETING = 104,
}

export const isAvailable = (value: number): boolean =>
  value < (Unavailable.OUTSIDE_HOURS as number);
