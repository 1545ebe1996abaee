import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { canSeeConvened, sitsThere } from "../convener/convener.policy.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { zonedOf } from "../wall-clock/wall-clock.value.ts";
import { type CalendarEntry, calendarText } from "./calendar-text.value.ts";
import { repeatsOf } from "./repeats.value.ts";

/** Meetings as calendars read them. A meeting has one UID for life: that of its series, or its own. */
export class CalendarService {
  constructor(private readonly manager: EntityManager) {}

  ofMeeting(viewer: Viewer | null, meeting: Meeting): string {
    const period = { from: meeting.startsAt, until: meeting.endsAt };
    return calendarText([entryOf(viewer, meeting)], period);
  }

  async ofSeries(viewer: Viewer | null, id: string): Promise<string | null> {
    const series = await this.manager.findOneBy(MeetingSeries, { id });
    if (!series || !canSeeConvened(viewer, series)) return null;
    const order = { recurrenceStart: "ASC" } as const;
    const meetings = await this.manager.find(Meeting, { where: { seriesId: id }, order });
    const visible = meetings.filter((meeting) => canSeeConvened(viewer, meeting));
    if (visible.length === 0) return null;
    const whole = {
      ...seriesEntry(viewer, series),
      status: visible.some(takesPlace) ? MeetingStatus.SCHEDULED : MeetingStatus.CANCELLED,
      revisedAt: latestOf([series, ...visible]),
      repeats: repeatsOf(series, startsOf(visible)),
    };
    const changed = visible.filter((meeting) => differs(whole, series, meeting));
    return calendarText(
      [whole, ...changed.map((meeting) => entryOf(viewer, meeting))],
      periodOf(series, visible),
    );
  }
}

const uidOf = (id: string): string => `${id}@convene`;

const commonOf = (shown: MeetingSeries | Meeting) => ({
  title: shown.title,
  timeZone: shown.timeZone,
  durationMinutes: shown.durationMinutes,
  createdAt: shown.createdAt,
});

const entryOf = (viewer: Viewer | null, meeting: Meeting): CalendarEntry => ({
  ...commonOf(meeting),
  recurrenceStart: meeting.recurrenceStart,
  status: meeting.status,
  sequence: meeting.sequence,
  revisedAt: meeting.revisedAt,
  uid: uidOf(meeting.seriesId ?? meeting.id),
  localStart: meeting.chosenStart,
  joinUrl: sitsThere(viewer, meeting) ? meeting.joinUrl : null,
});

const seriesEntry = (viewer: Viewer | null, series: MeetingSeries) => ({
  ...commonOf(series),
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

const startsOf = (meetings: readonly Meeting[]): string[] =>
  meetings.map(({ recurrenceStart, chosenStart }) => recurrenceStart ?? chosenStart);

const latestOf = (shown: readonly Pick<Meeting, "revisedAt">[]): Date =>
  new Date(Math.max(...shown.map(({ revisedAt }) => revisedAt.getTime())));

function periodOf({ localStart: local, timeZone }: MeetingSeries, meetings: readonly Meeting[]) {
  const first = zonedOf({ local, timeZone }).epochMilliseconds;
  return {
    from: new Date(Math.min(first, ...meetings.map(({ startsAt }) => startsAt.getTime()))),
    until: new Date(Math.max(first, ...meetings.map(({ endsAt }) => endsAt.getTime()))),
  };
}
