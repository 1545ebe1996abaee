import type { Viewer } from "@convene/shared/viewer";
import { canSeeConvened, sitsThere } from "../convener/convener.policy.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { zonedOf } from "../wall-clock/wall-clock.value.ts";
import type { CalendarEntry } from "./calendar-text.value.ts";
import { repeatsOf } from "./repeats.value.ts";

/** What a calendar says of a meeting in words, by its id. */
export type Descriptions = ReadonlyMap<string, string>;
const NONE: Descriptions = new Map();

export interface SeriesPart {
  readonly series: MeetingSeries;
  readonly meetings: readonly Meeting[];
  readonly descriptions: Descriptions;
}

type Shown = (meeting: Meeting) => boolean;

/** The rule, and beside it the meetings that differ from it. In the order of `recurrenceStart`. */
export function wholeSeries(
  viewer: Viewer | null,
  { series, meetings, descriptions }: SeriesPart,
  isShown: Shown = (meeting) => canSeeConvened(viewer, meeting),
) {
  const visible = meetings.filter(isShown);
  if (visible.length === 0) return { entries: [], visible };
  const whole = {
    ...seriesEntry(viewer, series),
    status: visible.some(takesPlace) ? MeetingStatus.SCHEDULED : MeetingStatus.CANCELLED,
    revisedAt: latestOf([series, ...visible]),
    repeats: repeatsOf(series, startsOf(visible)),
  };
  const changed = visible.filter(
    (meeting) =>
      descriptions.has(meeting.id) ||
      differs(whole, series, meeting) ||
      // What was told of it by itself counts against the rule, until that is told anew.
      meeting.sequence > series.sequence,
  );
  const exceptions = changed.map((meeting) => entryOf(viewer, meeting, descriptions));
  return { entries: [whole, ...exceptions], visible };
}

export const uidOf = (id: string): string => `${id}@convene`;

const commonOf = (shown: MeetingSeries | Meeting) => ({
  title: shown.title,
  timeZone: shown.timeZone,
  durationMinutes: shown.durationMinutes,
  createdAt: shown.createdAt,
});

export const entryOf = (
  viewer: Viewer | null,
  meeting: Meeting,
  descriptions = NONE,
): CalendarEntry => ({
  ...commonOf(meeting),
  description: descriptions.get(meeting.id) ?? null,
  recurrenceStart: meeting.recurrenceStart,
  status: meeting.status,
  sequence: meeting.sequence,
  revisedAt: meeting.revisedAt,
  uid: uidOf(meeting.seriesId ?? meeting.id),
  localStart: meeting.chosenStart,
  joinUrl: sitsThere(viewer, meeting) ? meeting.joinUrl : null,
});

export const seriesEntry = (viewer: Viewer | null, series: MeetingSeries) => ({
  ...commonOf(series),
  description: null,
  localStart: series.localStart,
  uid: uidOf(series.id),
  recurrenceStart: null,
  joinUrl: sitsThere(viewer, series) ? series.joinUrl : null,
  sequence: series.sequence,
});

const takesPlace = ({ status }: Meeting): boolean => status === MeetingStatus.SCHEDULED;

/** Whether a calendar must be told more of it than the series' rule says. */
const differs = (
  whole: Pick<CalendarEntry, "status">,
  series: MeetingSeries,
  meeting: Meeting,
): boolean =>
  meeting.chosenStart !== meeting.recurrenceStart ||
  meeting.durationMinutes !== series.durationMinutes ||
  meeting.title !== series.title ||
  meeting.joinUrl !== series.joinUrl ||
  meeting.status !== whole.status;

/** Since when a meeting is as it is: told by the rule of its series, it has no version of its own. */
export const sequenceIn = (series: MeetingSeries | null, meeting: Meeting): number =>
  series && !differs({ status: MeetingStatus.SCHEDULED }, series, meeting)
    ? Math.min(series.sequence, meeting.sequence)
    : meeting.sequence;

const startsOf = (meetings: readonly Meeting[]): string[] =>
  meetings.map(({ recurrenceStart, chosenStart }) => recurrenceStart ?? chosenStart);

const latestOf = (shown: readonly Pick<Meeting, "revisedAt">[]): Date =>
  new Date(Math.max(...shown.map(({ revisedAt }) => revisedAt.getTime())));

/** From when to when all of it lies. */
export function periodOf(series: readonly MeetingSeries[], meetings: readonly Meeting[]) {
  const firsts = series.map(
    ({ localStart: local, timeZone }) => zonedOf({ local, timeZone }).epochMilliseconds,
  );
  const starts = meetings.map(({ startsAt }) => startsAt.getTime());
  const ends = meetings.map(({ endsAt }) => endsAt.getTime());
  return {
    from: new Date(Math.min(...firsts, ...starts)),
    until: new Date(Math.max(...firsts, ...ends)),
  };
}
