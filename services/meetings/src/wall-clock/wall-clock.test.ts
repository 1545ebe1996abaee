import { conformanceRuns } from "@convene/shared/testing/config";
import fc from "fast-check";
import { timeSpan } from "./time-span.value.ts";
import { instantOf, localAt, localOf, zoneOf } from "./wall-clock.value.ts";

/** When the clocks jump in 2027, by the IANA database. */
const JUMPS = [
  {
    timeZone: "Europe/London",
    skipped: "2027-03-28T01:30:00",
    insteadAt: "2027-03-28T02:30:00",
    twice: "2027-10-31T01:30:00",
    instants: ["2027-10-31T00:30:00.000Z", "2027-10-31T01:30:00.000Z"],
  },
  {
    timeZone: "America/New_York",
    skipped: "2027-03-14T02:30:00",
    insteadAt: "2027-03-14T03:30:00",
    twice: "2027-11-07T01:30:00",
    instants: ["2027-11-07T05:30:00.000Z", "2027-11-07T06:30:00.000Z"],
  },
  {
    timeZone: "America/Santiago",
    skipped: "2027-09-05T00:30:00",
    insteadAt: "2027-09-05T01:30:00",
    twice: "2027-04-03T23:30:00",
    instants: ["2027-04-04T02:30:00.000Z", "2027-04-04T03:30:00.000Z"],
  },
  {
    timeZone: "Australia/Lord_Howe",
    skipped: "2027-10-03T02:15:00",
    insteadAt: "2027-10-03T02:45:00",
    twice: "2027-04-04T01:45:00",
    instants: ["2027-04-03T14:45:00.000Z", "2027-04-03T15:15:00.000Z"],
  },
];

describe("an instant from a wall clock", () => {
  it.each(JUMPS)("refuses what is skipped in $timeZone", ({ timeZone, skipped, insteadAt }) => {
    expect(() => instantOf("localStart", { local: skipped, timeZone })).toThrow(
      expect.objectContaining({
        message: `${skipped} does not exist in ${timeZone}: the clock is put forward, to ${insteadAt}`,
        extensions: { code: "BAD_USER_INPUT", field: "localStart" },
      }),
    );
  });

  it.each(JUMPS)("takes the earlier of two in $timeZone", ({ timeZone, twice, instants }) => {
    const shown = instants.map((instant) => localAt(new Date(instant), timeZone));
    expect(shown).toEqual([twice, twice]);
    const taken = instantOf("localStart", { local: twice, timeZone });
    expect(taken.toISOString()).toBe(instants[0]);
  });

  it("refuses a whole day that a zone has left out", () => {
    const gone = { local: "2011-12-30T10:00:00", timeZone: "Pacific/Apia" };
    expect(() => instantOf("localStart", gone)).toThrow("does not exist in Pacific/Apia");
  });
});

describe("a zone", () => {
  it.each([
    ["europe/london", "Europe/London"],
    ["UTC", "UTC"],
  ])("is spelt as the IANA database spells it: %s", (given, kept) => {
    expect(zoneOf("timeZone", given)).toBe(kept);
  });

  it.each(["Europe/Nowhere", "+01:00", "-05:00", "", "BST+1", "Europe/London\u0000"])(
    "is not %j",
    (name) => {
      expect(() => zoneOf("timeZone", name)).toThrow("is no time zone of the IANA database");
    },
  );
});

describe("a wall clock", () => {
  it.each([
    ["2027-01-14T14:00", "2027-01-14T14:00:00"],
    ["2028-02-29T23:59:59", "2028-02-29T23:59:59"],
  ])("is kept to the second: %s", (given, kept) => {
    expect(localOf("localStart", given)).toBe(kept);
  });

  it.each([
    "2027-02-29T10:00:00",
    "2027-01-14T24:00:00",
    "2027-01-14T14:00:00Z",
    "2027-01-14T14:00:00+01:00",
    "2027-01-14",
    "1969-12-31T23:59:59",
    "2200-01-01T00:00:00",
  ])("is not %s", (text) => {
    expect(() => localOf("localStart", text)).toThrow(
      expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", field: "localStart" } }),
    );
  });
});

describe("how long a meeting lasts", () => {
  const start = { local: "2027-01-14T14:00:00", timeZone: "Europe/London" };

  it("is time that passes, also over the night in which the clock is put forward", () => {
    const night = { local: "2027-03-27T23:00:00", timeZone: "Europe/London" };
    const byClock = timeSpan(night, { localEnd: "2027-03-28T03:00:00" });
    expect(byClock.durationMinutes).toBe(180);
    expect(timeSpan(night, { durationMinutes: 180 })).toEqual(byClock);
  });

  it.each([
    ["localEnd", { localEnd: "2027-01-14T13:59:00" }],
    ["localEnd", { localEnd: "2027-01-14T14:00:00" }],
    ["localEnd", { localEnd: "2027-01-14T15:30:30" }],
    ["localEnd", { localEnd: "2027-01-22T14:00:00" }],
    ["localEnd", { localEnd: "2027-03-28T01:30:00" }],
    ["durationMinutes", { durationMinutes: 0 }],
    ["durationMinutes", { durationMinutes: -30 }],
    ["durationMinutes", { durationMinutes: 10_081 }],
    ["durationMinutes", {}],
    ["durationMinutes", { durationMinutes: 60, localEnd: "2027-01-14T15:00:00" }],
  ])("is refused by its field %s: %j", (field, length) => {
    expect(() => timeSpan(start, length)).toThrow(
      expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", field } }),
    );
  });
});

it("shows at any instant, in any zone, what the platform's own time zone data give", () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  const instants = fc.date({
    min: new Date("1990-01-01"),
    max: new Date("2040-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(zones, instants, (timeZone, instant) => {
      const shown = new Intl.DateTimeFormat("sv-SE", {
        timeZone,
        dateStyle: "short",
        timeStyle: "medium",
      }).format(instant);
      expect(localAt(instant, timeZone)).toBe(shown.replace(" ", "T"));
    }),
    { numRuns: conformanceRuns({ short: 500, full: 20_000 }) },
  );
});
