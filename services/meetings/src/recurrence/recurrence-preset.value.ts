import { invalid } from "@convene/shared/errors";
import { Temporal } from "temporal-polyfill";
import { RecurrencePreset } from "./recurrence-preset.enum.ts";
import type { RuleParts } from "./recurrence-rule.value.ts";

interface Step {
  readonly frequency: "WEEKLY" | "MONTHLY";
  readonly interval: number;
}

/** The rules behind the presets (RFC 5545). */
const STEPS: Readonly<Record<RecurrencePreset, Step>> = {
  [RecurrencePreset.WEEKLY]: { frequency: "WEEKLY", interval: 1 },
  [RecurrencePreset.FORTNIGHTLY]: { frequency: "WEEKLY", interval: 2 },
  [RecurrencePreset.MONTHLY]: { frequency: "MONTHLY", interval: 1 },
  [RecurrencePreset.QUARTERLY]: { frequency: "MONTHLY", interval: 3 },
  [RecurrencePreset.HALF_YEARLY]: { frequency: "MONTHLY", interval: 6 },
  [RecurrencePreset.YEARLY]: { frequency: "MONTHLY", interval: 12 },
};
/** Of a preset's own steps: every 52nd week, every tenth year. */
const MOST_STEPS = 52;

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/** Every month has this day. */
const LAST_SURE_DAY = 28;

export interface PresetRequest {
  readonly preset: RecurrencePreset;
  /** On the start's weekday of the month (its second Thursday) instead of its date. */
  readonly byWeekday: boolean;
  readonly localStart: string;
  /** Every so many of its steps; each unless given. */
  readonly every?: number | null;
}

/**
 * The rule of a preset that begins at the start. Its weekday is counted from the month's first;
 * a fifth is taken for the last.
 *
 * @throws BAD_USER_INPUT for a day that not every month has, and for too many steps.
 */
export function presetRule({ preset, byWeekday, localStart, every }: PresetRequest): string {
  const { frequency, interval } = STEPS[preset];
  const steps = interval * checkedSteps(every ?? 1);
  const rule = `FREQ=${frequency}${steps === 1 ? "" : `;INTERVAL=${steps}`}`;
  const { day, dayOfWeek } = Temporal.PlainDateTime.from(localStart);
  if (frequency !== "MONTHLY") return rule;
  if (byWeekday) {
    const nth = Math.ceil(day / 7);
    return `${rule};BYDAY=${nth > 4 ? -1 : nth}${WEEKDAYS[dayOfWeek - 1] ?? ""}`;
  }
  if (day > LAST_SURE_DAY) {
    throw invalid(
      "localStart",
      `Not every month has a day ${day}: begin by the ${LAST_SURE_DAY}th, or choose byWeekday`,
    );
  }
  return rule;
}

/** Every how many of its steps a rule repeats that was made from a preset. */
export const stepsOf = (preset: RecurrencePreset, rule: RuleParts): number =>
  Number(rule.get("INTERVAL") ?? 1) / STEPS[preset].interval;

function checkedSteps(every: number): number {
  if (Number.isInteger(every) && every >= 1 && every <= MOST_STEPS) return every;
  throw invalid("every", `every is from 1 to ${MOST_STEPS}, not ${every}`);
}
