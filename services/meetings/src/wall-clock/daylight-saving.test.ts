import { Temporal } from "temporal-polyfill";
import { expand } from "../recurrence/recurrence.value.ts";
import { localAt } from "./wall-clock.value.ts";

/**
 * Offsets from 2024 to 2040: at the start, then each change with the moment from which it holds. By
 * `zdump -v` from release 2025b of the IANA database, so by neither Temporal nor ICU.
 */
const TABLES: Readonly<Record<string, string>> = {
  "Europe/London": `+00:00
    2024-03-31T01:00Z+01:00 2024-10-27T01:00Z+00:00 2025-03-30T01:00Z+01:00 2025-10-26T01:00Z+00:00
    2026-03-29T01:00Z+01:00 2026-10-25T01:00Z+00:00 2027-03-28T01:00Z+01:00 2027-10-31T01:00Z+00:00
    2028-03-26T01:00Z+01:00 2028-10-29T01:00Z+00:00 2029-03-25T01:00Z+01:00 2029-10-28T01:00Z+00:00
    2030-03-31T01:00Z+01:00 2030-10-27T01:00Z+00:00 2031-03-30T01:00Z+01:00 2031-10-26T01:00Z+00:00
    2032-03-28T01:00Z+01:00 2032-10-31T01:00Z+00:00 2033-03-27T01:00Z+01:00 2033-10-30T01:00Z+00:00
    2034-03-26T01:00Z+01:00 2034-10-29T01:00Z+00:00 2035-03-25T01:00Z+01:00 2035-10-28T01:00Z+00:00
    2036-03-30T01:00Z+01:00 2036-10-26T01:00Z+00:00 2037-03-29T01:00Z+01:00 2037-10-25T01:00Z+00:00
    2038-03-28T01:00Z+01:00 2038-10-31T01:00Z+00:00 2039-03-27T01:00Z+01:00 2039-10-30T01:00Z+00:00
    2040-03-25T01:00Z+01:00 2040-10-28T01:00Z+00:00`,
  "America/New_York": `-05:00
    2024-03-10T07:00Z-04:00 2024-11-03T06:00Z-05:00 2025-03-09T07:00Z-04:00 2025-11-02T06:00Z-05:00
    2026-03-08T07:00Z-04:00 2026-11-01T06:00Z-05:00 2027-03-14T07:00Z-04:00 2027-11-07T06:00Z-05:00
    2028-03-12T07:00Z-04:00 2028-11-05T06:00Z-05:00 2029-03-11T07:00Z-04:00 2029-11-04T06:00Z-05:00
    2030-03-10T07:00Z-04:00 2030-11-03T06:00Z-05:00 2031-03-09T07:00Z-04:00 2031-11-02T06:00Z-05:00
    2032-03-14T07:00Z-04:00 2032-11-07T06:00Z-05:00 2033-03-13T07:00Z-04:00 2033-11-06T06:00Z-05:00
    2034-03-12T07:00Z-04:00 2034-11-05T06:00Z-05:00 2035-03-11T07:00Z-04:00 2035-11-04T06:00Z-05:00
    2036-03-09T07:00Z-04:00 2036-11-02T06:00Z-05:00 2037-03-08T07:00Z-04:00 2037-11-01T06:00Z-05:00
    2038-03-14T07:00Z-04:00 2038-11-07T06:00Z-05:00 2039-03-13T07:00Z-04:00 2039-11-06T06:00Z-05:00
    2040-03-11T07:00Z-04:00 2040-11-04T06:00Z-05:00`,
  "Asia/Amman": `+03:00`,
  "Africa/Casablanca": `+01:00
    2024-03-10T02:00Z+00:00 2024-04-14T02:00Z+01:00 2025-02-23T02:00Z+00:00 2025-04-06T02:00Z+01:00
    2026-02-15T02:00Z+00:00 2026-03-22T02:00Z+01:00 2027-02-07T02:00Z+00:00 2027-03-14T02:00Z+01:00
    2028-01-23T02:00Z+00:00 2028-03-05T02:00Z+01:00 2029-01-14T02:00Z+00:00 2029-02-18T02:00Z+01:00
    2029-12-30T02:00Z+00:00 2030-02-10T02:00Z+01:00 2030-12-22T02:00Z+00:00 2031-01-26T02:00Z+01:00
    2031-12-14T02:00Z+00:00 2032-01-18T02:00Z+01:00 2032-11-28T02:00Z+00:00 2033-01-09T02:00Z+01:00
    2033-11-20T02:00Z+00:00 2033-12-25T02:00Z+01:00 2034-11-05T02:00Z+00:00 2034-12-17T02:00Z+01:00
    2035-10-28T02:00Z+00:00 2035-12-09T02:00Z+01:00 2036-10-19T02:00Z+00:00 2036-11-23T02:00Z+01:00
    2037-10-04T02:00Z+00:00 2037-11-15T02:00Z+01:00 2038-09-26T02:00Z+00:00 2038-10-31T02:00Z+01:00
    2039-09-18T02:00Z+00:00 2039-10-23T02:00Z+01:00 2040-09-02T02:00Z+00:00 2040-10-14T02:00Z+01:00`,
  "Pacific/Apia": `+13:00`,
  "America/Santiago": `-03:00
    2024-04-07T03:00Z-04:00 2024-09-08T04:00Z-03:00 2025-04-06T03:00Z-04:00 2025-09-07T04:00Z-03:00
    2026-04-05T03:00Z-04:00 2026-09-06T04:00Z-03:00 2027-04-04T03:00Z-04:00 2027-09-05T04:00Z-03:00
    2028-04-02T03:00Z-04:00 2028-09-03T04:00Z-03:00 2029-04-08T03:00Z-04:00 2029-09-02T04:00Z-03:00
    2030-04-07T03:00Z-04:00 2030-09-08T04:00Z-03:00 2031-04-06T03:00Z-04:00 2031-09-07T04:00Z-03:00
    2032-04-04T03:00Z-04:00 2032-09-05T04:00Z-03:00 2033-04-03T03:00Z-04:00 2033-09-04T04:00Z-03:00
    2034-04-02T03:00Z-04:00 2034-09-03T04:00Z-03:00 2035-04-08T03:00Z-04:00 2035-09-02T04:00Z-03:00
    2036-04-06T03:00Z-04:00 2036-09-07T04:00Z-03:00 2037-04-05T03:00Z-04:00 2037-09-06T04:00Z-03:00
    2038-04-04T03:00Z-04:00 2038-09-05T04:00Z-03:00 2039-04-03T03:00Z-04:00 2039-09-04T04:00Z-03:00
    2040-04-08T03:00Z-04:00 2040-09-02T04:00Z-03:00`,
  "Asia/Kolkata": `+05:30`,
  "Australia/Lord_Howe": `+11:00
    2024-04-06T15:00Z+10:30 2024-10-05T15:30Z+11:00 2025-04-05T15:00Z+10:30 2025-10-04T15:30Z+11:00
    2026-04-04T15:00Z+10:30 2026-10-03T15:30Z+11:00 2027-04-03T15:00Z+10:30 2027-10-02T15:30Z+11:00
    2028-04-01T15:00Z+10:30 2028-09-30T15:30Z+11:00 2029-03-31T15:00Z+10:30 2029-10-06T15:30Z+11:00
    2030-04-06T15:00Z+10:30 2030-10-05T15:30Z+11:00 2031-04-05T15:00Z+10:30 2031-10-04T15:30Z+11:00
    2032-04-03T15:00Z+10:30 2032-10-02T15:30Z+11:00 2033-04-02T15:00Z+10:30 2033-10-01T15:30Z+11:00
    2034-04-01T15:00Z+10:30 2034-09-30T15:30Z+11:00 2035-03-31T15:00Z+10:30 2035-10-06T15:30Z+11:00
    2036-04-05T15:00Z+10:30 2036-10-04T15:30Z+11:00 2037-04-04T15:00Z+10:30 2037-10-03T15:30Z+11:00
    2038-04-03T15:00Z+10:30 2038-10-02T15:30Z+11:00 2039-04-02T15:00Z+10:30 2039-10-01T15:30Z+11:00
    2040-03-31T15:00Z+10:30 2040-10-06T15:30Z+11:00`,
};

const MINUTE = 60_000;

interface Change {
  readonly at: number;
  /** Minutes east of UTC. */
  readonly before: number;
  readonly after: number;
}

const minutesOf = (offset: string): number => {
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
};

function changesOf(table: string): { first: number; changes: readonly Change[] } {
  const [start = "", ...rows] = table.split(/\s+/);
  const first = minutesOf(start);
  let before = first;
  const changes = rows.map((row) => {
    const [at = "", offset = ""] = row.split(/(?<=Z)/);
    const change = { at: Date.parse(at), before, after: minutesOf(offset) };
    before = change.after;
    return change;
  });
  return { first, changes };
}

const ZONES = Object.entries(TABLES).map(([timeZone, table]) => ({
  timeZone,
  ...changesOf(table),
}));
type Zone = (typeof ZONES)[number];

const offsetAt = ({ first, changes }: Zone, instant: number): number =>
  changes.findLast(({ at }) => at <= instant)?.after ?? first;

/** What a clock shows that is so many minutes before UTC. */
const shownAt = (instant: number, offset: number): string =>
  new Date(instant + offset * MINUTE).toISOString().slice(0, 19);

it.each(ZONES)("puts the clock of $timeZone forward and back as the table says", (zone) => {
  for (const { at, before, after } of zone.changes) {
    expect(localAt(new Date(at - 1_000), zone.timeZone)).toBe(shownAt(at - 1_000, before));
    expect(localAt(new Date(at), zone.timeZone)).toBe(shownAt(at, after));
  }
  // And at no other time.
  for (let at = Date.UTC(2024, 0); at < Date.UTC(2041, 0); at += 7 * 24 * 60 * MINUTE) {
    expect(localAt(new Date(at), zone.timeZone)).toBe(shownAt(at, offsetAt(zone, at)));
  }
});

it.each(ZONES)(
  "meets at two in the afternoon of $timeZone each month until 2040, and elsewhere as that gives",
  (anchor) => {
    const { occurrences } = expand({
      rule: "FREQ=MONTHLY;BYDAY=2TH",
      start: { local: "2024-01-11T14:00:00", timeZone: anchor.timeZone },
      count: 17 * 12,
      until: null,
    });
    expect(occurrences.at(-1)?.local).toBe("2040-12-13T14:00:00");
    for (const { local, startsAt } of occurrences) {
      const instant = startsAt.getTime();
      expect(local.slice(11)).toBe("14:00:00");
      expect(shownAt(instant, offsetAt(anchor, instant))).toBe(local);
      for (const other of ZONES) {
        const { timeZone } = other;
        expect(localAt(startsAt, timeZone)).toBe(shownAt(instant, offsetAt(other, instant)));
      }
    }
  },
);

it("reads its tables", () => {
  expect(ZONES.map(({ changes }) => changes.length)).toEqual([34, 34, 0, 36, 0, 34, 0, 34]);
  const [london] = ZONES;
  expect(london?.changes[0]).toEqual({
    at: Temporal.Instant.from("2024-03-31T01:00Z").epochMilliseconds,
    before: 0,
    after: 60,
  });
});
