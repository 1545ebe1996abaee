import { conflict, invalid } from "@convene/shared/errors";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { compact, parseRule, ruleText } from "../recurrence/recurrence-rule.value.ts";
import { stepsOf } from "../recurrence/recurrence-preset.value.ts";
import { datesOfSeries, expand, type Occurrence } from "../recurrence/recurrence.value.ts";
import { rhythmOf } from "../recurrence/rhythm.value.ts";
import { localOf, zonedOf } from "../wall-clock/wall-clock.value.ts";
import type { UpdateMeetingSeriesInput } from "./series-edit.inputs.ts";

/** When a series meets, from the first date that a change concerns. */
export interface Timing {
  readonly rule: string;
  readonly localStart: string;
  readonly preset: MeetingSeries["preset"];
  readonly byWeekday: boolean;
  readonly before: readonly Occurrence[];
  readonly after: readonly Occurrence[];
  /** Another rhythm, and not only another time. */
  readonly isOther: boolean;
}

/** `every` alone is refused: how often which step comes, the preset says. */
const isOtherRhythm = ({ rule, preset, every }: UpdateMeetingSeriesInput): boolean =>
  isGiven(rule) || isGiven(preset) || isGiven(every);

/** Whether it says anything of when the meetings begin. */
export function isRetimed(input: UpdateMeetingSeriesInput): boolean {
  const { localStart, byWeekday, count, until } = input;
  return isOtherRhythm(input) || [localStart, byWeekday, count, until].some(isGiven);
}

interface Retimed {
  readonly series: MeetingSeries;
  /** From there on, a place on the wall clock. */
  readonly start: string;
  readonly now: Date;
}

/**
 * When it meets from the start on.
 *
 * @throws CONFLICT when the rule makes nothing from there on; BAD_USER_INPUT as for a new series,
 *   and for a first meeting that would lie in the past
 */
export function retimed({ series, start, now }: Retimed, input: UpdateMeetingSeriesInput): Timing {
  const before = datesOfSeries(series).filter(({ local }) => local >= start);
  const [first] = before;
  if (!first) throw conflict(`The rule of series ${series.id} makes no further meeting`);
  const { timeZone } = series;
  const localStart = isGiven(input.localStart)
    ? localOf("localStart", input.localStart)
    : first.local;
  const rhythm = rhythmAfter(series, input);
  const { rule, occurrences: after } = expand({
    rule: rhythmOf(rhythm, localStart),
    start: { local: localStart, timeZone },
    ...endOf(before.length, input),
  });
  if (after[0] && after[0].startsAt <= now) {
    throw invalid("localStart", `${localStart} is in the past: what was, never changes`);
  }
  const { preset, byWeekday } = rhythm;
  return { rule, localStart, preset, byWeekday, before, after, isOther: isOtherRhythm(input) };
}

function rhythmAfter(series: MeetingSeries, input: UpdateMeetingSeriesInput) {
  const { preset = null, rule = null, every = null, byWeekday } = input;
  return isOtherRhythm(input)
    ? { preset, rule, every, byWeekday: byWeekday ?? false }
    : { ...asBefore(series), byWeekday: byWeekday ?? series.byWeekday };
}

/** Without its end. */
function asBefore({ preset, rule }: MeetingSeries) {
  const parts = new Map(parseRule(rule));
  if (preset !== null) return { preset, rule: null, every: stepsOf(preset, parts) };
  parts.delete("COUNT");
  parts.delete("UNTIL");
  return { preset: null, rule: ruleText(parts), every: null };
}

/** As many as were to come, unless the change says it. Another rhythm says its own end. */
function endOf(toCome: number, input: UpdateMeetingSeriesInput) {
  const { count = null, until = null } = input;
  if (count !== null || until !== null || isOtherRhythm(input)) return { count, until };
  return { count: toCome, until: null };
}

/** The rule up to its last date before that place; null when it makes none before. */
export function ruleBefore(series: MeetingSeries, start: string): string | null {
  const last = datesOfSeries(series).findLast(({ local }) => local < start);
  if (!last) return null;
  const parts = new Map(parseRule(series.rule));
  parts.delete("COUNT");
  const { timeZone } = series;
  return ruleText(parts.set("UNTIL", compact(zonedOf({ local: last.local, timeZone }))));
}

const isGiven = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined;
