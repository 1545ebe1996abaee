import { accept, type CellReader, refuse } from "./cell.ts";

/** No number is longer, and the patterns below take long on what is. */
const MAX_LENGTH = 40;

const WHOLE = /^[+-]?\d+(?:[.,]0{1,2})?$/;
const GROUPED_BY_SPACE = /^[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+$/;
const GROUPED_BY_MARK = /^[+-]?\d{1,3}(?:[.,'’]\d{3})+$/;
const WITH_FRACTION = /^[+-]?\d*[.,]\d+$/;
const WITH_UNIT = /^\D{0,4}\s*[+-]?\d[\d.,\s]*\s*\D+$|^\D+\s*\d[\d.,\s]*$/;

/**
 * A whole number between two bounds, both included. Digits may be grouped by spaces (`12 500`) and
 * followed by an empty fraction (`12.0`, as spreadsheets export). A grouping comma or point is
 * refused, because `1.250` is a thousand in Madrid and one and a quarter in London; so is a unit.
 */
export function readInteger(min: number, max: number): CellReader<number> {
  return (text) => {
    const written = text.trim().replace(/^[−–]/, "-");
    if (written.length > MAX_LENGTH) return refuse("is not a number");
    if (WHOLE.test(written) || GROUPED_BY_SPACE.test(written)) {
      const value = Number(written.replace(/[.,]0{1,2}$/, "").replace(/\s/g, "")) + 0;
      return value >= min && value <= max
        ? accept(value)
        : refuse(`is not between ${min} and ${max}`);
    }
    if (GROUPED_BY_MARK.test(written)) {
      return refuse(
        "is a number with a grouping mark that countries read differently: write digits only",
      );
    }
    if (WITH_FRACTION.test(written)) return refuse("is not a whole number");
    if (WITH_UNIT.test(written))
      return refuse("is a number with a unit or a note: write the number alone");
    return refuse("is not a number");
  };
}
