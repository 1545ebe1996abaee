import { invalid } from "@convene/shared/errors";
import { Temporal } from "temporal-polyfill";
import { RecurrencePreset } from "./recurrence-preset.enum.ts";

/** The rules behind the presets (RFC 5545), without their ends. */
const RULES: Readonly<Record<RecurrencePreset, string>> = {
  [RecurrencePreset.WEEKLY]: "FREQ=WEEKLY",
  [RecurrencePreset.FORTNIGHTLY]: "FREQ=WEEKLY;INTERVAL=2",
  [RecurrencePreset.MONTHLY]: "FREQ=MONTHLY",
  [RecurrencePreset.QUARTERLY]: "FREQ=MONTHLY;INTERVAL=3",
  [RecurrencePreset.HALF_YEARLY]: "FREQ=MONTHLY;INTERVAL=6",
  [RecurrencePreset.YEARLY]: "FREQ=MONTHLY;INTERVAL=12",
};

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/** Every month has this day. */
const LAST_SURE_DAY = 28;

export interface PresetRequest {
  readonly preset: RecurrencePreset;
  /** On the start's weekday of the month (its second Thursday) instead of its date. */
  readonly byWeekday: boolean;
  readonly localStart: string;
}

/**
 * The rule of a preset that begins at the start. Its weekday is counted from the month's first;
 * a fifth is taken for the last.
 *
 * @throws BAD_USER_INPUT for a day that not every month has.
 */
export function presetRule({ preset, byWeekday, localStart }: PresetRequest): string {
  const rule = RULES[preset];
  const { day, dayOfWeek } = Temporal.PlainDateTime.from(localStart);
  if (!rule.startsWith("FREQ=MONTHLY")) return rule;
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
