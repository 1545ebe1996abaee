import { conformanceRuns } from "@convene/shared/testing/config";
import fc from "fast-check";
import { plainDates } from "./plain-dates.value.ts";
import { parseRule } from "./recurrence-rule.value.ts";
import { libraryDates } from "./recurrence.value.ts";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const DAY = 24 * 60 * 60_000;
const MOST = 800;

/** Also from the ends of months, and leap days. */
const starts = fc
  .tuple(
    fc.integer({ min: Date.UTC(2024, 0) / DAY, max: Date.UTC(2040, 0) / DAY }),
    fc.constantFrom("T00:00:00", "T14:30:00", "T23:59:59"),
  )
  .map(([day, time]) => `${new Date(day * DAY).toISOString().slice(0, 10)}${time}`);

const weekdayAt = (local: string) => DAYS[(new Date(`${local}Z`).getUTCDay() + 6) % 7] ?? "";

interface Drawn {
  readonly local: string;
  readonly kind:
    "weekly" | "on weekdays" | "monthly" | "on its date" | "on the nth" | "on the last";
  readonly also: readonly string[];
}

/** Rules of the kinds that plain arithmetic knows, that begin with the start wherever they can. */
function ruleOf({ local, kind, also }: Drawn): string {
  const [weekday, date] = [weekdayAt(local), Number(local.slice(8, 10))];
  switch (kind) {
    case "weekly":
      return "FREQ=WEEKLY";
    case "on weekdays":
      return `FREQ=WEEKLY;BYDAY=${[...new Set([...also, weekday])].join(",")}`;
    case "monthly":
      return "FREQ=MONTHLY";
    case "on its date":
      return `FREQ=MONTHLY;BYMONTHDAY=${date}`;
    case "on the nth":
      return `FREQ=MONTHLY;BYDAY=${Math.ceil(date / 7)}${weekday}`;
    case "on the last":
      return `FREQ=MONTHLY;BYDAY=-1${weekday}`;
  }
}

const asked = fc
  .record({
    local: starts,
    kind: fc.constantFrom<Drawn["kind"]>(
      "weekly",
      "on weekdays",
      "monthly",
      "on its date",
      "on the nth",
      "on the last",
    ),
    also: fc.subarray(DAYS),
    interval: fc.integer({ min: 1, max: 13 }),
    count: fc.integer({ min: 1, max: 40 }),
    days: fc.option(fc.integer({ min: 0, max: 2_000 })),
  })
  .map(({ interval, count, days, ...drawn }) => {
    const until = new Date(Date.parse(`${drawn.local}Z`) + (days ?? 0) * DAY).toISOString();
    const compact = `${until.slice(0, 19).replace(/[-:]/g, "")}Z`;
    const end = days === null ? `COUNT=${count}` : `UNTIL=${compact}`;
    return { local: drawn.local, rule: `${ruleOf(drawn)};INTERVAL=${interval};${end}` };
  });

it("makes the dates that the library makes", () => {
  let made = 0;
  fc.assert(
    fc.property(asked, ({ local, rule }) => {
      const parts = parseRule(rule);
      const lastYear = Number(local.slice(0, 4)) + 50;
      const dates = plainDates({ parts, local, mostDates: MOST, lastYear });
      if (dates === null) return;
      made += 1;
      expect(dates).toEqual(libraryDates(parts, { local, timeZone: "UTC" }));
    }),
    { numRuns: conformanceRuns({ short: 200, full: 4_000 }) },
  );
  // A fifth weekday, a last one that the start is not, and what goes on for too long are not its own.
  expect(made).toBeGreaterThan(100);
});

it.each([
  "FREQ=DAILY;COUNT=3",
  "FREQ=YEARLY;COUNT=3",
  "FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TH,SU;COUNT=3",
  "FREQ=MONTHLY;BYDAY=TH;COUNT=3",
  "FREQ=MONTHLY;BYDAY=2TH,3TH;COUNT=3",
  "FREQ=MONTHLY;BYMONTHDAY=14,15;COUNT=3",
  "FREQ=MONTHLY;BYMONTHDAY=-18;COUNT=3",
  "FREQ=MONTHLY;BYMONTH=1;COUNT=3",
  "FREQ=MONTHLY;BYDAY=MO,TU,TH;BYSETPOS=2;COUNT=3",
  "FREQ=MONTHLY;BYDAY=3TH;COUNT=3",
])("leaves to the library %s", (rule) => {
  const local = "2027-01-14T14:00:00";
  const parts = parseRule(rule);
  expect(plainDates({ parts, local, mostDates: MOST, lastYear: 2077 })).toBeNull();
});
