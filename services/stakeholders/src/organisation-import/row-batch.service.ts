import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { inBatches } from "@convene/shared/table/batches";
import { faults, type ImportReportRow } from "@convene/shared/table/import-report";
import type { RowFault } from "@convene/shared/table/row-reading";
import { QueryFailedError } from "typeorm";

/** A row whose cells are read. */
export interface ReadRow<W> {
  readonly line: number;
  /** What the row wants; null where it cannot be used, and `faults` say why. */
  readonly wanted: W | null;
  readonly faults: readonly RowFault[];
}

export type UsableRow<W> = ReadRow<W> & { readonly wanted: W };

/** Rows to be taken in together, in one transaction. */
export interface RowBatch<W, K> {
  readonly rows: readonly UsableRow<W>[];
  /** In a dry run: what earlier batches would have left, in its latest state. */
  readonly imagined: readonly K[];
  readonly dryRun: boolean;
}

export interface Taken<K> {
  /** One for each row, in their order. */
  readonly report: readonly ImportReportRow[];
  /** What was made or changed. */
  readonly kept: readonly K[];
}

export interface RowBatchesOptions<W, K> {
  readonly transactions: Transactions;
  readonly dryRun: boolean;
  /** Set-based: its statements do not grow with the rows. Run again when a transaction lost a race. */
  readonly take: (tx: Transaction, batch: RowBatch<W, K>) => Promise<Taken<K>>;
}

const ROWS_PER_BATCH = 200;

/** Ends the transaction of a dry run: what was tried is rolled back, its result stays. */
class OnlyTried extends Error {
  constructor(readonly taken: Taken<unknown>) {
    super("This was a dry run");
  }
}

/**
 * Takes rows in by batches, one transaction each. A batch that holds a row which the database
 * refuses is halved until that row stands alone, so only that row is left out. A dry run writes
 * each batch and rolls it back, so that it runs into the same faults, and remembers what the batch
 * would have left, so that the next one builds on it; no transaction stays open meanwhile.
 */
export class RowBatches<W, K extends { readonly id: string }> {
  private readonly imagined = new Map<string, K>();

  constructor(private readonly options: RowBatchesOptions<W, K>) {}

  /** What became of each row, in the order of the rows. */
  async *run(rows: AsyncIterable<ReadRow<W>>): AsyncGenerator<ImportReportRow, void, undefined> {
    for await (const batch of inBatches(rows, ROWS_PER_BATCH)) {
      const taken = await this.take(batch.filter(isUsable));
      const reports = taken[Symbol.iterator]();
      for (const row of batch) {
        yield isUsable(row) ? next(reports) : skippedRow(row.line, row.faults);
      }
    }
  }

  private async take(rows: readonly UsableRow<W>[]): Promise<readonly ImportReportRow[]> {
    const [first, ...others] = rows;
    if (!first) return [];
    try {
      const { report, kept } = await this.inTransaction(rows);
      if (this.options.dryRun) for (const one of kept) this.imagined.set(one.id, one);
      return report;
    } catch (error) {
      if (!isDataFault(error)) throw error;
      if (others.length === 0) {
        return [
          skippedRow(first.line, [{ reason: `does not fit the database: ${error.message}` }]),
        ];
      }
      const middle = Math.ceil(rows.length / 2);
      const before = await this.take(rows.slice(0, middle));
      return [...before, ...(await this.take(rows.slice(middle)))];
    }
  }

  private async inTransaction(rows: readonly UsableRow<W>[]): Promise<Taken<K>> {
    const { transactions, dryRun, take } = this.options;
    const imagined = [...this.imagined.values()];
    try {
      return await transactions.write(async (tx) => {
        const taken = await take(tx, { rows, imagined, dryRun });
        if (dryRun) throw new OnlyTried(taken);
        return taken;
      });
    } catch (error) {
      if (error instanceof OnlyTried) return error.taken as Taken<K>;
      throw error;
    }
  }
}

const isUsable = <W>(row: ReadRow<W>): row is UsableRow<W> => row.wanted !== null;

export const skippedRow = (line: number, found: readonly RowFault[]): ImportReportRow => ({
  line,
  outcome: "skipped",
  ...faults(found),
});

function next<T>(items: Iterator<T>): T {
  const item = items.next();
  if (item.done) throw new Error("A batch has reported fewer rows than it was given");
  return item.value;
}

/** Classes 22 (data exception) and 23 (integrity constraint violation) of SQLSTATE. */
function isDataFault(error: unknown): error is QueryFailedError {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code?.startsWith("22") === true || code?.startsWith("23") === true;
}
