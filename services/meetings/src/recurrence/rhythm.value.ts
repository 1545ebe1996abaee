import { invalid } from "@convene/shared/errors";
import { optionalText } from "@convene/shared/input";
import type { RecurrencePreset } from "./recurrence-preset.enum.ts";
import { presetRule } from "./recurrence-preset.value.ts";
import { LONGEST_RULE } from "./recurrence-rule.value.ts";

export interface RhythmChoice {
  readonly preset?: RecurrencePreset | null;
  readonly byWeekday: boolean;
  readonly every?: number | null;
  readonly rule?: string | null;
}

/**
 * The rule of a preset, or the one that was written.
 *
 * @throws BAD_USER_INPUT unless one of the two is given, and for `every` beside a rule.
 */
export function rhythmOf(choice: RhythmChoice, localStart: string): string {
  const rule = optionalText("rule", choice.rule, LONGEST_RULE);
  const preset = choice.preset ?? null;
  if ((rule === null) === (preset === null)) {
    throw invalid("rule", "Give a preset or a rule: one of the two");
  }
  const { byWeekday, every = null } = choice;
  if (preset !== null) return presetRule({ preset, byWeekday, every, localStart });
  if (every !== null) throw invalid("every", "A rule says itself how often: give its INTERVAL");
  return rule ?? "";
}
