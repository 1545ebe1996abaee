import { conformanceRuns } from "@convene/shared/testing/config";
import fc from "fast-check";
import rrule from "rrule";
import { Temporal } from "temporal-polyfill";
import { parseRule, ruleText } from "./recurrence-rule.value.ts";
import { datesOf } from "./recurrence.value.ts";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const { rrulestr } = rrule;

const starts = fc
  .record({
    year: fc.integer({ min: 2024, max: 2040 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    hour: fc.integer({ min: 0, max: 23 }),
  })
  .map((fields) => Temporal.PlainDateTime.from(fields).toString({ smallestUnit: "second" }));

const some = <T>(values: readonly T[], most: number) =>
  fc.subarray([...values], { minLength: 1, maxLength: most });
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((n) => n !== 0);

const weekdays = some(DAYS, 4);
const nthWeekdays = fc
  .array(fc.tuple(fc.constantFrom(-2, -1, 1, 2, 3, 4, 5), fc.constantFrom(...DAYS)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((pairs) => [...new Set(pairs.map(([nth, day]) => `${nth}${day}`))]);

/** Parts that go together by RFC 5545, 3.3.10, each there or not. */
const part = (name: string, values: fc.Arbitrary<readonly (string | number)[]>) =>
  values.map((list) => `;${name}=${list.join(",")}`);
const perhaps = (arbitrary: fc.Arbitrary<string>) => fc.oneof(fc.constant(""), arbitrary);

const months = part("BYMONTH", some(range(1, 12), 4));
const monthDays = part("BYMONTHDAY", some(range(-31, 31), 4));

const yearDays = part("BYYEARDAY", some([...range(-20, 20), 59, 60, 61, 200, 365, 366], 4));
const weeks = part("BYWEEKNO", some([...range(-51, -48), ...range(2, 5), 26, 51, -3, -2], 3));
/**
 * One alone: rrule makes a date twice that two positions name. And none before the last of a few:
 * of one date rrule takes this for the last but one.
 */
const position = part("BYSETPOS", some([-1, 1, 2, 3], 1));
const weekStart = fc.constantFrom(...DAYS).map((day) => `;WKST=${day}`);

const bodies = fc.oneof(
  fc.tuple(fc.constant("FREQ=DAILY"), perhaps(months), perhaps(part("BYDAY", weekdays))),
  fc.tuple(fc.constant("FREQ=DAILY"), perhaps(months), perhaps(monthDays)),
  fc.tuple(fc.constant("FREQ=WEEKLY"), perhaps(part("BYDAY", weekdays)), perhaps(weekStart)),
  // The day is the start's, where nothing is said of it.
  fc.tuple(fc.constantFrom("FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=DAILY", "FREQ=WEEKLY")),
  fc.tuple(fc.constant("FREQ=MONTHLY"), months),
  fc.tuple(
    fc.constant("FREQ=MONTHLY"),
    perhaps(months),
    fc.oneof(monthDays, part("BYDAY", nthWeekdays), part("BYDAY", weekdays)),
  ),
  fc.tuple(
    fc.constant("FREQ=MONTHLY"),
    part("BYDAY", weekdays),
    part("BYSETPOS", some([-3, -2, -1, 1, 2, 3], 1)),
  ),
  fc.tuple(fc.constant("FREQ=MONTHLY"), monthDays, position),
  fc.tuple(fc.constant("FREQ=YEARLY"), months, perhaps(monthDays)),
  fc.tuple(fc.constant("FREQ=YEARLY"), months, part("BYDAY", nthWeekdays)),
  fc.tuple(fc.constant("FREQ=YEARLY"), months, part("BYDAY", weekdays), perhaps(position)),
  fc.tuple(fc.constant("FREQ=YEARLY"), part("BYDAY", nthWeekdays)),
  fc.tuple(fc.constant("FREQ=YEARLY"), yearDays, perhaps(position)),
  fc.tuple(fc.constant("FREQ=YEARLY"), weeks, part("BYDAY", weekdays), perhaps(weekStart)),
);

/** So many dates, or all until a moment. */
const ends = fc.oneof(
  fc.integer({ min: 1, max: 15 }).map((count) => () => `COUNT=${count}`),
  fc.integer({ min: 0, max: 700 }).map((days) => (start: string) => {
    const until = new Date(Date.parse(`${start}Z`) + days * 86_400_000).toISOString();
    return `UNTIL=${compact(until.slice(0, 19))}`;
  }),
);

const asked = fc.record({
  start: starts,
  body: bodies.map((parts) => parts.join("")),
  interval: fc.integer({ min: 1, max: 6 }),
  end: ends,
});

/** What rrule, after python-dateutil, makes: as if in UTC, as local times. */
const byRrule = (rule: string, start: string): string[] =>
  rrulestr(`DTSTART:${compact(start)}\nRRULE:${rule}`)
    .all()
    .map((date) => date.toISOString().slice(0, 19));

const compact = (local: string) => `${local.replace(/[-:]/g, "")}Z`;

it("makes the dates that another library makes, of rules of every kind", () => {
  let compared = 0;
  fc.assert(
    fc.property(asked, ({ start, body, interval, end }) => {
      const rule = `${body};INTERVAL=${interval};${end(start)}`;
      let made: string[];
      try {
        made = datesOf(parseRule(rule), { local: start, timeZone: "UTC" });
      } catch {
        return;
      }
      compared += 1;
      expect([ruleText(parseRule(rule)), made]).toEqual([rule, byRrule(rule, start)]);
    }),
    { numRuns: conformanceRuns({ short: 250, full: 10_000 }) },
  );
  expect(compared).toBeGreaterThan(conformanceRuns({ short: 160, full: 7_000 }));
});
