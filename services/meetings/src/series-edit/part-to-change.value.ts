import { conflict } from "@convene/shared/errors";
import { isFallen } from "./following.value.ts";
import type { OpenSeries } from "./open-series.service.ts";
import type { UpdateMeetingSeriesInput } from "./series-edit.inputs.ts";
import { isExcepted } from "./series-exceptions.value.ts";
import { hasBegun, partToCome, type SeriesPart } from "./series-part.value.ts";
import { isRetimed, ruleBefore } from "./series-timing.value.ts";

export interface Part extends SeriesPart {
  /** What is left of the rule before it; null when that is nothing: then it is the whole. */
  readonly ruleBefore: string | null;
}

/** Other times begin a series of their own when some meetings have been; other words do not. */
export function partToChange(open: OpenSeries, input: UpdateMeetingSeriesInput): Part {
  if (isRetimed(input) || input.from) return partFrom(open, input.from ?? null);
  if (!isExcepted(input)) return whole(open);
  return { ...partToCome(open.meetings, null, open.now), ruleBefore: null };
}

/** A meeting and all that follow, or as many as are still to come. */
export function partFrom({ meetings, series, now }: OpenSeries, from: string | null): Part {
  const part = partToCome(meetings, from, now);
  const rule = ruleBefore(series, part.start);
  return rule !== null && part.hasHead
    ? { ...part, ruleBefore: rule }
    : { ...partToCome(meetings, null, now), ruleBefore: null };
}

/** All that have not begun, wherever they stand. */
export function whole({ meetings, now, series }: OpenSeries): Part {
  const toCome = meetings.filter((meeting) => !hasBegun(meeting, now) && !isFallen(meeting));
  if (toCome.length === 0) {
    throw conflict("No meeting of the series is still to come: what was, never changes");
  }
  return { meetings: toCome, start: series.localStart, hasHead: false, ruleBefore: null };
}
