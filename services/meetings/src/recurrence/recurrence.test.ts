import { conformanceRuns } from "@convene/shared/testing/config";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expand, MOST_OCCURRENCES, type RecurrenceRequest } from "./recurrence.value.ts";
import { RecurrencePreset } from "./recurrence-preset.enum.ts";
import { presetRule, stepsOf } from "./recurrence-preset.value.ts";
import { parseRule } from "./recurrence-rule.value.ts";

const LONDON = { local: "2027-01-14T14:00:00", timeZone: "Europe/London" };

const localsOf = (request: Partial<RecurrenceRequest>) =>
  expand({ rule: "", start: LONDON, count: null, until: null, ...request }).occurrences.map(
    ({ local }) => local,
  );

/** Zones with every kind of change: by the half hour, at midnight, below the equator, none. */
const zones = fc.constantFrom(
  "Europe/London",
  "America/New_York",
  "Asia/Amman",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/Santiago",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Asia/Manila",
);

const starts = fc
  .record({
    year: fc.integer({ min: 2024, max: 2040 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.constantFrom(0, 15, 30, 45),
  })
  .map((fields) => Temporal.PlainDateTime.from(fields));

const exists = (local: Temporal.PlainDateTime, timeZone: string): boolean =>
  local.toZonedDateTime(timeZone).toPlainDateTime().equals(local);

const instantOf = (local: Temporal.PlainDateTime, timeZone: string): number =>
  local.toZonedDateTime(timeZone, { disambiguation: "earlier" }).epochMilliseconds;

const text = (local: Temporal.PlainDateTime) => local.toString({ smallestUnit: "second" });

const STEPS: Readonly<Record<RecurrencePreset, { days?: number; months?: number }>> = {
  [RecurrencePreset.WEEKLY]: { days: 7 },
  [RecurrencePreset.FORTNIGHTLY]: { days: 14 },
  [RecurrencePreset.MONTHLY]: { months: 1 },
  [RecurrencePreset.QUARTERLY]: { months: 3 },
  [RecurrencePreset.HALF_YEARLY]: { months: 6 },
  [RecurrencePreset.YEARLY]: { months: 12 },
};

/** The nth (−1: the last) such weekday of the month, by counting its days. */
function nthWeekday(month: Temporal.PlainYearMonth, weekday: number, nth: number) {
  const days = Array.from({ length: month.daysInMonth }, (_, index) =>
    month.toPlainDate({ day: index + 1 }),
  );
  return days.filter(({ dayOfWeek }) => dayOfWeek === weekday).at(nth > 0 ? nth - 1 : nth);
}

/** A preset by plain arithmetic: no rule, no library for rules. */
function* dates(
  start: Temporal.PlainDateTime,
  { preset, byWeekday, every }: { preset: RecurrencePreset; byWeekday: boolean; every: number },
) {
  const step = STEPS[preset];
  const nth = start.day > 28 ? -1 : Math.ceil(start.day / 7);
  for (let index = 0; ; index += every) {
    if (step.days !== undefined) {
      yield start.add({ days: step.days * index });
      continue;
    }
    const months = { months: (step.months ?? 0) * index };
    const month = start.toPlainDate().toPlainYearMonth().add(months);
    const date = byWeekday ? nthWeekday(month, start.dayOfWeek, nth) : start.add(months);
    if (date) yield start.with({ year: date.year, month: date.month, day: date.day });
  }
}

describe("the presets", () => {
  it("keep the wall clock, and make the dates of plain arithmetic, from 2024 on", () => {
    const cases = fc.record({
      start: starts,
      timeZone: zones,
      preset: fc.constantFrom(...Object.values(RecurrencePreset)),
      byWeekday: fc.boolean(),
      every: fc.integer({ min: 1, max: 4 }),
      count: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(cases, ({ start, timeZone, preset, byWeekday, every, count }) => {
        const fixedDay = !byWeekday && STEPS[preset].months !== undefined;
        fc.pre(exists(start, timeZone) && !(fixedDay && start.day > 28));
        const localStart = text(start);
        const rule = presetRule({ preset, byWeekday, every, localStart });
        expect(stepsOf(preset, parseRule(rule))).toBe(every);
        const made = expand({ rule, start: { local: localStart, timeZone }, count, until: null });
        const wanted: { local: string; startsAt: Date }[] = [];
        for (const local of dates(start, { preset, byWeekday, every })) {
          if (wanted.length === count) break;
          // A date on which the clock skips that time is left out and not counted.
          if (!exists(local, timeZone)) continue;
          wanted.push({ local: text(local), startsAt: new Date(instantOf(local, timeZone)) });
        }
        expect(made.occurrences).toEqual(wanted);
      }),
      { numRuns: conformanceRuns({ short: 100, full: 2_000 }) },
    );
  });

  it("take a fifth weekday of the month for the last", () => {
    const preset = RecurrencePreset.QUARTERLY;
    const of = (localStart: string) => presetRule({ preset, byWeekday: true, localStart });
    expect(of("2027-01-28T10:00:00")).toBe("FREQ=MONTHLY;INTERVAL=3;BYDAY=4TH");
    expect(of("2027-01-29T10:00:00")).toBe("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR");
  });

  it("refuse a date that not every month has", () => {
    const preset = RecurrencePreset.MONTHLY;
    const late = { preset, byWeekday: false, localStart: "2027-01-29T10:00:00" };
    expect(() => presetRule(late)).toThrow(
      expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", field: "localStart" } }),
    );
    expect(presetRule({ ...late, preset: RecurrencePreset.WEEKLY })).toBe("FREQ=WEEKLY");
  });
});

it("keeps the wall clock of any rule, in the order of time, up to its end", () => {
  const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  const rules = fc.oneof(
    fc
      .record({ n: fc.integer({ min: 1, max: 4 }), also: fc.subarray(days) })
      .map(({ n, also }) => ({ rule: `FREQ=WEEKLY;INTERVAL=${n}`, also })),
    fc.integer({ min: 1, max: 10 }).map((n) => ({ rule: `FREQ=DAILY;INTERVAL=${n}`, also: [] })),
    fc.integer({ min: 1, max: 7 }).map((n) => ({ rule: `FREQ=MONTHLY;INTERVAL=${n}`, also: [] })),
    fc.constant({ rule: "FREQ=YEARLY", also: [] }),
  );
  const cases = fc.record({
    start: starts,
    timeZone: zones,
    given: rules,
    count: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(cases, ({ start, timeZone, given: { rule, also }, count }) => {
      fc.pre(exists(start, timeZone));
      // Every 29 February is each fourth year: more than so many pass the fifty years of a series.
      const leapDay = rule === "FREQ=YEARLY" && start.month === 2 && start.day === 29;
      fc.pre(!leapDay || count <= 12);
      const own = days[start.dayOfWeek - 1] ?? "";
      const byDay = also.length > 0 ? `;BYDAY=${[...new Set([own, ...also])].join(",")}` : "";
      const { occurrences } = expand({
        rule: rule + byDay,
        start: { local: text(start), timeZone },
        count,
        until: null,
      });
      expect(occurrences).toHaveLength(count);
      for (const { local, startsAt } of occurrences) {
        expect(local.slice(11)).toBe(text(start).slice(11));
        expect(startsAt.getTime()).toBe(instantOf(Temporal.PlainDateTime.from(local), timeZone));
      }
      const times = occurrences.map(({ startsAt }) => startsAt.getTime());
      expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
    }),
    { numRuns: conformanceRuns({ short: 60, full: 2_000 }) },
  );
});

describe("a rule", () => {
  it.each([
    [
      "RRULE:freq=monthly;interval=3;byday=2TH;count=4",
      "FREQ=MONTHLY;INTERVAL=3;COUNT=4;BYDAY=2TH",
    ],
    ["FREQ=WEEKLY;INTERVAL=1;COUNT=2;", "FREQ=WEEKLY;COUNT=2"],
    ["FREQ=DAILY;UNTIL=20270115", "FREQ=DAILY;UNTIL=20270115T235959Z"],
    ["FREQ=DAILY;UNTIL=20270115T140000", "FREQ=DAILY;UNTIL=20270115T140000Z"],
  ])("is normalised: %s", (rule, normal) => {
    const made = expand({ rule, start: LONDON, count: null, until: null });
    expect(made.rule.replace(";INTERVAL=1", "")).toBe(normal);
  });

  it("ends with the last moment of its last date, in its zone", () => {
    const start = { local: "2027-07-01T22:00:00", timeZone: "America/New_York" };
    const rule = "FREQ=DAILY";
    expect(localsOf({ rule, start, until: "2027-07-03" })).toHaveLength(3);
    expect(localsOf({ rule: "FREQ=DAILY;UNTIL=20270703", start })).toHaveLength(3);
    expect(localsOf({ rule: "FREQ=DAILY;UNTIL=20270704T015959Z", start })).toHaveLength(2);
  });

  it("leaves out, and does not count, a date on which the clock skips the time", () => {
    const start = { local: "2027-03-27T01:30:00", timeZone: "Europe/London" };
    expect(localsOf({ rule: "FREQ=DAILY", start, count: 3 })).toEqual([
      "2027-03-27T01:30:00",
      "2027-03-29T01:30:00",
      "2027-03-30T01:30:00",
    ]);
  });

  it("makes a leap day's meetings only as far as a series goes", () => {
    const leapDay = { local: "2024-02-29T14:00:00", timeZone: "Europe/London" };
    const request = { rule: "FREQ=YEARLY", start: leapDay, until: null };
    expect(expand({ ...request, count: 12 }).occurrences.at(-1)?.local).toMatch(/^2068-02-29/);
    expect(() => expand({ ...request, count: 14 })).toThrow(/is not valid: its dates/);
  });

  it(`may make ${MOST_OCCURRENCES} meetings, however it steps`, () => {
    expect(localsOf({ rule: "FREQ=DAILY", count: 400 })).toHaveLength(400);
    expect(localsOf({ rule: "FREQ=DAILY;BYDAY=TH", count: 400 })).toHaveLength(400);
  });

  it.each([
    ["rule", { rule: "every quarter", count: 4 }],
    ["rule", { rule: "INTERVAL=3", count: 4 }],
    ["rule", { rule: "FREQ=MONTHLY\nEXDATE:20270114T140000Z", count: 4 }],
    ["rule", { rule: "FREQ=MONTHLY;FREQ=DAILY", count: 4 }],
    ["rule", { rule: "FREQ=HOURLY", count: 4 }],
    ["rule", { rule: "FREQ=DAILY;BYHOUR=9,14", count: 4 }],
    ["rule", { rule: "FREQ=MONTHLY;INTERVAL=0", count: 4 }],
    ["rule", { rule: "FREQ=MONTHLY;BYMONTHDAY=55", count: 4 }],
    ["rule", { rule: "FREQ=MONTHLY;BYDAY=QQ", count: 4 }],
    ["rule", { rule: "FREQ=WEEKLY;BYDAY=2TH", count: 4 }],
    ["rule", { rule: "FREQ=WEEKLY;BYDAY=MO,TH;BYSETPOS=2", count: 4 }],
    ["rule", { rule: "FREQ=YEARLY;BYWEEKNO=2,53;BYDAY=TH", count: 4 }],
    ["rule", { rule: "FREQ=MONTHLY;RSCALE=CHINESE", count: 4 }],
    ["rule", { rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", count: 4 }],
    ["rule", { rule: "FREQ=YEARLY;INTERVAL=100000000", count: 4 }],
    ["rule", { rule: "FREQ=YEARLY;INTERVAL=60", count: 4 }],
    ["rule", { rule: "FREQ=DAILY;UNTIL=20280601" }],
    ["rule", { rule: "FREQ=YEARLY;UNTIL=20780101" }],
    ["rule", { rule: "FREQ=DAILY;UNTIL=20270101" }],
    ["rule", { rule: "FREQ=DAILY;UNTIL=20270231" }],
    ["rule", { rule: "FREQ=DAILY;UNTIL=SOON" }],
    ["rule", { rule: "FREQ=DAILY;COUNT=401" }],
    ["rule", { rule: "FREQ=DAILY;COUNT=-1" }],
    ["count", { rule: "FREQ=DAILY" }],
    ["count", { rule: "FREQ=DAILY", count: 0 }],
    ["count", { rule: "FREQ=DAILY", count: 401 }],
    ["count", { rule: "FREQ=DAILY;COUNT=4", count: 4 }],
    ["until", { rule: "FREQ=DAILY", count: 4, until: "2027-02-01" }],
    ["until", { rule: "FREQ=DAILY", until: "2027-02-31" }],
    ["until", { rule: "FREQ=DAILY", until: "2027-01-13" }],
    ["until", { rule: "FREQ=DAILY", until: "2028-06-01" }],
    ["until", { rule: "FREQ=YEARLY", until: "2078-01-01" }],
    ["localStart", { rule: "FREQ=MONTHLY;BYDAY=3TH", count: 4 }],
  ])("is refused by the field %s: %j", (field, request) => {
    expect(() => localsOf(request)).toThrow(
      expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", field } }),
    );
  });

  it("says where the first meeting would be, when the start is none", () => {
    const rule = "FREQ=MONTHLY;INTERVAL=3;BYDAY=3TH;COUNT=4";
    expect(() => localsOf({ rule })).toThrow("its first one would be at 2027-01-21T14:00:00");
  });
});

describe("a rule that makes far too much work", () => {
  const start = { local: "2027-01-01T14:00:00", timeZone: "Europe/London" };
  const days = (length: number) => Array.from({ length }, (_, day) => day + 1).join(",");

  it.each([
    { rule: "FREQ=DAILY", until: "2076-12-31" },
    { rule: `FREQ=YEARLY;BYYEARDAY=${days(30)}`, until: "2076-12-31" },
    { rule: `FREQ=YEARLY;BYYEARDAY=${days(230)}`, until: "2076-12-31" },
    { rule: `FREQ=YEARLY;BYYEARDAY=${days(32)}`, count: 4 },
    { rule: `FREQ=YEARLY;BYYEARDAY=${days(31)};BYSETPOS=300`, count: 400 },
    { rule: "FREQ=WEEKLY;BYDAY=FR;BYSETPOS=7", count: 400 },
    { rule: "FREQ=YEARLY;BYMONTH=2;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366", count: 400 },
    { rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=300", count: 400 },
    { rule: "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", until: "2076-12-31" },
  ])("is refused before the work is done: %j", (request) => {
    expect(() => localsOf({ ...request, start })).toThrow(
      expect.objectContaining({
        extensions: { code: "BAD_USER_INPUT", field: expect.stringMatching(/^(rule|until)$/) },
      }),
    );
  });
});
