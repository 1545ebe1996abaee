import { Temporal } from "temporal-polyfill";
import { parseWithDates, resolveDate } from "./relative-dates.ts";

const on = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);
const secondThursday = { monthOfQuarter: 2, weekday: "TH", nth: 2 } as const;
const quarterly = (position: number, today: string): string =>
  resolveDate({ quarterlyFromToday: position, ...secondThursday }, on(today)).toString();

describe("a date relative to today", () => {
  it("counts days across the end of a month and of a leap year's February", () => {
    expect(resolveDate({ daysFromToday: 1 }, on("2028-02-28")).toString()).toBe("2028-02-29");
    expect(resolveDate({ daysFromToday: -1 }, on("2027-01-01")).toString()).toBe("2026-12-31");
    expect(resolveDate({ daysFromToday: 0 }, on("2027-01-01")).toString()).toBe("2027-01-01");
  });

  it("finds the nth weekday of a month before or after, also from the 31st", () => {
    const thirdTuesday = { weekday: "TU", nth: 3 } as const;
    const from = (months: number, today: string): string =>
      resolveDate({ monthsFromNow: months, ...thirdTuesday }, on(today)).toString();
    expect(from(1, "2027-01-31")).toBe("2027-02-16");
    expect(from(-1, "2027-01-31")).toBe("2026-12-15");
  });

  it("takes the first day of a month that begins on the weekday asked for", () => {
    const first = (weekday: "MO" | "SU"): string =>
      resolveDate({ monthsFromNow: 0, weekday, nth: 1 }, on("2026-06-15")).toString();
    expect(first("MO")).toBe("2026-06-01");
    expect(first("SU")).toBe("2026-06-07");
  });
});

describe("a quarterly date", () => {
  it("counts today as the next one, and the day after as past", () => {
    expect(quarterly(1, "2026-11-12")).toBe("2026-11-12");
    expect(quarterly(-1, "2026-11-12")).toBe("2026-08-13");
    expect(quarterly(1, "2026-11-13")).toBe("2027-02-11");
    expect(quarterly(-1, "2026-11-13")).toBe("2026-11-12");
  });

  it("goes on without gap or repetition on every day of three years", () => {
    const start = on("2026-01-01");
    for (let day = 0; day < 3 * 365; day++) {
      const today = start.add({ days: day }).toString();
      const dates = [-3, -2, -1, 1, 2, 3].map((position) => quarterly(position, today));
      expect([...dates].sort()).toEqual(dates);
      expect(dates.filter((date) => date < today)).toHaveLength(3);
      const months = dates.map((date) => on(date).year * 12 + on(date).month);
      expect(months.map((month) => month - (months[0] ?? 0))).toEqual([0, 3, 6, 9, 12, 15]);
      for (const date of dates.map(on)) {
        expect([2, 5, 8, 11]).toContain(date.month);
        expect(date.dayOfWeek).toBe(4);
        expect(Math.ceil(date.day / 7)).toBe(2);
      }
    }
  });
});

describe("JSON with relative dates", () => {
  it("has calendar dates in their place, at every depth, and is otherwise unchanged", () => {
    const json = `{"a": [{"daysFromToday": 2}, "2020-02-02", null, 3], "b": {"c": {"daysFromToday": -2}}}`;
    expect(parseWithDates(json, on("2026-11-23"))).toEqual({
      a: ["2026-11-25", "2020-02-02", null, 3],
      b: { c: "2026-11-21" },
    });
  });

  it("leaves what is not exactly a relative date for the schema to refuse", () => {
    const json = `[{"daysFromToday": 1.5}, {"daysFromToday": 1, "nth": 2}, {"monthsFromNow": 1}]`;
    expect(parseWithDates(json, on("2026-11-23"))).toEqual(JSON.parse(json));
  });
});
