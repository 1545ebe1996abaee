import { stringify } from "csv-stringify/sync";

export interface CsvColumn {
  readonly title: string;
  /** A hashtag of the Humanitarian Exchange Language, such as `#org+name`. */
  readonly tag: string;
}

/** What a spreadsheet would take for a formula; one that is guarded already, too. */
const FORMULA = /^'*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;
const GUARDED = /^'+[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;

/** So that no spreadsheet computes what somebody wrote as text: with a `'` before it. */
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** What `guarded` was given. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);

/** A table as CSV (RFC 4180): a row of titles, one of hashtags, then the rows; null is blank. */
export const csvText = (
  columns: readonly CsvColumn[],
  rows: readonly (readonly (string | null)[])[],
): string =>
  stringify(
    [
      columns.map(({ title }) => title),
      columns.map(({ tag }) => tag),
      ...rows.map((cells) => cells.map((cell) => guarded(cell ?? ""))),
    ],
    // It would quote a break of two characters alone, and readers take each of them for one.
    { record_delimiter: "\r\n", quoted_match: /[\r\n]/ },
  );
