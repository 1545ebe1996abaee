import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { vtimezone } from "./vtimezone.value.ts";

const PERIOD = {
  from: new Date("2024-01-01T00:00:00Z"),
  until: new Date("2040-12-31T00:00:00Z"),
};

function readZone(timeZone: string): ICAL.Timezone {
  const text = `BEGIN:VCALENDAR\r\n${vtimezone(timeZone, PERIOD)}\r\nEND:VCALENDAR`;
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
}

const fieldsOf = ({ year, month, day, hour }: Temporal.PlainDateTime) => ({
  ...{ year, month, day, hour },
  minute: 0,
  second: 0,
});

it.each([
  "Europe/London",
  "America/New_York",
  "Asia/Amman",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/Santiago",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
])("gives calendars the clock of %s from 2024 to 2040", (timeZone) => {
  const zone = readZone(timeZone);
  const wrong: string[] = [];
  let noon = Temporal.PlainDateTime.from("2024-01-01T12:00:00");
  for (; noon.year <= 2040; noon = noon.add({ days: 1 })) {
    const local = noon.toString({ smallestUnit: "second" });
    const told = zone.utcOffset(new ICAL.Time(fieldsOf(noon), ICAL.Timezone.localTimezone));
    if (told * 1e9 !== noon.toZonedDateTime(timeZone).offsetNanoseconds) wrong.push(local);
  }
  expect(wrong).toEqual([]);
});
