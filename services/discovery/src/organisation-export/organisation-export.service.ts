import { limitExceeded } from "@convene/shared/errors";
import { csvText } from "@convene/shared/table/csv-text";
import { xlsxBytes } from "@convene/shared/table/xlsx-bytes";
import { withinTime } from "../asking/time-budget.service.ts";
import type { OrganisationDocument } from "../organisation/organisation-document.entity.ts";
import type { FoundOrganisations } from "../organisation-search/organisation-search.service.ts";
import { OrganisationTableFormat } from "./organisation-export.enum.ts";
import { TABLE_COLUMNS, tableRows } from "./organisation-table.value.ts";

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

/** Writes all that a search finds, whatever page of it was asked for; never a part of it. */
export class OrganisationExportService {
  /** @throws LIMIT_EXCEEDED that says the budget. */
  async table(found: FoundOrganisations, format: OrganisationTableFormat): Promise<WrittenTable> {
    const organisations = await withinTime(MOST_TIME, () => found.readAll(MOST_ROWS + 1));
    if (organisations.length > MOST_ROWS) {
      const message = `More than ${MOST_ROWS} organisations are found: narrow the filter`;
      throw limitExceeded(message, { field: "filter", budget: MOST_ROWS, unit: "organisations" });
    }
    const bytes = await written(organisations, format);
    const name = `organisations.${format.toLowerCase()}`;
    return { name, mediaType: MEDIA_TYPES[format], base64: bytes.toString("base64") };
  }
}

async function written(
  organisations: readonly OrganisationDocument[],
  format: OrganisationTableFormat,
): Promise<Buffer> {
  const rows = tableRows(organisations);
  return format === OrganisationTableFormat.XLSX
    ? Buffer.from(await xlsxBytes(TABLE_COLUMNS, rows))
    : Buffer.from(BYTE_ORDER_MARK + csvText(TABLE_COLUMNS, rows));
}
