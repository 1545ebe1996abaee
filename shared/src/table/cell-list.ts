import { accept, type CellReader, isNothing, refuse } from "./cell.ts";

/** What joins several values in a cell unless a column says otherwise; a comma never does. */
export const LIST_SEPARATORS: readonly string[] = [";", "|", "\n"];

/**
 * Several values in one cell, each read by `item`; placeholders among them are left out, repeated
 * ones kept once. One bad value spoils the cell: half a list would pass for the whole.
 */
export function readList<T>(
  item: CellReader<T>,
  separators: readonly string[] = LIST_SEPARATORS,
): CellReader<T[]> {
  return (text) => {
    const values = new Set<T>();
    for (const part of splitAt(text, separators)) {
      if (isNothing(part)) continue;
      const result = item(part.trim());
      if (!result.ok) return refuse(`holds a value that ${result.reason}`);
      values.add(result.value);
    }
    return accept([...values]);
  };
}

function splitAt(text: string, separators: readonly string[]): string[] {
  return separators.reduce((parts, mark) => parts.flatMap((part) => part.split(mark)), [text]);
}
