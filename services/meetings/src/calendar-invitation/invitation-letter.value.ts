import type { NoticeEvent, NoticeItem } from "@convene/shared/notice/notice";
import type { Viewer } from "@convene/shared/viewer";
import { ICalCalendarMethod } from "ical-generator";
import {
  type Descriptions,
  entryOf,
  periodOf,
  seriesEntry,
  wholeSeries,
} from "../calendar/calendar-entry.value.ts";
import { type CalendarEntry, calendarText } from "../calendar/calendar-text.value.ts";
import { canSeeConvened } from "../convener/convener.policy.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { plusMinutes, zonedOf } from "../wall-clock/wall-clock.value.ts";
import type { CalendarInvitation } from "./calendar-invitation.entity.ts";
import { keyOf } from "./invitation-change.value.ts";

export interface Letter {
  readonly invitation: Pick<CalendarInvitation, "id" | "title" | "told">;
  readonly event: NoticeEvent;
  /** Null for a single meeting. */
  readonly series: MeetingSeries | null;
  readonly now: Date;
}

interface Request extends Letter {
  readonly viewer: Viewer;
  readonly past: readonly Meeting[];
  readonly shown: readonly Meeting[];
  readonly descriptions: Descriptions;
  /** Of these one is told, or of the whole series. */
  readonly changed: readonly Meeting[];
  readonly isWhole: boolean;
}

/** REQUEST: come, at this time. A later one counts, by SEQUENCE and then by DTSTAMP. */
export function requestOf(letter: Request): NoticeItem | null {
  const { viewer, series, past, shown, changed, isWhole, descriptions } = letter;
  const isSeries = isWhole && series !== null && canSeeConvened(viewer, series);
  const told = isWhole ? shown : changed;
  const [first] = told;
  if (!first) return null;
  const entries = isSeries
    ? wholeSeries(viewer, { series, meetings: [...past, ...shown], descriptions }, () => true)
        .entries
    : told.map((meeting) => entryOf(viewer, meeting, descriptions));
  const period = periodOf(isSeries ? [series] : [], told);
  return {
    ...itemOf(letter, first.title),
    calendar: {
      ...{ invitation: letter.invitation.id, method: "REQUEST", more: told.length - 1 },
      occurrence: told.length === 1 ? first.recurrenceStart : null,
      text: calendarText(stamped(entries, letter.now), period, ICalCalendarMethod.REQUEST),
      startsAt: first.startsAt.toISOString(),
      endsAt: first.endsAt.toISOString(),
      timeZone: first.timeZone,
      joinUrl: entryOf(viewer, first).joinUrl,
    },
  };
}

interface Cancellation extends Letter {
  readonly cancelled: readonly Meeting[];
  /** Whether nothing of it is left for them. */
  readonly isWhole: boolean;
}

/**
 * CANCEL, of what they were told: perhaps they may not see what has become of it. So nothing stands
 * in it but when they thought it was, and what it was called then.
 */
export function cancellationOf(letter: Cancellation): NoticeItem | null {
  const { series, cancelled, isWhole, invitation } = letter;
  const [first] = cancelled;
  if (!first) return null;
  const entries = isWhole && series ? [seriesEntry(null, series)] : [];
  const each = cancelled.map((meeting) => ({
    ...entryOf(null, meeting),
    localStart: localIn(invitation, meeting),
  }));
  const ended = (entries.length > 0 ? entries : each).map((entry) => ({
    ...{ ...entry, title: invitation.title, joinUrl: null, status: MeetingStatus.CANCELLED },
    revisedAt: letter.now,
  }));
  const period = periodOf(entries.length > 0 && series ? [series] : [], cancelled);
  const startsAt = startIn(invitation, first);
  return {
    ...itemOf(letter, invitation.title),
    calendar: {
      ...{ invitation: invitation.id, method: "CANCEL", more: cancelled.length - 1 },
      occurrence: cancelled.length === 1 ? first.recurrenceStart : null,
      text: calendarText(ended, widened(period, startsAt), ICalCalendarMethod.CANCEL),
      startsAt: startsAt.toISOString(),
      endsAt: plusMinutes(startsAt, first.durationMinutes).toISOString(),
      timeZone: first.timeZone,
      joinUrl: null,
    },
  };
}

const localIn = ({ told }: Letter["invitation"], meeting: Meeting): string =>
  told[keyOf(meeting)]?.local ?? meeting.chosenStart;

const startIn = (invitation: Letter["invitation"], meeting: Meeting): Date =>
  new Date(
    zonedOf({ local: localIn(invitation, meeting), timeZone: meeting.timeZone }).epochMilliseconds,
  );

const widened = ({ from, until }: { from: Date; until: Date }, also: Date) => ({
  from: also < from ? also : from,
  until: also > until ? also : until,
});

/** With METHOD, DTSTAMP is when the message was made (RFC 5545, 3.8.7.2). */
const stamped = (entries: readonly CalendarEntry[], now: Date): CalendarEntry[] =>
  entries.map((entry) => ({ ...entry, revisedAt: now }));

const itemOf = ({ event }: Letter, title: string) => ({ event, title, name: null, text: null });
