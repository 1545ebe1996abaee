import { invalid } from "./errors.ts";

/** `field` is the path in the input. All throw BAD_USER_INPUT with that field. */
type Field = string;

/** Trimmed; refused when nothing is left, or more than `max` characters are. */
export function requiredText(field: Field, value: string, max = 300): string {
  const text = optionalText(field, value, max);
  if (text === null) throw invalid(field, `${field} must not be blank`);
  return text;
}

/** Trimmed; null when nothing is left. */
export function optionalText(field: Field, value: string | null | undefined, max = 300) {
  const text = value?.trim() ?? "";
  if (text.length > max) {
    throw invalid(field, `${field} has ${text.length} characters; at most ${max} are allowed`);
  }
  if (text.includes("\0")) throw invalid(field, `${field} must not hold the character NUL`);
  if (/\p{Surrogate}/u.test(text)) throw invalid(field, `${field} must not hold half a character`);
  return text === "" ? null : text;
}

/** Each value once, in the order given; at most `max` of them. */
export function distinct<T>(field: Field, values: readonly T[], max = 100): T[] {
  const once = [...new Set(values)];
  if (once.length > max) throw invalid(field, `${field} has ${once.length} values; at most ${max}`);
  return once;
}

/** Whole numbers within bounds, each once, in rising order: `numbers("objectives", […], 23)`. */
export function numbersUpTo(field: Field, values: readonly number[], most: number): number[] {
  const wrong = values.find((value) => !Number.isInteger(value) || value < 1 || value > most);
  if (wrong !== undefined) throw invalid(field, `${field} are numbered 1 to ${most}, not ${wrong}`);
  return distinct(field, values, most).sort((one, other) => one - other);
}

/** ISO dates; the end may be open, and may not come before the start. */
export function dateOrder(field: Field, start: string | null, end: string | null): void {
  if (start !== null && end !== null && end < start) {
    throw invalid(field, `${field} ${end} is before the start, ${start}`);
  }
}

/** An absolute http or https address. */
export function webAddress(field: Field, value: string | null | undefined): string | null {
  const text = optionalText(field, value, 2_000);
  if (text === null) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw invalid(field, `${field} must be an http or https address`);
  }
  return text;
}
