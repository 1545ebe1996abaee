import { invalid } from "@convene/shared/errors";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import {
  dateRulesOf,
  type DateRulesChoice,
  seriesDates,
} from "../meeting-series/series-dates.value.ts";
import type { KeptFree } from "../free-date/free-date.value.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { datesOfSeries, type Occurrence } from "../recurrence/recurrence.value.ts";
import { instantOf } from "../wall-clock/wall-clock.value.ts";
import type { SeriesPart } from "./series-part.value.ts";
import type { Timing } from "./series-timing.value.ts";

/** Whether it says anything of dates beside the rule. */
export const isExcepted = (choice: DateRulesChoice): boolean =>
  [choice.extraStarts, choice.excludedDates, choice.skipsHolidaysOf, choice.keepsDatesFree].some(
    (value) => value !== null && value !== undefined,
  );

/** The rule as it is, from the first of its dates that is still to come. */
export function sameTiming(series: MeetingSeries, start: string, now: Date): Timing {
  const { rule, localStart, preset, byWeekday } = series;
  const before = datesOfSeries(series).filter(
    ({ local, startsAt }) => local >= start || startsAt > now,
  );
  return { rule, localStart, preset, byWeekday, before, after: before, isOther: false };
}

export interface Excepting {
  /** As it was. */
  readonly series: MeetingSeries;
  readonly part: SeriesPart & { readonly ruleBefore: string | null };
  readonly timing: Timing;
  readonly meetings: readonly Meeting[];
  readonly free: readonly KeptFree[];
  readonly now: Date;
}

/**
 * What a series leaves out and adds from now on, and when it takes place.
 *
 * @throws BAD_USER_INPUT; with the field `extraStarts` for one before what changes
 */
export function exceptionsOf(
  { series, part, timing, meetings, free, now }: Excepting,
  choice: DateRulesChoice,
) {
  const { timeZone } = series;
  const isToCome = (local: string) => instantOf("extraStarts", { local, timeZone }) > now;
  const isSplit = part.ruleBefore !== null;
  const isConcerned = (local: string) => isToCome(local) && (!isSplit || local >= part.start);
  const rules = dateRulesOf(choice, series);
  const early = rules.extraStarts.findIndex(
    (local) => !isConcerned(local) && !series.extraStarts.includes(local),
  );
  if (early >= 0) throw invalid(`extraStarts.${early}`, "It lies before what changes");
  const concerned = { ...rules, extraStarts: rules.extraStarts.filter(isConcerned) };
  const { takePlace, skipped } = seriesDates(timing.after, concerned, { timeZone, free });
  const first = timing.before[0]?.local.slice(0, 10) ?? "";
  const was = isSplit ? [] : series.skipped.filter(({ date }) => date < first);
  const stood = isSplit ? [] : series.extraStarts.filter((local) => !isToCome(local));
  return {
    rules: {
      ...rules,
      extraStarts: [...new Set([...stood, ...concerned.extraStarts])].sort(),
      skipped: [...was, ...skipped],
    },
    takePlace: isSplit ? takePlace : withoutHeld(takePlace, part, meetings),
  };
}

/** What stays where it is keeps its place. */
function withoutHeld(
  takePlace: readonly Occurrence[],
  part: SeriesPart,
  meetings: readonly Meeting[],
): readonly Occurrence[] {
  const concerned = new Set(part.meetings);
  const held = meetings.filter((meeting) => !concerned.has(meeting));
  const places = new Set(held.map(({ recurrenceStart }) => recurrenceStart));
  return takePlace.filter(({ local }) => !places.has(local));
}

/** What of it a series keeps that ends before the start. */
export const exceptionsBefore = ({ extraStarts, skipped }: MeetingSeries, start: string) => ({
  extraStarts: extraStarts.filter((local) => local < start),
  skipped: skipped.filter(({ date }) => date < start.slice(0, 10)),
});
