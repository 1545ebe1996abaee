import type { ImportReportRow } from "../table/import-report.ts";
import type { RowFault } from "../table/row-reading.ts";

export interface ImportCounts {
  rowsRead: number;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  problemsFound: number;
}

/** A problem as it is stored. */
export interface FoundProblem {
  readonly position: number;
  readonly line: number;
  readonly field: string | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly cell: string | null;
}

/** Who sends a file of nothing but faults shall not fill the database with them. */
const MOST_PROBLEMS = 10_000;

/**
 * Counts what becomes of the rows. Of an import that was broken off it goes on where the last one
 * stood: the rows before that are taken again, which changes nothing, and were counted as what they
 * were the first time.
 */
export class ImportTally {
  readonly counts: ImportCounts;
  /** How many of what, by its plural, where a row makes more than one thing. */
  readonly made: Record<string, number>;
  private seen = 0;
  private problems: FoundProblem[] = [];

  constructor({
    rowsRead,
    created,
    updated,
    unchanged,
    skipped,
    problemsFound,
    made,
  }: Readonly<ImportCounts & Pick<ImportTally, "made">>) {
    this.made = { ...made };
    this.counts = { rowsRead, created, updated, unchanged, skipped, problemsFound };
  }

  add(row: ImportReportRow): void {
    this.seen += 1;
    if (this.seen <= this.counts.rowsRead) return;
    this.counts.rowsRead = this.seen;
    this.counts[row.outcome] += 1;
    for (const [what, count] of Object.entries(row.made ?? {})) {
      this.made[what] = (this.made[what] ?? 0) + count;
    }
    if (row.reason !== undefined) this.note(row, { ...row, reason: row.reason });
    for (const fault of row.also ?? []) this.note(row, fault);
  }

  /** The problems since the last time. */
  takeProblems(): readonly FoundProblem[] {
    return this.problems.splice(0);
  }

  private note(
    { line, outcome }: ImportReportRow,
    { reason, field, column, cell, isNote }: RowFault,
  ): void {
    this.counts.problemsFound += 1;
    if (this.counts.problemsFound > MOST_PROBLEMS) return;
    const position = this.counts.problemsFound;
    const told = isNote ? "WORTH_A_LOOK" : outcome === "skipped" ? "ROW_SKIPPED" : null;
    this.problems.push({
      position,
      line,
      field: field ?? null,
      column: column === undefined ? null : storable(column),
      code: told ?? "VALUE_LEFT_OUT",
      message: storable(`${field ?? "The row"} ${reason}`),
      cell: cell === undefined ? null : storable(cell),
    });
  }
}

/** What neither JSON nor a text of Postgres takes: NUL, and halves of characters that were cut. */
const storable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, "\ufffd");
