import { Audience } from "@convene/shared/audience";
import type { Protection } from "@convene/shared/protection";
import { newId } from "@convene/shared/type-id";
import { protectionWithin } from "../convener/convener.policy.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { revisionOf, shownOf } from "../meeting/meeting-revision.value.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { OccurrenceField } from "../meeting/occurrence-field.enum.ts";
import type { Occurrence } from "../recurrence/recurrence.value.ts";
import { plusMinutes } from "../wall-clock/wall-clock.value.ts";

/** A series as it is now, and who may see what its convener convenes. */
export interface Followed {
  readonly series: MeetingSeries;
  readonly protection: Protection | null;
  readonly now: Date;
}

/** It was called off because no rule wanted it any more, and by nobody's hand. */
export const isFallen = ({ status, changedByHand }: Meeting): boolean =>
  status === MeetingStatus.CANCELLED && !changedByHand.includes(OccurrenceField.STATUS);

/**
 * Brings a meeting to what its series says, but for what was changed by hand; and to a place, when
 * it has another one. Says whether anything has changed.
 */
export function follow(followed: Followed, meeting: Meeting, place: Occurrence | null): boolean {
  return changing(followed, meeting, () => {
    const isFree = (field: OccurrenceField) => !meeting.changedByHand.includes(field);
    const { series, protection } = followed;
    meeting.seriesId = series.id;
    if (isFree(OccurrenceField.TITLE)) meeting.title = series.title;
    if (isFree(OccurrenceField.JOIN_URL)) meeting.joinUrl = series.joinUrl;
    if (isFree(OccurrenceField.DURATION)) meeting.durationMinutes = series.durationMinutes;
    if (isFree(OccurrenceField.AUDIENCE) && meeting.chosenAudience !== Audience.TAKEN_DOWN) {
      meeting.chosenAudience = series.chosenAudience;
    }
    if (place) {
      meeting.recurrenceStart = place.local;
      if (isFallen(meeting)) meeting.status = MeetingStatus.SCHEDULED;
      if (isFree(OccurrenceField.START)) {
        Object.assign(meeting, { chosenStart: place.local, startsAt: place.startsAt });
      }
    }
    meeting.endsAt = plusMinutes(meeting.startsAt, meeting.durationMinutes);
    Object.assign(meeting, protectionWithin(protection, meeting.chosenAudience));
  });
}

/**
 * No rule wants it any more: it is called off, and what hangs on it stays. Where another meeting
 * has taken its place in the series, it stands by itself.
 */
export function fall(followed: Followed, meeting: Meeting, isPlaceTaken: boolean): boolean {
  return changing(followed, meeting, () => {
    meeting.status = MeetingStatus.CANCELLED;
    if (isPlaceTaken) Object.assign(meeting, { seriesId: null, recurrenceStart: null });
  });
}

function changing({ now }: Followed, meeting: Meeting, change: () => void): boolean {
  const [before, text] = [shownOf(meeting), JSON.stringify(meeting)];
  change();
  if (JSON.stringify(meeting) === text) return false;
  Object.assign(meeting, revisionOf(before, meeting, now), { version: meeting.version + 1 });
  return true;
}

/** A meeting that was not there before. */
export const newMeeting = (
  { series, protection, now }: Followed,
  { local, startsAt }: Occurrence,
) => ({
  id: newId("mtg"),
  seriesId: series.id,
  recurrenceStart: local,
  groupId: series.groupId,
  networkId: series.networkId,
  title: series.title,
  chosenStart: local,
  timeZone: series.timeZone,
  startsAt,
  endsAt: plusMinutes(startsAt, series.durationMinutes),
  durationMinutes: series.durationMinutes,
  status: MeetingStatus.SCHEDULED,
  joinUrl: series.joinUrl,
  createdAt: now,
  chosenAudience: series.chosenAudience,
  ...protectionWithin(protection, series.chosenAudience),
});
