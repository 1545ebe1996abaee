import { invalid } from "@convene/shared/errors";
import ICAL from "ical.js";
import { AttendanceStatus } from "../attendance/attendance-status.enum.ts";
import { localAt, zonedOf } from "../wall-clock/wall-clock.value.ts";

/** Of more than these no programme tells at once. */
const MOST = 100;

/** PARTSTAT (RFC 5545, 3.2.12). Who is not sure has not answered. */
const ANSWERS: Readonly<Record<string, AttendanceStatus>> = {
  ACCEPTED: AttendanceStatus.ACCEPTED,
  DECLINED: AttendanceStatus.DECLINED,
  TENTATIVE: AttendanceStatus.INVITED,
};

export interface CalendarReply {
  readonly uid: string;
  /** Where the rule has put the meeting, on the wall clock of that zone; null for all. */
  readonly occurrence: ((timeZone: string) => string) | null;
  /** Which version was known to whoever replied. */
  readonly sequence: number;
  readonly status: AttendanceStatus;
}

/** The answers in a REPLY (RFC 5546, 3.2.3). @throws BAD_USER_INPUT */
export function repliesIn(text: string): CalendarReply[] {
  const calendar = calendarIn(text);
  const method = String(calendar.getFirstPropertyValue("method") ?? "").toUpperCase();
  if (calendar.name !== "vcalendar" || method !== "REPLY") {
    throw invalid("body", "It is no reply: METHOD:REPLY is missing (RFC 5546)");
  }
  const events = calendar.getAllSubcomponents("vevent");
  if (events.length === 0 || events.length > MOST) {
    throw invalid("body", `A reply is to one event, or to ${MOST} at most`);
  }
  return events.map(replyOf);
}

function calendarIn(text: string): ICAL.Component {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    return new ICAL.Component((Array.isArray(parsed[0]) ? parsed[0] : parsed) as unknown[]);
  } catch {
    throw invalid("body", "It is no calendar that can be read (iCalendar, RFC 5545)");
  }
}

function replyOf(event: ICAL.Component): CalendarReply {
  const attendees = event.getAllProperties("attendee");
  const partstat = (attendees[0]?.getFirstParameter("partstat") ?? "").toUpperCase();
  const status = ANSWERS[partstat];
  if (attendees.length !== 1 || status === undefined) {
    throw invalid(
      "body",
      "A reply has one ATTENDEE, who has accepted, declined or is not sure yet",
    );
  }
  return {
    status,
    uid: String(event.getFirstPropertyValue("uid") ?? ""),
    occurrence: occurrenceOf(event.getFirstProperty("recurrence-id")),
    sequence: Number(event.getFirstPropertyValue("sequence") ?? 0),
  };
}

/** In UTC, or on the clock of a zone; a name that is no IANA zone is taken for the meeting's own. */
function occurrenceOf(property: ICAL.Property | null): CalendarReply["occurrence"] {
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) return null;
  const local = time.toString().replace("Z", "");
  const zone =
    time.zone === ICAL.Timezone.utcTimezone ? "UTC" : property?.getFirstParameter("tzid");
  return (timeZone) =>
    zone === undefined || zone === "" || !isZone(zone)
      ? local
      : localAt(new Date(zonedOf({ local, timeZone: zone }).epochMilliseconds), timeZone);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
