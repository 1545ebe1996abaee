import { AppError } from "@convene/shared/errors";
import type { ColumnMapping } from "@convene/shared/table/column-mapping";
import type { ColumnSpecs } from "@convene/shared/table/column-spec";

export interface OrganisationImportOptions {
  /** `column=field`, where a column's title does not tell. */
  readonly map?: readonly string[];
  /** Says what would be done, and does nothing. */
  readonly dryRun?: boolean;
  /** Under which scheme the file's own identifiers are kept, such as `ocha-3w`. */
  readonly scheme: string;
}

/**
 * For what a table may say in two ways: by an identifier or by a name.
 *
 * @throws BAD_USER_INPUT where it has a column for neither.
 */
export function requireOneOf<S extends ColumnSpecs>(
  { specs, columns }: ColumnMapping<S>,
  fields: readonly (keyof S & string)[],
): void {
  if (fields.some((field) => columns[field].length > 0)) return;
  const known = fields.flatMap((field) => [
    ...(specs[field]?.hxl ?? []),
    ...(specs[field]?.titles ?? []),
  ]);
  const message = `The columns do not fit: there is neither ${fields.join(" nor ")} (known as ${known.join(", ")})`;
  throw new AppError("BAD_USER_INPUT", message, { field: fields[0] });
}
