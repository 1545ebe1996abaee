import { max, median, min } from "simple-statistics";

/** `median (least – most)` of figures that were taken again and again. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median([...values]),
  least: min([...values]),
  most: max([...values]),
});

/** `median unit (least – most)`. */
export function spread(values: readonly number[], unit: string, digits = 1): string {
  const { median: middle, least, most } = spreadOf(values);
  return `${middle.toFixed(digits)} ${unit} (${least.toFixed(digits)} – ${most.toFixed(digits)})`;
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
