import { requiredText, webAddress } from "@convene/shared/input";
import { timeSpan } from "../wall-clock/time-span.value.ts";
import { localOf, zoneOf } from "../wall-clock/wall-clock.value.ts";
import { MeetingStatus } from "./meeting-status.enum.ts";
import type { Meeting } from "./meeting.entity.ts";
import type { CreateMeetingInput, UpdateMeetingInput } from "./meeting.inputs.ts";

/** What a single meeting is, checked. */
export function planOf(input: CreateMeetingInput) {
  const timeZone = zoneOf("timeZone", input.timeZone);
  const local = localOf("localStart", input.localStart);
  return {
    seriesId: null,
    recurrenceStart: null,
    title: requiredText("title", input.title),
    chosenStart: local,
    timeZone,
    ...timeSpan({ local, timeZone }, input),
    status: MeetingStatus.SCHEDULED,
    chosenAudience: input.audience,
    joinUrl: webAddress("joinUrl", input.joinUrl),
  };
}

/** What changes of a meeting, checked. */
export function changesOf(meeting: Meeting, input: UpdateMeetingInput): Partial<Meeting> {
  const { title, audience, joinUrl } = input;
  return {
    ...(title !== undefined && title !== null && { title: requiredText("title", title) }),
    ...(audience && { chosenAudience: audience }),
    ...(joinUrl !== undefined && { joinUrl: webAddress("joinUrl", joinUrl) }),
    ...moved(meeting, input),
  };
}

function moved(meeting: Meeting, { localStart, localEnd, durationMinutes }: UpdateMeetingInput) {
  const { timeZone } = meeting;
  const length =
    isGiven(localEnd) || isGiven(durationMinutes) ? { localEnd, durationMinutes } : null;
  if (!isGiven(localStart) && !length) return {};
  const chosenStart = isGiven(localStart) ? localOf("localStart", localStart) : meeting.chosenStart;
  return { chosenStart, ...timeSpan({ local: chosenStart, timeZone }, length ?? meeting) };
}

const isGiven = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined;

/** A meeting for one who has changed an older version of it. */
export const meetingAsStored = (meeting: Meeting) => ({
  type: "Meeting",
  stored: {
    title: meeting.title,
    localStart: meeting.chosenStart,
    timeZone: meeting.timeZone,
    durationMinutes: meeting.durationMinutes,
    status: meeting.status,
    audience: meeting.chosenAudience,
    joinUrl: meeting.joinUrl,
  },
});
