import { Temporal } from "temporal-polyfill";
import { localIn, zonedOf } from "../wall-clock/wall-clock.value.ts";
import { clockFor, clocksFor, ShownTime } from "./shown-time.value.ts";

const ZONES = [
  "Europe/London",
  "America/New_York",
  "Africa/Casablanca",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kolkata",
  "UTC",
];
const HALF_AN_HOUR = 30 * 60_000;
const compact = (local: string) => local.replaceAll(/[-:]/g, "");

/** What is written of a start, and of an end 90 minutes later. */
function written(timeZone: string, localStart: string): string[] {
  const clocks = clocksFor([{ timeZone, localStart, recurrenceStart: null }]);
  const start = ShownTime.of(clockFor(clocks, timeZone), localStart);
  return [start, start.plusMinutes(90)].map(
    (time) => `${time.format("YYYYMMDD")}T${time.format("HHmmss")}`,
  );
}

function wanted(timeZone: string, local: string): string[] {
  const start = zonedOf({ local, timeZone });
  return [start, start.add({ minutes: 90 })].map((time) => compact(localIn(time)));
}

/** Each half hour of the two days around each change of the clock in three years. */
function localsAround(timeZone: string): string[] {
  const locals: string[] = [];
  let at = Temporal.Instant.from("2026-01-01T00:00:00Z").toZonedDateTimeISO(timeZone);
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (next === null || next.year > 2028) return locals;
    const wall = Date.parse(`${localIn(next)}Z`);
    for (let step = -48; step <= 48; step += 1) {
      locals.push(new Date(wall + step * HALF_AN_HOUR).toISOString().slice(0, 19));
    }
    at = next;
  }
}

it.each(ZONES)("shows what Temporal shows, also where the clock in %s is changed", (timeZone) => {
  for (const local of [...localsAround(timeZone), "2027-01-14T14:00:00", "2039-07-01T09:30:00"]) {
    expect([local, ...written(timeZone, local)]).toEqual([local, ...wanted(timeZone, local)]);
  }
});
