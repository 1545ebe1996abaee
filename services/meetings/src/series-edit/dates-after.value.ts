import type { Occurrence } from "../recurrence/recurrence.value.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import type { OpenSeries } from "./open-series.service.ts";
import type { Part } from "./part-to-change.value.ts";
import type { UpdateMeetingSeriesInput } from "./series-edit.inputs.ts";
import { exceptionsOf, isExcepted, sameTiming } from "./series-exceptions.value.ts";
import { isRetimed, retimed, type Timing } from "./series-timing.value.ts";

export interface DatesAfter {
  /** Null when the rule stays as it is, of a series that stays one. */
  readonly timing: Timing | null;
  /** Null when its meetings stay where they are. */
  readonly takePlace: readonly Occurrence[] | null;
  readonly rules: Partial<MeetingSeries>;
}

/** When a part of a series meets after a change. */
export function datesAfter(
  { series, meetings, free, now }: OpenSeries,
  part: Part,
  input: UpdateMeetingSeriesInput,
): DatesAfter {
  const isOther = isRetimed(input) || part.ruleBefore !== null;
  if (!isOther && !isExcepted(input)) return { timing: null, takePlace: null, rules: {} };
  const timing = isOther
    ? retimed({ series, start: part.start, now }, input)
    : sameTiming(series, part.start, now);
  const { rules, takePlace } = exceptionsOf({ series, part, timing, meetings, free, now }, input);
  const stays = !isRetimed(input) && !isExcepted(input);
  return { timing, takePlace: stays ? null : takePlace, rules };
}
