import { assumedHours, clockOver, localHours } from "./entered-hours.value.ts";
import { CELL, valuesOver, worstOf } from "./local-hours.value.ts";
import { wallText } from "../wall-clock/zone-clock.value.ts";
import { Unavailable } from "./burden-weight.value.ts";

const DAY = 24 * 60 * 60_000;
const at = (instant: string) => Date.parse(instant);

/** What an hour that begins then is to somebody there, who has entered nothing or every hour. */
function valueOf(timeZone: string, instant: string, hours: object = {}): number {
  const from = at(instant);
  const period = { from, until: from + DAY };
  const entered = { ...assumedHours(timeZone, [5, 6]), ...hours };
  return worstOf(valuesOver(localHours(entered, period, []), { from, cells: 4 }), 0, 4);
}

/*
 * A meeting at the same instant in the week before and after the clocks change: what the wall
 * shows, and what it costs. The dates are those of the IANA database.
 */
const CHANGES = [
  {
    zone: "Europe/London",
    before: ["2027-03-26T16:00Z", "16:00", 0],
    after: ["2027-03-29T16:00Z", "17:00", 10],
  },
  {
    zone: "America/New_York",
    before: ["2027-03-12T13:00Z", "08:00", 10],
    after: ["2027-03-15T13:00Z", "09:00", 0],
  },
  {
    zone: "Asia/Amman",
    before: ["2022-02-24T06:00Z", "08:00", 10],
    after: ["2022-02-28T06:00Z", "09:00", 0],
  },
  {
    zone: "Africa/Casablanca",
    before: ["2027-02-05T08:00Z", "09:00", 0],
    after: ["2027-02-08T08:00Z", "08:00", 10],
  },
  {
    zone: "Pacific/Apia",
    before: ["2021-04-01T19:00Z", "09:00", 0],
    after: ["2021-04-06T19:00Z", "08:00", 10],
  },
  {
    zone: "America/Santiago",
    before: ["2027-04-02T12:00Z", "09:00", 0],
    after: ["2027-04-05T12:00Z", "08:00", 10],
  },
  {
    zone: "Australia/Lord_Howe",
    before: ["2027-04-01T22:00Z", "09:00", 0],
    after: ["2027-04-05T22:00Z", "08:30", 10],
  },
] as const;

it.each(CHANGES)("follows the clocks of $zone", ({ zone, before, after }) => {
  const [from, until] = [at(before[0]), at(after[0])];
  const clock = clockOver(zone, { from, until });
  expect(clock.changesBetween(from, until)).toBe(true);
  for (const [instant, wall, burden] of [before, after]) {
    expect(wallText(clock.wallAt(at(instant))).slice(11, 16)).toBe(wall);
    expect(valueOf(zone, instant)).toBe(burden);
  }
});

it("knows zones whose clocks never change, at half hours too, and Jordan's since 2022", () => {
  for (const zone of ["Asia/Kolkata", "Asia/Amman", "Pacific/Apia"]) {
    const clock = clockOver(zone, { from: at("2026-01-01"), until: at("2028-01-01") });
    expect(clock.changesBetween(at("2026-01-01"), at("2028-01-01"))).toBe(false);
  }
  expect(valueOf("Asia/Kolkata", "2027-06-02T03:30Z")).toBe(0);
  expect(valueOf("Asia/Kolkata", "2027-06-02T03:15Z")).toBe(10);
});

it("weighs the hour of the clock, and tells why somebody cannot", () => {
  const possible = [{ days: null, from: "00:00", until: "24:00" }];
  const costs = (hour: string) => valueOf("UTC", `2027-06-02T${hour}:00Z`, { possible });
  expect(["10", "18", "20", "22", "02", "05", "06"].map(costs)).toEqual([
    0, 10, 11, 12, 13, 12, 11,
  ]);
  expect(valueOf("UTC", "2027-06-02T23:00Z")).toBe(Unavailable.OUTSIDE_HOURS);
  expect(valueOf("UTC", "2027-06-05T10:00Z")).toBe(Unavailable.WEEKEND);
  expect(valueOf("Europe/London", "2027-12-27T10:00Z", { holidaysOf: "GB" })).toBe(
    Unavailable.HOLIDAY,
  );
  const from = at("2027-06-02T10:45Z") / 1_000;
  expect(valueOf("UTC", "2027-06-02T10:00Z", { busy: [[from, from + 60]] })).toBe(Unavailable.BUSY);
  expect(valueOf("UTC", "2027-06-02T09:45Z", { busy: [[from, from + 60]] })).toBe(0);
});

it("follows the clocks within a stretch", () => {
  const from = at("2027-03-28T00:00Z");
  const every = [{ days: [0, 1, 2, 3, 4, 5, 6], from: "00:00", until: "24:00" }];
  const entered = { ...assumedHours("Europe/London", []), possible: every, comfortable: [] };
  const hours = localHours(entered, { from, until: from + DAY }, []);
  const values = valuesOver(hours, { from, cells: (8 * 60 * 60_000) / CELL });
  // From 1:00 to 2:00 there is no hour: at 4:00 UTC it is 5:00.
  expect([15, 16, 20, 24].map((cell) => values[cell])).toEqual([13, 12, 11, 10]);
});
