/*
 * Reads a calendar that somebody sends, in a thread of its own: whatever it does to memory or time,
 * it does to this thread, which can be ended. Answers busy times alone.
 * Plain JavaScript, so that it starts without a compiler.
 */
import { parentPort, workerData } from "node:worker_threads";
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";

const { text, from, until, timeZone, limits } = workerData;

class Refused extends Error {}

let steps = 0;
const busy = [];

parentPort.postMessage(read());

function read() {
  try {
    for (const calendar of calendars()) readCalendar(calendar);
    return { busy: merged() };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    return { refused: "It is no calendar that can be read (iCalendar, RFC 5545)" };
  }
}

function calendars() {
  const parsed = ICAL.parse(text);
  const all = typeof parsed[0] === "string" ? [parsed] : parsed;
  return all.map((jcal) => new ICAL.Component(jcal));
}

function readCalendar(calendar) {
  if (calendar.name !== "vcalendar") throw new Refused("It is no calendar: VCALENDAR is missing");
  const events = calendar.getAllSubcomponents("vevent");
  const periods = calendar.getAllSubcomponents("vfreebusy");
  if (events.length + periods.length > limits.events) {
    throw new Refused(`It has more than ${limits.events} events`);
  }
  const moved = new Map();
  for (const event of events.filter((one) => one.hasProperty("recurrence-id"))) {
    const uid = event.getFirstPropertyValue("uid");
    moved.set(uid, [...(moved.get(uid) ?? []), event]);
  }
  for (const event of events) {
    if (event.hasProperty("recurrence-id")) continue;
    readEvent(event, moved.get(event.getFirstPropertyValue("uid")) ?? []);
  }
  for (const period of periods) readPeriods(period);
}

function readEvent(component, exceptions) {
  if (!takesTime(component) && exceptions.length === 0) return;
  const event = new ICAL.Event(component, { strictExceptions: true, exceptions });
  if (!event.isRecurring()) return add(event, event.startDate, event.endDate);
  const occurrences = event.iterator();
  for (let next = occurrences.next(); next; next = occurrences.next()) {
    steps += 1;
    if (steps > limits.steps) throw new Refused("Its events repeat too often");
    if (next.year > limits.lastYear || toMilliseconds(event, next) >= until) return;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    add(item, startDate, endDate);
  }
}

function takesTime(component) {
  const value = (name) => String(component.getFirstPropertyValue(name) ?? "").toUpperCase();
  return value("transp") !== "TRANSPARENT" && value("status") !== "CANCELLED";
}

function add(event, start, end) {
  if (!takesTime(event.component)) return;
  push(toMilliseconds(event, start), toMilliseconds(event, end ?? start));
}

function push(begins, ends) {
  if (!(ends > begins) || ends <= from || begins >= until) return;
  busy.push([Math.max(begins, from), Math.min(ends, until)]);
  if (busy.length > limits.busy) throw new Refused(`It has more than ${limits.busy} busy times`);
}

function readPeriods(component) {
  for (const property of component.getAllProperties("freebusy")) {
    if (String(property.getParameter("fbtype") ?? "BUSY").toUpperCase() === "FREE") continue;
    for (const period of property.getValues()) {
      push(period.start.toUnixTime() * 1000, period.getEnd().toUnixTime() * 1000);
    }
  }
}

/** By the rules of the zone that is named; by the calendar's own, where nobody else knows it. */
function toMilliseconds(event, time) {
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime() * 1000;
  const named = event.component.getFirstProperty("dtstart")?.getParameter("tzid");
  const isOwn = named && !isKnown(named) && time.zone && time.zone !== ICAL.Timezone.localTimezone;
  if (isOwn) return time.toUnixTime() * 1000;
  const { year, month, day, hour, minute, second } = time;
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
  const zone = !time.isDate && named && isKnown(named) ? named : timeZone;
  return wall.toZonedDateTime(zone).epochMilliseconds;
}

function isKnown(zone) {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** In the order of time, in seconds; what touches is one. */
function merged() {
  const all = [];
  for (const [begins, ends] of busy.sort((one, other) => one[0] - other[0])) {
    const last = all.at(-1);
    if (last && begins <= last[1]) last[1] = Math.max(last[1], ends);
    else all.push([begins, ends]);
  }
  return all.map(([begins, ends]) => [Math.floor(begins / 1000), Math.ceil(ends / 1000)]);
}
