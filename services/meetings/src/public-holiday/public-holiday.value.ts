import { invalid } from "@convene/shared/errors";
import Holidays from "date-holidays";
import { dayNumber } from "../wall-clock/zone-clock.value.ts";

/** What is known of a country and a year, for as long as the process runs: a few hundred at most. */
const known = new Map<string, ReadonlyMap<number, string>>();
const COUNTRIES: ReadonlySet<string> = new Set(Object.keys(new Holidays().getCountries()));

/** The days, by their number, on which a whole country rests. */
export function publicHolidays(country: string, years: readonly number[]): ReadonlySet<number> {
  return new Set(years.flatMap((year) => [...holidaysOf(country, year).keys()]));
}

/** What a whole country celebrates on that date (`2027-03-26`), in English; null for nothing. */
export const holidayOn = (country: string, date: string): string | null =>
  holidaysOf(country, Number(date.slice(0, 4))).get(dayNumber(date)) ?? null;

function holidaysOf(country: string, year: number): ReadonlyMap<number, string> {
  const key = `${country} ${year}`;
  const found = known.get(key) ?? readHolidays(country, year);
  known.set(key, found);
  return found;
}

/** Of several days, such as the end of Ramadan, each. */
function readHolidays(country: string, year: number): ReadonlyMap<number, string> {
  if (!COUNTRIES.has(country)) return new Map();
  const days = new Holidays(country, { languages: ["en"] })
    .getHolidays(year)
    .filter(({ type }) => type === "public")
    .flatMap(({ date, start, end, name }) => {
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
      const first = dayNumber(date.slice(0, 10));
      return Array.from({ length }, (_, day) => [first + day, name] as const);
    });
  return new Map(days);
}

/** @throws BAD_USER_INPUT for a country whose holidays are not known: none would be avoided. */
export function checkHolidayCountry(field: string, country: string): void {
  if (COUNTRIES.has(country)) return;
  throw invalid(field, `The public holidays of ${country} are not known: give dates instead`);
}

/** Older Nodes say it by a property, newer ones by a method. */
interface WeekTeller {
  readonly language: string;
  readonly weekInfo?: { readonly weekend: readonly number[] };
  getWeekInfo?(): { readonly weekend: readonly number[] };
}

/** The weekdays of the weekend, 0 is Monday: by CLDR, as Node knows it. */
export function weekendOf(country: string): ReadonlySet<number> {
  const locale: WeekTeller = new Intl.Locale(`und-${country}`);
  const { weekend } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { weekend: [6, 7] };
  return new Set(weekend.map((day) => day - 1));
}
