import type { Viewer } from "@convene/shared/viewer";
import { createHash } from "node:crypto";
import { type EntityManager, In } from "typeorm";
import { canSeeConvened } from "../convener/convener.policy.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { turnWords } from "../rotation/turn-words.repository.ts";
import {
  type Descriptions,
  entryOf,
  periodOf,
  type SeriesPart,
  wholeSeries,
} from "./calendar-entry.value.ts";
import { meetingsForCalendar } from "./calendar-meeting.repository.ts";
import { calendarText } from "./calendar-text.value.ts";

/** Meetings as calendars read them. A meeting has one UID for life: that of its series, or its own. */
export class CalendarService {
  constructor(private readonly manager: EntityManager) {}

  async ofMeeting(viewer: Viewer | null, meeting: Meeting): Promise<string> {
    const period = { from: meeting.startsAt, until: meeting.endsAt };
    const descriptions = await turnWords(this.manager, viewer, [meeting]);
    return calendarText([entryOf(viewer, meeting, descriptions)], period);
  }

  async ofSeries(viewer: Viewer | null, id: string): Promise<string | null> {
    const series = await this.manager.findOneBy(MeetingSeries, { id });
    if (!series || !canSeeConvened(viewer, series)) return null;
    const order = { recurrenceStart: "ASC" } as const;
    const meetings = await this.manager.find(Meeting, { where: { seriesId: id }, order });
    const descriptions = await turnWords(this.manager, viewer, meetings);
    const { entries, visible } = wholeSeries(viewer, { series, meetings, descriptions });
    return visible.length === 0 ? null : calendarText(entries, periodOf([series], visible));
  }

  /** Single meetings, and the series of others with all that the viewer may see of them. */
  async ofMany(viewer: Viewer, found: readonly WhichMeeting[]): Promise<Calendar> {
    const single = found.flatMap(({ id, series }) => (series === null ? [id] : []));
    const repeated = [...new Set(found.flatMap(({ series }) => series ?? []))];
    const [allSeries, meetings] = await Promise.all([
      this.manager.findBy(MeetingSeries, { id: In(repeated) }),
      meetingsForCalendar(this.manager, { single, repeated }),
    ]);
    const descriptions = await turnWords(this.manager, viewer, meetings);
    const bySeries = new Map<string, Meeting[]>(repeated.map((id) => [id, []]));
    for (const meeting of meetings) bySeries.get(meeting.seriesId ?? "")?.push(meeting);
    const parts = allSeries
      .filter((series) => canSeeConvened(viewer, series))
      .map((series) => ({ series, meetings: bySeries.get(series.id) ?? [], descriptions }));
    return calendarOf(viewer, parts, { descriptions, meetings: leftOf(viewer, meetings, parts) });
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

/** Those of no series, and those of a series that is hidden from the viewer, each by itself. */
function leftOf(viewer: Viewer, meetings: readonly Meeting[], parts: readonly SeriesPart[]) {
  const told = new Set(parts.map(({ series }) => series.id));
  return meetings.filter(
    (meeting) => !told.has(meeting.seriesId ?? "") && canSeeConvened(viewer, meeting),
  );
}

interface Single {
  readonly meetings: readonly Meeting[];
  readonly descriptions: Descriptions;
}

function calendarOf(
  viewer: Viewer,
  parts: readonly SeriesPart[],
  { meetings: single, descriptions }: Single,
): Calendar {
  const whole = parts
    .map((part) => ({ series: part.series, ...wholeSeries(viewer, part) }))
    .filter(({ visible }) => visible.length > 0);
  const entries = [
    ...whole.flatMap((one) => one.entries),
    ...single.map((meeting) => entryOf(viewer, meeting, descriptions)),
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
