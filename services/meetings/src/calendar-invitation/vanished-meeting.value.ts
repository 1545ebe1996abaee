import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { plusMinutes, zonedOf } from "../wall-clock/wall-clock.value.ts";
import type { ToldMeeting } from "./calendar-invitation.entity.ts";

/**
 * What calendars hold of a series that has nothing there any more, since its meetings go on
 * elsewhere, such as in a series that was split off: as meetings that are called off.
 */
export function vanishedFrom(
  series: MeetingSeries,
  told: Readonly<Record<string, ToldMeeting>>,
  meetings: readonly Meeting[],
): Meeting[] {
  const there = new Set(meetings.map(({ recurrenceStart }) => recurrenceStart));
  return Object.entries(told).flatMap(([recurrenceStart, known]) =>
    recurrenceStart === "" || there.has(recurrenceStart)
      ? []
      : [vanished(series, recurrenceStart, known)],
  );
}

function vanished(series: MeetingSeries, recurrenceStart: string, known: ToldMeeting): Meeting {
  const { timeZone, durationMinutes, title, createdAt, revisedAt } = series;
  const { epochMilliseconds } = zonedOf({ local: known.local, timeZone });
  const startsAt = new Date(epochMilliseconds);
  return Object.assign(new Meeting(), {
    ...{ seriesId: series.id, recurrenceStart, chosenStart: known.local, timeZone },
    ...{ startsAt, endsAt: plusMinutes(startsAt, durationMinutes), durationMinutes },
    ...{ title, joinUrl: null, status: MeetingStatus.CANCELLED, createdAt, revisedAt },
    // Later than what they know of it, by which it is done.
    sequence: Math.max(series.sequence, Number.parseInt(known.mark, 10) + 1),
  });
}
