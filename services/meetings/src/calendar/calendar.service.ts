import type { Viewer } from "@convene/shared/viewer";
import { createHash } from "node:crypto";
import { type EntityManager, In } from "typeorm";
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
    const { entries, visible } = wholeSeries(viewer, series, meetings);
    return visible.length === 0 ? null : calendarText(entries, periodOf([series], visible));
  }

  /** Single meetings, and the series of others with all that the viewer may see of them. */
  async ofMany(viewer: Viewer, found: readonly WhichMeeting[]): Promise<Calendar> {
    const single = found.flatMap(({ id, series }) => (series === null ? [id] : []));
    const repeated = [...new Set(found.flatMap(({ series }) => series ?? []))];
    const [allSeries, meetings] = await Promise.all([
      this.manager.findBy(MeetingSeries, { id: In(repeated) }),
      this.manager.find(Meeting, {
        where: [{ id: In(single) }, { seriesId: In(repeated) }],
        order: { recurrenceStart: "ASC", startsAt: "ASC", id: "ASC" },
      }),
    ]);
    const bySeries = new Map<string, Meeting[]>(repeated.map((id) => [id, []]));
    for (const meeting of meetings) bySeries.get(meeting.seriesId ?? "")?.push(meeting);
    const parts = allSeries
      .filter((series) => canSeeConvened(viewer, series))
      .map((series) => ({ series, meetings: bySeries.get(series.id) ?? [] }));
    return calendarOf(viewer, parts, leftOf(viewer, meetings, parts));
  }
}

/** A meeting, and the series that it is of. */
export interface WhichMeeting {
  readonly id: string;
  readonly series: string | null;
}

/** Written only for those who do not have it yet. */
export interface Calendar {
  /** The same for the same content. */
  readonly tag: string;
  text(): string;
}

interface SeriesPart {
  readonly series: MeetingSeries;
  readonly meetings: readonly Meeting[];
}

/** Those of no series, and those of a series that is hidden from the viewer, each by itself. */
function leftOf(viewer: Viewer, meetings: readonly Meeting[], parts: readonly SeriesPart[]) {
  const told = new Set(parts.map(({ series }) => series.id));
  return meetings.filter(
    (meeting) => !told.has(meeting.seriesId ?? "") && canSeeConvened(viewer, meeting),
  );
}

function calendarOf(
  viewer: Viewer,
  parts: readonly SeriesPart[],
  single: readonly Meeting[],
): Calendar {
  const whole = parts
    .map(({ series, meetings }) => ({ series, ...wholeSeries(viewer, series, meetings) }))
    .filter(({ visible }) => visible.length > 0);
  const entries = [
    ...whole.flatMap((one) => one.entries),
    ...single.map((meeting) => entryOf(viewer, meeting)),
  ];
  const visible = [...whole.flatMap((one) => one.visible), ...single];
  const period = periodOf(
    whole.map(({ series }) => series),
    visible,
  );
  return {
    tag: createHash("sha256").update(JSON.stringify(entries)).digest("base64url"),
    text: () => calendarText(entries, period),
  };
}

/** The rule, and beside it the meetings that differ from it. In the order of `recurrenceStart`. */
function wholeSeries(viewer: Viewer | null, series: MeetingSeries, meetings: readonly Meeting[]) {
  const visible = meetings.filter((meeting) => canSeeConvened(viewer, meeting));
  if (visible.length === 0) return { entries: [], visible };
  const whole = {
    ...seriesEntry(viewer, series),
    status: visible.some(takesPlace) ? MeetingStatus.SCHEDULED : MeetingStatus.CANCELLED,
    revisedAt: latestOf([series, ...visible]),
    repeats: repeatsOf(series, startsOf(visible)),
  };
  const changed = visible.filter((meeting) => differs(whole, series, meeting));
  return { entries: [whole, ...changed.map((meeting) => entryOf(viewer, meeting))], visible };
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

function periodOf(series: readonly MeetingSeries[], meetings: readonly Meeting[]) {
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
