import { parse } from "csv-parse/sync";
import { findHeader } from "./header-row.ts";

export type Delimiter = "," | ";" | "\t";

/** In order of preference where nothing else decides. */
const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/** How Excel may name the delimiter, on a line of its own before everything else. */
export const EXCEL_DIRECTIVE = /^"?sep=([,;\t])"?(?:\n|$)/i;

/**
 * The delimiter under which the beginning of a file looks most like a table: the most hashtags in
 * an HXL row; else several columns; else the largest share of rows as wide as their header; else
 * the widest header. (csv-parse's own `delimiter_auto` counts single characters, quoted ones too,
 * and fails on accents.)
 *
 * `opening` is text with `\n` line breaks; its last row may be cut off.
 */
export function detectDelimiter(opening: string): Delimiter {
  const named = EXCEL_DIRECTIVE.exec(opening)?.[1];
  const directed = DELIMITERS.find((delimiter) => delimiter === named);
  if (directed) return directed;
  const ranked = DELIMITERS.map((delimiter) => ({
    delimiter,
    likeness: likeness(opening, delimiter),
  }));
  // The sort is stable: where all is equal, the preferred delimiter stays first.
  ranked.sort((left, right) => compareLikeness(right.likeness, left.likeness));
  return ranked[0]?.delimiter ?? ",";
}

type Likeness = readonly [hashtags: number, several: number, alike: number, width: number];

function likeness(opening: string, delimiter: Delimiter): Likeness {
  const rows = openingRows(opening, delimiter);
  const found = findHeader(rows);
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const header = rows[found?.hashtags ?? found?.header ?? 0];
  if (!found || !header) return [0, 0, 0, 0];
  // "Refugees, asylum, aid" under a title are a list's own commas, not a header.
  const prose = filled[0] !== header && header.slice(1).every((cell) => cell.startsWith(" "));
  const alike = filled.filter((row) => row.length === header.length).length / filled.length;
  return [found.tagCount, header.length > 1 && !prose ? 1 : 0, alike, header.length];
}

function compareLikeness(left: Likeness, right: Likeness): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/** A wrong delimiter may misread quotes and then fail: what was read before that tells enough. */
function openingRows(opening: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  try {
    parse(opening, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells) => {
        rows.push(cells);
        return null;
      },
    });
  } catch {
    return rows;
  }
  return rows;
}
