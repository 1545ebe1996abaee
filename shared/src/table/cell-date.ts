import { accept, type CellReader, type CellResult, refuse } from "./cell.ts";

const TIME = String.raw`(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${TIME}$`, "i");
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${TIME}$`, "i");
const SHORT_YEAR = /^\d{1,2}([/.-])\d{1,2}\1\d{2}$/;

/**
 * A calendar date as `YYYY-MM-DD`.
 *
 * The rule: a year of four digits first is year-month-day (ISO 8601); else the day comes first,
 * then the month, whatever the separator (`1/7/2021` is 1 July). Month-first dates are never
 * guessed: `07/21/2021` is refused, since `07/01/2021` of the same file would be read wrongly. A
 * time of day is dropped; the date stays as written, in whatever zone it was. Two-digit years,
 * bare numbers and dates that no calendar has are refused.
 */
export const readDate: CellReader<string> = (text) => {
  const trimmed = text.trim();
  const [, year, month, day] = YEAR_FIRST.exec(trimmed) ?? [];
  if (year) return calendarDate({ year, month, day });
  const dayFirst = DAY_FIRST.exec(trimmed);
  if (dayFirst) return calendarDate({ year: dayFirst[4], month: dayFirst[3], day: dayFirst[1] });
  if (SHORT_YEAR.test(trimmed)) return refuse("is a date with a two-digit year: write all four");
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) return refuse("is a number, not a date");
  return refuse("is not a date (write 2021-07-31 or 31/07/2021)");
};

type Written = Readonly<Record<"year" | "month" | "day", string | undefined>>;

function calendarDate(written: Written): CellResult<string> {
  const [year, month, day] = [written.year, written.month, written.day].map(Number);
  if (year === undefined || month === undefined || day === undefined)
    return refuse("is not a date");
  if (year < 1000) return refuse("is a date with an impossible year");
  if (month < 1 || month > 12) {
    return refuse("is a date with an impossible month (the day comes first, then the month)");
  }
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) {
    return refuse("is a date that no calendar has");
  }
  return accept(new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10));
}
