import { conflict, invalid, notFound } from "@convene/shared/errors";
import type { Meeting } from "../meeting/meeting.entity.ts";

/** The part of a series that a change concerns. */
export interface SeriesPart {
  /** From here on, on the wall clock, every meeting of the series is still to come. */
  readonly start: string;
  readonly meetings: readonly Meeting[];
  /** What stands before, and stays. */
  readonly hasHead: boolean;
}

const placeOf = ({ recurrenceStart, chosenStart }: Meeting): string =>
  recurrenceStart ?? chosenStart;

export const hasBegun = ({ startsAt }: Meeting, now: Date): boolean =>
  startsAt.getTime() <= now.getTime();

/**
 * The end of a series of which nothing has begun: from a meeting on, or as much as there is.
 *
 * @param meetings in the order of their places
 * @throws NOT_FOUND, BAD_USER_INPUT with the field `from`; CONFLICT when nothing is still to come
 */
export function partToCome(
  meetings: readonly Meeting[],
  from: string | null,
  now: Date,
): SeriesPart {
  const last = meetings.findLastIndex((meeting) => hasBegun(meeting, now));
  const index = Math.max(last + 1, from === null ? 0 : indexOf(meetings, from, now));
  const first = meetings[index];
  if (!first) throw conflict("No meeting of the series is still to come: what was, never changes");
  return { start: placeOf(first), meetings: meetings.slice(index), hasHead: index > 0 };
}

function indexOf(meetings: readonly Meeting[], from: string, now: Date): number {
  const index = meetings.findIndex(({ id }) => id === from);
  const meeting = meetings[index];
  if (!meeting) throw notFound("Meeting", from);
  if (hasBegun(meeting, now)) {
    throw invalid("from", `Meeting ${from} has begun already: what was, never changes`);
  }
  return index;
}
