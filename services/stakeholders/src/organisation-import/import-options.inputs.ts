import type { ImportSource } from "@convene/shared/file-import/importer";
import { AppError } from "@convene/shared/errors";
import type { ColumnMapping } from "@convene/shared/table/column-mapping";
import type { TableColumn } from "@convene/shared/table/table";
import type { ColumnSpecs } from "@convene/shared/table/column-spec";

export interface OrganisationImportOptions {
  /** `column=field`, where a column's title does not tell. */
  readonly map?: readonly string[];
  /** Says what would be done, and does nothing. */
  readonly dryRun?: boolean;
  /** Under which scheme the file's own identifiers are kept, such as `ocha-3w`. */
  readonly scheme: string;
  /** The name of the file, which is noted as where things come from … */
  readonly file?: string;
  /** … unless this says it. */
  readonly source?: ImportSource | null;
}

/**
 * For what a table may say in two ways: by an identifier or by a name.
 *
 * @throws BAD_USER_INPUT where it has a column for neither.
 */
export function requireOneOf<S extends ColumnSpecs>(
  { specs, columns, unused }: ColumnMapping<S>,
  [first, second]: readonly [keyof S & string, keyof S & string],
): void {
  if (columns[first].length > 0 || columns[second].length > 0) return;
  const titles = [first, second].flatMap((field) => specs[field]?.titles.slice(0, 2) ?? []);
  const all: TableColumn[] = [...Object.values<readonly TableColumn[]>(columns).flat(), ...unused];
  const names = all.toSorted((one, other) => one.position - other.position).map(({ name }) => name);
  const message = [
    "The columns do not fit:",
    `- ${first} or ${second}: no column for either (such as ${titles.join(", ")}); say which with column=${first}`,
    `The file has: ${names.map((name) => `"${name}"`).join(", ")}`,
  ].join("\n");
  throw new AppError("BAD_USER_INPUT", message, { field: first });
}
