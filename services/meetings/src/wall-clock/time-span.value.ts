import { invalid } from "@convene/shared/errors";
import {
  instantOf,
  localOf,
  minutesBetween,
  plusMinutes,
  type WallClock,
} from "./wall-clock.value.ts";

const WEEK = 7 * 24 * 60;

/** How long: in minutes, or by the wall clock at the end. */
export interface LengthChoice {
  readonly durationMinutes?: number | null;
  readonly localEnd?: string | null;
}

export interface TimeSpan {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly durationMinutes: number;
}

/**
 * From a start on the wall clock to an end. The length is time that passes: a meeting over the
 * night in which the clock changes still lasts so many minutes.
 *
 * @throws BAD_USER_INPUT for a start or end that the clock skips, an end before the start, and
 *   unless one of the two lengths is given.
 */
export function timeSpan(start: WallClock, length: LengthChoice): TimeSpan {
  const startsAt = instantOf("localStart", start);
  const durationMinutes = minutesOf(start, startsAt, length);
  return { startsAt, endsAt: plusMinutes(startsAt, durationMinutes), durationMinutes };
}

function minutesOf({ timeZone }: WallClock, startsAt: Date, length: LengthChoice): number {
  const { durationMinutes, localEnd } = length;
  const byEnd = localEnd !== undefined && localEnd !== null;
  const byMinutes = durationMinutes !== undefined && durationMinutes !== null;
  if (byEnd === byMinutes) {
    throw invalid("durationMinutes", "Give durationMinutes or localEnd: one of the two");
  }
  if (!byEnd) return checkedMinutes("durationMinutes", durationMinutes ?? 0);
  const local = localOf("localEnd", localEnd);
  const minutes = minutesBetween(startsAt, instantOf("localEnd", { local, timeZone }));
  if (minutes <= 0) throw invalid("localEnd", `The end, ${local}, is not after the start`);
  return checkedMinutes("localEnd", minutes);
}

/** @throws BAD_USER_INPUT for what is not between a minute and a week. */
export function checkedMinutes(field: string, minutes: number): number {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > WEEK) {
    throw invalid(field, `A meeting lasts whole minutes, from 1 to ${WEEK}, not ${minutes}`);
  }
  return minutes;
}
