import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** Days of the week as in RFC 5545 (RRULE), Monday first. */
const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const nthWeekday = { weekday: z.enum(weekdays), nth: z.int().min(1).max(4) };

/** So many days after today; negative: before. */
const days = z.strictObject({ daysFromToday: z.int() });

/** The nth weekday of the month that is so many months after this one. */
const months = z.strictObject({ monthsFromNow: z.int(), ...nthWeekday });

/**
 * Of the dates "nth weekday of the first, second or third month of the quarter": the one so many
 * after today, where 1 is the next (today counts) and -1 the last before today.
 */
const quarters = z.strictObject({
  quarterlyFromToday: z.int().refine((position) => position !== 0, "There is no date 0"),
  monthOfQuarter: z.int().min(1).max(3),
  ...nthWeekday,
});

const relativeDate = z.union([days, months, quarters]);
type RelativeDate = z.infer<typeof relativeDate>;
type NthWeekday = Pick<z.infer<typeof months>, "weekday" | "nth">;

/**
 * Parses JSON in which a date may stand relative to today, and puts calendar dates
 * (`YYYY-MM-DD`) in place of the relative ones.
 */
export function parseWithDates(json: string, today: Temporal.PlainDate): unknown {
  return JSON.parse(json, (_key, value: unknown) => {
    if (typeof value !== "object") return value;
    const relative = relativeDate.safeParse(value);
    return relative.success ? resolveDate(relative.data, today).toString() : value;
  });
}

export function resolveDate(date: RelativeDate, today: Temporal.PlainDate): Temporal.PlainDate {
  if ("daysFromToday" in date) return today.add({ days: date.daysFromToday });
  if ("monthsFromNow" in date) return inMonth(today.add({ months: date.monthsFromNow }), date);
  const inQuarter = (quarter: number): Temporal.PlainDate => {
    const first = today.with({ month: today.month - ((today.month - 1) % 3), day: 1 });
    return inMonth(first.add({ months: 3 * quarter + date.monthOfQuarter - 1 }), date);
  };
  const isBeforeToday = Temporal.PlainDate.compare(inQuarter(0), today) < 0;
  const next = isBeforeToday ? 1 : 0;
  const { quarterlyFromToday: position } = date;
  return inQuarter(position > 0 ? next + position - 1 : next + position);
}

function inMonth(month: Temporal.PlainDate, { weekday, nth }: NthWeekday): Temporal.PlainDate {
  const first = month.with({ day: 1 });
  const untilWeekday = (weekdays.indexOf(weekday) + 1 - first.dayOfWeek + 7) % 7;
  return first.add({ days: untilWeekday + 7 * (nth - 1) });
}
