import { isNothing } from "./cell.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import type { ColumnSpec, ColumnSpecs, RowValues } from "./column-spec.ts";
import type { TableColumn, TableRow } from "./table.ts";
import { collapseSpace } from "./text-folding.ts";

const SHOWN = 80;

/** What is wrong with a row, or with a cell of it. */
export interface RowFault {
  /** Completes "The cell …" or "The row …"; the same text wherever the same is wrong. */
  readonly reason: string;
  /** None where the row as a whole is at fault. */
  readonly field?: string;
  /** Name of the column. */
  readonly column?: string;
  /** What the cell holds, cut after 80 characters. */
  readonly cell?: string;
  /** Nothing was lost: said so that somebody can look whether it was understood rightly. */
  readonly isNote?: true;
}

export interface RowReading<S extends ColumnSpecs> {
  /** Null where the row cannot be used: it is at fault as a whole, or lacks a required value. */
  readonly values: RowValues<S> | null;
  /** Also of optional cells, which are null in `values` then: the caller says whether that will do. */
  readonly faults: readonly RowFault[];
}

/** The values of a row by field. */
export function readRow<const S extends ColumnSpecs>(
  mapping: ColumnMapping<S>,
  row: TableRow,
): RowReading<S> {
  if (row.problem !== null) return { values: null, faults: [{ reason: row.problem }] };
  const values: Record<string, unknown> = {};
  const faults: RowFault[] = [];
  let usable = true;
  for (const [field, spec] of Object.entries(mapping.specs)) {
    const columns: readonly TableColumn[] = mapping.columns[field] ?? [];
    const read = readCells(spec, columns, row);
    values[field] = read.value;
    faults.push(...read.faults.map((fault) => ({ ...fault, field })));
    if (!spec.required || read.value !== null) continue;
    usable = false;
    if (read.faults.every(({ isNote }) => isNote))
      faults.push({ reason: BLANK, field, column: columns[0]?.name });
  }
  return { values: usable ? (values as RowValues<S>) : null, faults };
}

const BLANK = "is blank, and this field is needed";

interface CellsRead {
  readonly value: unknown;
  readonly faults: readonly RowFault[];
}

/** Of repeated columns all values, each once; null where there is none. */
function readCells(
  spec: ColumnSpec<unknown>,
  columns: readonly TableColumn[],
  { cells }: TableRow,
): CellsRead {
  const found: unknown[] = [];
  const faults: RowFault[] = [];
  for (const { position, name } of columns) {
    const cell = cells[position] ?? "";
    if (isNothing(cell, spec.nothing)) {
      if (spec.tellsNothing && cell.trim() !== "") faults.push(placeholder(name, cell));
      continue;
    }
    const result = spec.read(cell);
    if (!result.ok) faults.push({ reason: result.reason, column: name, cell: cut(cell) });
    else if (!isEmptyList(result.value)) found.push(result.value);
  }
  const repeated = columns.length > 1 && found.length > 0;
  return { value: repeated ? [...new Set(found.flat())] : (found[0] ?? null), faults };
}

const placeholder = (column: string, cell: string): RowFault => ({
  reason: "holds a placeholder, which was taken as blank",
  column,
  cell: cut(cell),
  isNote: true,
});

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

function cut(cell: string): string {
  const shown = collapseSpace(cell);
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN - 1)}…` : shown;
}
