import type { CsvColumn } from "@convene/shared/table/csv-text";

/** What stands in one column for each thing that is found. */
export interface TableColumn<T> extends CsvColumn {
  readonly cell: (row: T) => string | null;
}

/** Several values in one cell. */
export const several = (values: readonly (string | number)[]): string => values.join("; ");
