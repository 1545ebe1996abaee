import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import type { Meeting } from "./meeting.entity.ts";
import type { UpdateMeetingInput } from "./meeting.inputs.ts";
import { OccurrenceField } from "./occurrence-field.enum.ts";

const { TITLE, START, DURATION, AUDIENCE, JOIN_URL } = OccurrenceField;

/** Whether an occurrence differs from what its series says. */
const DIFFERS = {
  [TITLE]: (series: MeetingSeries, meeting: Meeting) => meeting.title !== series.title,
  [START]: (_: MeetingSeries, meeting: Meeting) => meeting.chosenStart !== meeting.recurrenceStart,
  [DURATION]: (series: MeetingSeries, meeting: Meeting) =>
    meeting.durationMinutes !== series.durationMinutes,
  [AUDIENCE]: (series: MeetingSeries, meeting: Meeting) =>
    meeting.chosenAudience !== series.chosenAudience,
  [JOIN_URL]: (series: MeetingSeries, meeting: Meeting) => meeting.joinUrl !== series.joinUrl,
} as const;

const CHANGEABLE = [TITLE, START, DURATION, AUDIENCE, JOIN_URL] as const;

/** What of an occurrence somebody has said. */
type Said = Partial<
  Pick<
    UpdateMeetingInput,
    "title" | "localStart" | "durationMinutes" | "localEnd" | "audience" | "joinUrl"
  >
>;

/** After a change by hand. What is set back to what the series says follows the series again. */
export function changedByHand(
  series: MeetingSeries,
  meeting: Meeting,
  input: Said,
): OccurrenceField[] {
  const given = givenIn(input);
  const kept = meeting.changedByHand.filter((field) => !given.has(field));
  const differing = CHANGEABLE.filter(
    (field) => given.has(field) && DIFFERS[field](series, meeting),
  );
  return [...kept, ...differing];
}

function givenIn(input: Said): ReadonlySet<OccurrenceField> {
  const { title, localStart, durationMinutes, localEnd, audience, joinUrl } = input;
  const isGiven = (value: unknown) => value !== null && value !== undefined;
  return new Set([
    ...(isGiven(title) ? [TITLE] : []),
    ...(isGiven(localStart) ? [START] : []),
    ...(isGiven(durationMinutes) || isGiven(localEnd) ? [DURATION] : []),
    ...(isGiven(audience) ? [AUDIENCE] : []),
    ...(joinUrl !== undefined ? [JOIN_URL] : []),
  ]);
}
