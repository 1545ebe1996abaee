import { parseHxlTag } from "./hxl-tag.ts";

/** HXL 1.1: software looks for the hashtag row within the first 25 rows. Titles stand no lower. */
export const HEADER_WINDOW = 25;

export interface FoundHeader {
  /** Index of the row with the columns' titles; null where a hashtag row has none above it. */
  readonly header: number | null;
  /** Index of the HXL hashtag row. */
  readonly hashtags: number | null;
  /** How many cells of it are hashtags. */
  readonly tagCount: number;
}

/**
 * Where the columns are named. With an HXL row: there, and in the last row above it that is not
 * blank. Without one: in the first row that holds two cells and is more than half as full as rows
 * usually are, so that a title or a date of issue above the table is not taken for it; in a table
 * of one column, the first row that is not blank. Null where all rows are blank.
 */
export function findHeader(rows: readonly (readonly string[])[]): FoundHeader | null {
  const opening = rows.slice(0, HEADER_WINDOW);
  const filled = opening.map((row) => row.filter((cell) => cell.trim() !== "").length);
  for (const [index, row] of opening.entries()) {
    const tagCount = row.filter((cell) => parseHxlTag(cell)).length;
    if (!isHashtagRow(tagCount, filled[index] ?? 0)) continue;
    const above = filled.slice(0, index).findLastIndex((count) => count > 0);
    return { header: above < 0 ? null : above, hashtags: index, tagCount };
  }
  const usual = median(filled.filter((count) => count > 0));
  const full = filled.findIndex((count) => count > 1 && count * 2 > usual);
  const header = full < 0 ? filled.findIndex((count) => count > 0) : full;
  return header < 0 ? null : { header, hashtags: null, tagCount: 0 };
}

/** As in libhxl, the reference implementation: at least half of the filled cells are hashtags. */
const isHashtagRow = (tags: number, filled: number) => tags > 0 && tags * 2 >= filled;

/** The lower one of an even number. */
function median(counts: readonly number[]): number {
  const sorted = counts.toSorted((left, right) => left - right);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
