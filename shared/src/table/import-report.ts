import type { RowFault } from "./row-reading.ts";

export type RowOutcome = "created" | "updated" | "unchanged" | "skipped";

/** What became of one row of the file. With a fault: why it was skipped, or what was left out. */
export interface ImportReportRow extends Partial<RowFault> {
  /** Where the row starts in the file, from 1. */
  readonly line: number;
  readonly outcome: RowOutcome;
  /** Of what was made, changed or found. */
  readonly id?: string;
  /** Further faults of the row. */
  readonly also?: readonly RowFault[];
  /** How many of what the row has made, where that is more than the row itself. */
  readonly made?: Readonly<Record<string, number>>;
}

/** The faults of a row in the form of a report's row: `{ line, outcome, ...faults(problems) }`. */
export function faults([first, ...also]: readonly RowFault[]): Partial<ImportReportRow> {
  return { ...first, ...(also.length > 0 && { also }) };
}

/** Rows that share outcome, field and reason. */
export interface ImportProblem {
  readonly outcome: RowOutcome;
  readonly reason: string;
  readonly field?: string;
  readonly rows: number;
  /** The first ten. */
  readonly lines: readonly number[];
  /** The first five different ones. */
  readonly cells: readonly string[];
  /** Nothing was lost: see `RowFault`. */
  readonly isNote?: true;
}

export interface ImportReport {
  /** Name of the file, as told. */
  readonly file: string;
  /** What was imported, such as the name of a table or a form. */
  readonly kind: string;
  /** Nothing was written; the counts say what would have been. */
  readonly dryRun: boolean;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** What the rows have made in all, by its plural; empty where each row is one thing. */
  readonly made: Readonly<Record<string, number>>;
  /** The first rows; `RowSink` gets them all. */
  readonly rows: readonly ImportReportRow[];
  readonly rowsLeftOut: number;
  /** Most frequent first. */
  readonly problems: readonly ImportProblem[];
  /** Faults of kinds for which there was no more room. */
  readonly problemsLeftOut: number;
}

/** Gets every row, one after the other: to write them to a file or a table. */
export type RowSink = (row: ImportReportRow) => Promise<void> | void;

export interface ImportReporterOptions {
  readonly file: string;
  readonly kind: string;
  readonly dryRun?: boolean;
  readonly sink?: RowSink;
  /** Rows to keep in the report; 1,000 unless told. */
  readonly keepRows?: number;
}

const MAX_PROBLEMS = 200;
const MAX_LINES = 10;
const MAX_CELLS = 5;

interface Tally {
  outcome: RowOutcome;
  reason: string;
  field: string | undefined;
  rows: number;
  lines: number[];
  cells: string[];
  isNote?: true;
}

/** Gathers what an import did. Its memory does not grow with the file. */
export class ImportReporter {
  private readonly counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
  private readonly made: Record<string, number> = {};
  private readonly rows: ImportReportRow[] = [];
  private readonly tallies = new Map<string, Tally>();
  private rowsLeftOut = 0;
  private problemsLeftOut = 0;

  constructor(private readonly options: ImportReporterOptions) {}

  async add(row: ImportReportRow): Promise<void> {
    this.counts[row.outcome] += 1;
    for (const [what, count] of Object.entries(row.made ?? {})) {
      this.made[what] = (this.made[what] ?? 0) + count;
    }
    if (this.rows.length < (this.options.keepRows ?? 1_000)) this.rows.push(row);
    else this.rowsLeftOut += 1;
    if (row.reason !== undefined) this.tally(row, { ...row, reason: row.reason });
    for (const fault of row.also ?? []) this.tally(row, fault);
    await this.options.sink?.(row);
  }

  report(): ImportReport {
    const { file, kind, dryRun = false } = this.options;
    return {
      file,
      kind,
      dryRun,
      ...this.counts,
      made: { ...this.made },
      rows: [...this.rows],
      rowsLeftOut: this.rowsLeftOut,
      problems: [...this.tallies.values()]
        .map((tally) => ({ ...tally, lines: [...tally.lines], cells: [...tally.cells] }))
        .sort((left, right) => right.rows - left.rows),
      problemsLeftOut: this.problemsLeftOut,
    };
  }

  private tally({ outcome, line }: ImportReportRow, fault: RowFault): void {
    const { reason, field, cell, isNote } = fault;
    // What is only noted is the same whatever became of the row.
    const key = JSON.stringify([isNote ? "note" : outcome, field, reason]);
    const about = { outcome, reason, field, ...(isNote && { isNote }) };
    const tally = this.tallies.get(key) ?? this.newTally(key, about);
    if (!tally) {
      this.problemsLeftOut += 1;
      return;
    }
    tally.rows += 1;
    if (tally.lines.length < MAX_LINES) tally.lines.push(line);
    if (cell === undefined || tally.cells.length >= MAX_CELLS || tally.cells.includes(cell)) return;
    tally.cells.push(cell);
  }

  private newTally(
    key: string,
    about: Pick<Tally, "outcome" | "reason" | "field" | "isNote">,
  ): Tally | undefined {
    if (this.tallies.size >= MAX_PROBLEMS) return undefined;
    const tally = { ...about, rows: 0, lines: [], cells: [] };
    this.tallies.set(key, tally);
    return tally;
  }
}
