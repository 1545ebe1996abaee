import { requiredText, webAddress } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import { protectionWithin } from "../convener/convener.policy.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { checkedMinutes } from "../wall-clock/time-span.value.ts";
import type { Followed } from "./following.value.ts";
import type { UpdateMeetingSeriesInput } from "./series-edit.inputs.ts";
import type { Timing } from "./series-timing.value.ts";

/** A series that goes on with another one; its first revision makes it version 1. */
export const beginAnew = (series: MeetingSeries, now: Date): MeetingSeries =>
  Object.assign(new MeetingSeries(), series, {
    id: newId("ser"),
    splitFromId: series.id,
    createdAt: now,
    version: 0,
    sequence: -1,
  });

/** What changes of a series, checked. */
export function changesOf(
  { series, protection }: Followed,
  input: UpdateMeetingSeriesInput,
  timing: Timing | null,
): Partial<MeetingSeries> {
  const { title, durationMinutes, joinUrl } = input;
  const chosenAudience = input.audience ?? series.chosenAudience;
  return {
    chosenAudience,
    ...protectionWithin(protection, chosenAudience),
    ...(title !== undefined && title !== null && { title: requiredText("title", title) }),
    ...(durationMinutes !== undefined &&
      durationMinutes !== null && {
        durationMinutes: checkedMinutes("durationMinutes", durationMinutes),
      }),
    ...(joinUrl !== undefined && { joinUrl: webAddress("joinUrl", joinUrl) }),
    ...(timing && {
      rule: timing.rule,
      localStart: timing.localStart,
      preset: timing.preset,
      byWeekday: timing.byWeekday,
    }),
  };
}

/** The next version. `sequence` rises with what makes people plan anew (RFC 5546, 2.1.4). */
export function revise(
  series: MeetingSeries,
  change: Partial<MeetingSeries>,
  now: Date,
): MeetingSeries {
  const before = timeOf(series);
  Object.assign(series, change);
  const isMoved = timeOf(series) !== before || series.sequence < 0;
  return Object.assign(series, {
    version: series.version + 1,
    sequence: series.sequence + (isMoved ? 1 : 0),
    revisedAt: now,
  });
}

const timeOf = (series: MeetingSeries): string => {
  const { rule, localStart, durationMinutes, cancelledAt } = series;
  const { extraStarts, excludedDates, skipped } = series;
  return JSON.stringify([
    rule,
    localStart,
    durationMinutes,
    cancelledAt,
    extraStarts,
    excludedDates,
    skipped,
  ]);
};
