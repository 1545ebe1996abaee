import { type CsvError, type Parser, parse } from "csv-parse";
import type { Delimiter } from "./csv-delimiter.ts";
import { fileProblem } from "./file-problem.ts";
import type { RawRow } from "./table.ts";

export interface CsvOptions {
  readonly delimiter: Delimiter;
  /** Of one row, in bytes: what an unclosed quote can swallow before it is found out. */
  readonly maxRowSize: number;
}

/**
 * The rows of a CSV text with `\n` line breaks, blank ones included, each with the line on which it
 * starts. Stray quotes inside a cell are kept as they are. All rows before a fault are given before
 * the error that names it.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  options: CsvOptions,
): AsyncGenerator<RawRow, void, undefined> {
  let rows: RawRow[] = [];
  let line = 1;
  const parser = rowParser(options, (cells) => {
    rows.push({ line, cells });
    line += 1 + lineBreaksIn(cells);
  });
  const fault = (error: CsvError) => fileProblem(explain(error, options), line);
  for await (const piece of text) {
    const error = await written(parser, piece);
    yield* rows;
    rows = [];
    if (error) throw fault(error);
  }
  const error = await ended(parser);
  yield* rows;
  if (error) throw fault(error);
}

function rowParser(
  { delimiter, maxRowSize }: CsvOptions,
  onRow: (cells: string[]) => void,
): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: "\n",
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRowSize,
    on_record: (cells) => {
      onRow(cells);
      return null;
    },
  });
  // Errors are taken from the callbacks of write and end.
  parser.on("error", () => undefined);
  return parser.resume();
}

const written = (parser: Parser, piece: string) =>
  new Promise<CsvError | null>((resolve) => {
    parser.write(piece, (error) => {
      resolve((error as CsvError | null | undefined) ?? null);
    });
  });

const ended = (parser: Parser) =>
  new Promise<CsvError | null>((resolve) => {
    parser.once("error", resolve).end(() => {
      resolve(null);
    });
  });

function lineBreaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  }
  return count;
}

function explain(error: CsvError, { maxRowSize }: CsvOptions): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return "a quote opens in this row and never closes";
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    return `this row is longer than ${maxRowSize} bytes: is a quote left open?`;
  }
  return error.message;
}
