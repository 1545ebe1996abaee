import { limitExceeded } from "@convene/shared/errors";
import { csvText } from "@convene/shared/table/csv-text";
import { xlsxBytes } from "@convene/shared/table/xlsx-bytes";
import { withinTime } from "../asking/time-budget.service.ts";
import { OrganisationTableFormat } from "./organisation-export.enum.ts";
import type { TableColumn } from "./table-column.value.ts";

const MOST_ROWS = 5_000;
const MOST_TIME = 10_000;
/** By which a spreadsheet knows that the text is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

const MEDIA_TYPES: Readonly<Record<OrganisationTableFormat, string>> = {
  CSV: "text/csv; charset=utf-8; header=present",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export interface WrittenTable {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** What a search finds, and how it is written. */
export interface TableOf<T> {
  /** Of what, such as `organisations`. */
  readonly title: string;
  readonly columns: readonly TableColumn<T>[];
  readonly readAll: (limit: number) => Promise<readonly T[]>;
}

/**
 * All that is found, whatever page of it was asked for; never a part of it.
 *
 * @throws LIMIT_EXCEEDED that says the budget.
 */
export async function writeTable<T>(
  { title, columns, readAll }: TableOf<T>,
  format: OrganisationTableFormat,
): Promise<WrittenTable> {
  const found = await withinTime(MOST_TIME, () => readAll(MOST_ROWS + 1));
  if (found.length > MOST_ROWS) {
    const message = `More than ${MOST_ROWS} ${title} are found: narrow the filter`;
    throw limitExceeded(message, { field: "filter", budget: MOST_ROWS, unit: title });
  }
  const rows = found.map((one) => columns.map(({ cell }) => cell(one)));
  const bytes =
    format === OrganisationTableFormat.XLSX
      ? Buffer.from(await xlsxBytes(columns, rows))
      : Buffer.from(BYTE_ORDER_MARK + csvText(columns, rows));
  const name = `${title}.${format.toLowerCase()}`;
  return { name, mediaType: MEDIA_TYPES[format], base64: bytes.toString("base64") };
}
