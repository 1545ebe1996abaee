import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from "ical-generator";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import type { ZoneClock } from "../wall-clock/zone-clock.value.ts";
import { foldLines } from "./line-fold.value.ts";
import { clockFor, clocksFor, ShownTime } from "./shown-time.value.ts";
import { type Period, vtimezone } from "./vtimezone.value.ts";

/** Calendars ask no more often; a programme that is told of it asks every six hours. */
const REFRESH_SECONDS = 6 * 60 * 60;
const PRODUCT = { company: "Convene", product: "Convene", language: "EN" };

const END = "END:VCALENDAR";

/** A meeting as its reader may know it. */
export interface CalendarEntry {
  readonly uid: string;
  /** Where the rule has put it, on the wall clock; null for a single meeting and for a series. */
  readonly recurrenceStart: string | null;
  readonly title: string;
  /** A line for each who hosts or chairs; null where nobody is told. */
  readonly description: string | null;
  readonly localStart: string;
  readonly timeZone: string;
  readonly durationMinutes: number;
  readonly status: MeetingStatus;
  readonly joinUrl: string | null;
  readonly sequence: number;
  readonly revisedAt: Date;
  readonly createdAt: Date;
  /** `RRULE:` and `EXDATE:` of a series, a line each. */
  readonly repeats?: string;
}

/**
 * The entries as one iCalendar object (RFC 5545), with the definition of each zone over the period
 * in which they lie: lines end in CRLF and are folded at 75 octets.
 */
export function calendarText(
  entries: readonly CalendarEntry[],
  period: Period,
  method = ICalCalendarMethod.PUBLISH,
): string {
  const calendar = ical({
    prodId: PRODUCT,
    method,
    // A message is read once (RFC 5546): nobody asks for it again.
    ttl: method === ICalCalendarMethod.PUBLISH ? REFRESH_SECONDS : null,
  });
  const [head = ""] = calendar.toString().split(END);
  const clocks = clocksFor(entries);
  return [
    head,
    ...[...clocks.keys()].map((timeZone) => `${vtimezone(timeZone, period)}\r\n`),
    ...entries.map((entry) => {
      const event = calendar.createEvent(eventOf(entry, clockFor(clocks, entry.timeZone)));
      return foldLines(event.toString());
    }),
    `${END}\r\n`,
  ].join("");
}

function eventOf(entry: CalendarEntry, clock: ZoneClock): ICalEventData {
  const { timeZone, recurrenceStart, joinUrl, repeats } = entry;
  const start = ShownTime.of(clock, entry.localStart);
  return {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.revisedAt,
    created: entry.createdAt,
    lastModified: entry.revisedAt,
    timezone: timeZone,
    start,
    end: start.plusMinutes(entry.durationMinutes),
    ...(recurrenceStart !== null && { recurrenceId: ShownTime.of(clock, recurrenceStart) }),
    summary: entry.title,
    description: entry.description,
    status:
      entry.status === MeetingStatus.CANCELLED
        ? ICalEventStatus.CANCELLED
        : ICalEventStatus.CONFIRMED,
    ...(joinUrl !== null && { x: conference(joinUrl) }),
    ...(repeats !== undefined && { repeating: repeats }),
  };
}

/** RFC 7986, 5.11. The library escapes as in text, which an address is not: nothing is left to. */
const conference = (joinUrl: string): [string, string][] => [
  ["CONFERENCE;VALUE=URI", joinUrl.replaceAll(";", "%3B").replaceAll(",", "%2C")],
];
