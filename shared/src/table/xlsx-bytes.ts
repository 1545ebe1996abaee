import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { writeXlsxStream } from "hucre/xlsx";
import type { CsvColumn } from "./csv-text.ts";

type Cells = readonly (string | null)[];

/** After so many rows others have their turn: nobody waits for a large table. */
const ROWS_AT_ONCE = 200;

/**
 * A table as a workbook of one sheet: a row of titles, one of hashtags, then the rows. Every cell is
 * text, which no spreadsheet computes; null is blank.
 */
export function xlsxBytes(
  columns: readonly CsvColumn[],
  rows: readonly Cells[],
): Promise<Uint8Array> {
  const head = [columns.map(({ title }) => title), columns.map(({ tag }) => tag)];
  return buffer(writeXlsxStream(takingTurns([...head, ...rows]), { name: "Sheet1" }));
}

async function* takingTurns(rows: readonly Cells[]): AsyncGenerator<(string | null)[]> {
  for (const [index, cells] of rows.entries()) {
    if (index % ROWS_AT_ONCE === 0) await setImmediate();
    yield [...cells];
  }
}
