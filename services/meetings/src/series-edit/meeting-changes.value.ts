import type { Meeting } from "../meeting/meeting.entity.ts";
import { fall, follow, type Followed, isFallen, newMeeting } from "./following.value.ts";
import { replan } from "./replan.value.ts";
import type { Occurrence } from "../recurrence/recurrence.value.ts";
import type { Timing } from "./series-timing.value.ts";

export interface MeetingChanges {
  readonly changed: readonly Meeting[];
  readonly added: readonly ReturnType<typeof newMeeting>[];
}

/** When the series meets now. */
export interface Retimed extends Timing {
  readonly takePlace: readonly Occurrence[];
}

/** Brings meetings to what their series says now: to other times as well where it has them. */
export function meetingChanges(
  followed: Followed,
  meetings: readonly Meeting[],
  timing: Retimed | null,
): MeetingChanges {
  return timing === null
    ? {
        changed: meetings.filter((one) => !isFallen(one) && follow(followed, one, null)),
        added: [],
      }
    : moved(followed, meetings, timing);
}

function moved(followed: Followed, meetings: readonly Meeting[], timing: Retimed): MeetingChanges {
  const placed = meetings.map((meeting) => ({
    id: meeting.id,
    recurrenceStart: meeting.recurrenceStart,
    isFallen: isFallen(meeting),
  }));
  const { places, added } = replan({ ...timing, meetings: placed });
  const taken = new Set(timing.takePlace.map(({ local }) => local));
  const changed = meetings.filter((meeting) => {
    const place = places.get(meeting.id);
    if (place) return follow(followed, meeting, place);
    // On a split it stays behind, where its place is known.
    const isHere = meeting.seriesId === followed.series.id;
    return fall(followed, meeting, isHere && taken.has(meeting.recurrenceStart ?? ""));
  });
  return { changed, added: added.map((place) => newMeeting(followed, place)) };
}
