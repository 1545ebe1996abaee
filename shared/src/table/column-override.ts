import { formatHxlTag, parseHxlTag } from "./hxl-tag.ts";
import type { TableColumn } from "./table.ts";
import { foldWords } from "./text-folding.ts";

export interface MappingProblem {
  /** The field that lacks its column, or `map` where none can be named. */
  readonly field: string;
  readonly message: string;
}

export interface ColumnOverrides {
  readonly columns: ReadonlyMap<string, TableColumn[]>;
  readonly problems: readonly MappingProblem[];
}

interface Header {
  readonly columns: readonly TableColumn[];
  readonly fields: readonly string[];
}

/**
 * Reads `column=field` pairs: that column holds that field, whatever its hashtag or title says. The
 * column goes by its name in the table, else by its title (without case, accents, punctuation) or
 * its hashtag. A field that is told twice has both columns.
 */
export function readOverrides(told: readonly string[], header: Header): ColumnOverrides {
  const columns = new Map<string, TableColumn[]>();
  const problems: MappingProblem[] = [];
  for (const pair of told) {
    const read = readOverride(pair, header);
    if ("message" in read) problems.push(read);
    else columns.set(read.field, [...(columns.get(read.field) ?? []), read.column]);
  }
  return { columns, problems };
}

type Override = { readonly field: string; readonly column: TableColumn };

function readOverride(pair: string, { columns, fields }: Header): Override | MappingProblem {
  // Titles may hold an equals sign, fields never do.
  const cut = pair.lastIndexOf("=");
  const [name, field] = [pair.slice(0, Math.max(cut, 0)).trim(), pair.slice(cut + 1).trim()];
  if (name === "" || field === "")
    return { field: "map", message: `"${pair}" is not column=field` };
  if (!fields.includes(field)) {
    return {
      field: "map",
      message: `"${pair}": no field ${field} (there are ${fields.join(", ")})`,
    };
  }
  const found = columnsNamed(name, columns);
  const [column] = found;
  if (!column) return { field, message: `"${pair}": the file has no column "${name}"` };
  if (found.length === 1) return { field, column };
  const names = found.map((one) => `"${one.name}"`).join(", ");
  return { field, message: `"${pair}": several columns go by that name: ${names}` };
}

function columnsNamed(name: string, columns: readonly TableColumn[]): TableColumn[] {
  const exact = columns.filter((column) => column.name === name);
  if (exact.length > 0) return exact;
  const tag = parseHxlTag(name);
  if (tag)
    return columns.filter((column) => column.tag && formatHxlTag(column.tag) === formatHxlTag(tag));
  const words = foldWords(name);
  return words === "" ? [] : columns.filter((column) => foldWords(column.name) === words);
}
