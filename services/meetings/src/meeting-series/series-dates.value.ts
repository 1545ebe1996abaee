import { invalid } from "@convene/shared/errors";
import { distinct } from "@convene/shared/input";
import { freeOn, type KeptFree } from "../free-date/free-date.value.ts";
import { checkHolidayCountry, holidayOn } from "../public-holiday/public-holiday.value.ts";
import { MOST_OCCURRENCES, type Occurrence } from "../recurrence/recurrence.value.ts";
import { instantOf, localOf } from "../wall-clock/wall-clock.value.ts";
import { SkipReason } from "./skip-reason.enum.ts";

const MOST_COUNTRIES = 20;

/** What stands beside the rule of a series. */
export interface DateRules {
  /** On the wall clock. */
  readonly extraStarts: string[];
  readonly excludedDates: string[];
  /** Countries. */
  readonly skipsHolidaysOf: string[];
  readonly keepsDatesFree: boolean;
}

export interface DateRulesChoice {
  readonly extraStarts?: readonly string[] | null;
  readonly excludedDates?: readonly string[] | null;
  readonly skipsHolidaysOf?: readonly string[] | null;
  readonly keepsDatesFree?: boolean | null;
}

/**
 * What is chosen, and else what held before.
 *
 * @throws BAD_USER_INPUT
 */
export function dateRulesOf(choice: DateRulesChoice, before: DateRules): DateRules {
  const extra = choice.extraStarts?.map((local, index) => localOf(`extraStarts.${index}`, local));
  choice.skipsHolidaysOf?.forEach((country, index) => {
    checkHolidayCountry(`skipsHolidaysOf.${index}`, country);
  });
  return {
    extraStarts: distinct("extraStarts", extra ?? before.extraStarts, MOST_OCCURRENCES).sort(),
    excludedDates: distinct(
      "excludedDates",
      choice.excludedDates ?? before.excludedDates,
      MOST_OCCURRENCES,
    ).sort(),
    skipsHolidaysOf: distinct(
      "skipsHolidaysOf",
      choice.skipsHolidaysOf ?? before.skipsHolidaysOf,
      MOST_COUNTRIES,
    ),
    keepsDatesFree: choice.keepsDatesFree ?? before.keepsDatesFree,
  };
}

/** Before anything was chosen. */
export const NO_DATE_RULES: DateRules = {
  extraStarts: [],
  excludedDates: [],
  skipsHolidaysOf: [],
  keepsDatesFree: true,
};

/** A date that is left out, in words and for programs. */
export interface Skip {
  readonly date: string;
  readonly reason: SkipReason;
  readonly country: string | null;
  readonly name: string;
}

/** Where a series meets. */
export interface DatePlace {
  readonly timeZone: string;
  /** Which dates its network keeps free. */
  readonly free: readonly KeptFree[];
}

export interface SeriesDates {
  /** In the order of time. */
  readonly takePlace: readonly Occurrence[];
  readonly skipped: readonly Skip[];
}

/**
 * When a series meets: what its rule makes, without the dates that are left out, and the extra ones,
 * which take place whatever day it is.
 *
 * @throws BAD_USER_INPUT for an extra start that the clock skips; when nothing is left, or too much
 */
export function seriesDates(
  made: readonly Occurrence[],
  rules: DateRules,
  { timeZone, free }: DatePlace,
): SeriesDates {
  const extra = rules.extraStarts.map((local, index) => ({
    local,
    startsAt: instantOf(`extraStarts.${index}`, { local, timeZone }),
  }));
  const [extraLocals, excluded] = [new Set(rules.extraStarts), new Set(rules.excludedDates)];
  const regular = made.filter(
    ({ local }) => !extraLocals.has(local) && !excluded.has(dateOf(local)),
  );
  const skips = regular.map(({ local }) => skipOf(dateOf(local), rules, free));
  const kept = regular.filter((_, index) => skips[index] === null);
  const takePlace = [...kept, ...extra].sort((one, other) => (one.local < other.local ? -1 : 1));
  if (takePlace.length === 0) throw invalid("excludedDates", "No date is left on which it meets");
  if (takePlace.length > MOST_OCCURRENCES) {
    throw invalid("extraStarts", `A series has at most ${MOST_OCCURRENCES} meetings`);
  }
  return { takePlace, skipped: skips.filter((skip) => skip !== null) };
}

function skipOf(date: string, rules: DateRules, free: readonly KeptFree[]): Skip | null {
  const kept = rules.keepsDatesFree ? freeOn(free, date) : null;
  if (kept) return { date, reason: SkipReason.KEPT_FREE, country: null, name: kept.reason };
  for (const country of rules.skipsHolidaysOf) {
    const name = holidayOn(country, date);
    if (name !== null) return { date, reason: SkipReason.PUBLIC_HOLIDAY, country, name };
  }
  return null;
}

/** What a network keeps dates free for is told to those who see it. */
export const shownSkips = (
  { networkId, skipped }: { readonly networkId: string | null; readonly skipped: readonly Skip[] },
  isNetworkSeen: boolean,
): readonly Skip[] =>
  networkId === null || isNetworkSeen
    ? skipped
    : skipped.map((skip) => (skip.reason === SkipReason.KEPT_FREE ? { ...skip, name: "" } : skip));

const dateOf = (local: string): string => local.slice(0, 10);
