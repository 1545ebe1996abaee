import { AppError } from "../errors.ts";
import { type ColumnOverrides, type MappingProblem, readOverrides } from "./column-override.ts";
import type { ColumnSpec, ColumnSpecs, FieldOf } from "./column-spec.ts";
import { formatHxlTag, matchesHxl, parseHxlPattern } from "./hxl-tag.ts";
import type { TableColumn } from "./table.ts";
import { foldWords } from "./text-folding.ts";

export interface ColumnMapping<S extends ColumnSpecs> {
  readonly specs: S;
  /** None where the file has no column for the field; several only where it may be repeated. */
  readonly columns: Readonly<Record<FieldOf<S>, readonly TableColumn[]>>;
  /** Columns that no field uses. */
  readonly unused: readonly TableColumn[];
}

/**
 * Finds the columns of each field: first as told (`column=field`, see `readOverrides`), else by
 * hashtag, else by title among the columns that no hashtag has claimed. Where anything is unclear
 * or missing, throws one BAD_USER_INPUT with all `problems`; its `field` is the first one's.
 */
export function mapColumns<const S extends ColumnSpecs>(
  columns: readonly TableColumn[],
  specs: S,
  told: readonly string[] = [],
): ColumnMapping<S> {
  const fields = Object.keys(specs) as FieldOf<S>[];
  const overrides = readOverrides(told, { columns, fields });
  const found = findColumns(columns, specs, overrides);
  const problems = [
    ...overrides.problems,
    ...fields.flatMap((field) => problemsOf(field, specs[field], found[field] ?? [])),
  ];
  if (problems.length > 0) throw mappingError(problems, columns);
  const used = new Set(Object.values(found).flat());
  return {
    specs,
    columns: found as Record<FieldOf<S>, TableColumn[]>,
    unused: columns.filter((column) => !used.has(column)),
  };
}

function findColumns(
  columns: readonly TableColumn[],
  specs: ColumnSpecs,
  overrides: ColumnOverrides,
): Record<string, TableColumn[]> {
  const found: Record<string, TableColumn[]> = {};
  for (const [field, spec] of Object.entries(specs)) {
    found[field] = overrides.columns.get(field) ?? columnsByTag(columns, spec);
  }
  const claimed = new Set(Object.values(found).flat());
  const free = columns
    .filter((column) => column.title !== "" && !claimed.has(column))
    .map((column) => ({ column, words: foldWords(column.title) }));
  for (const [field, spec] of Object.entries(specs)) {
    if (found[field]?.length === 0) found[field] = columnsByTitle(free, spec);
  }
  return found;
}

function columnsByTag(columns: readonly TableColumn[], { hxl = [] }: ColumnSpec<unknown>) {
  return firstFound(hxl.map(parseHxlPattern), (pattern) =>
    columns.filter(({ tag }) => tag && matchesHxl(pattern, tag)),
  );
}

/** A column with its title folded, once for all fields that look for it. */
interface Titled {
  readonly column: TableColumn;
  readonly words: string;
}

function columnsByTitle(columns: readonly Titled[], { titles }: ColumnSpec<unknown>) {
  return firstFound(titles.map(foldWords), (wanted) =>
    columns.filter(({ words }) => words === wanted).map(({ column }) => column),
  );
}

function firstFound<T>(keys: readonly T[], find: (key: T) => TableColumn[]): TableColumn[] {
  for (const key of keys) {
    const found = find(key);
    if (found.length > 0) return found;
  }
  return [];
}

function problemsOf(
  field: string,
  spec: ColumnSpec<unknown> | undefined,
  found: readonly TableColumn[],
): MappingProblem[] {
  if (!spec) return [];
  if (found.length > 1 && !spec.repeated) {
    const names = found.map(describeColumn).join(" and ");
    return [{ field, message: `${field}: both ${names} fit; say which with column=${field}` }];
  }
  if (found.length > 0 || !spec.required) return [];
  const known = [...(spec.hxl ?? []), ...spec.titles].join(", ");
  return [{ field, message: `${field}: no column for it (known as ${known})` }];
}

const describeColumn = ({ name, tag }: TableColumn) =>
  tag ? `"${name}" (${formatHxlTag(tag)})` : `"${name}"`;

function mappingError(problems: readonly MappingProblem[], columns: readonly TableColumn[]) {
  const lines = problems.map(({ message }) => `- ${message}`);
  const names = columns.map(describeColumn).join(", ");
  const message = `The columns do not fit:\n${lines.join("\n")}\nThe file has: ${names}`;
  return new AppError("BAD_USER_INPUT", message, { field: problems[0]?.field, problems });
}
