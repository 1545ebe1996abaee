import type { FoundOrganisations } from "../organisation-search/organisation-search.service.ts";
import type { OrganisationTableFormat } from "./organisation-export.enum.ts";
import { TABLE_COLUMNS } from "./organisation-table.value.ts";
import { type WrittenTable, writeTable } from "./written-table.service.ts";

/** Writes all that a search finds, whatever page of it was asked for; never a part of it. */
export class OrganisationExportService {
  /** @throws LIMIT_EXCEEDED that says the budget. */
  table({ readAll }: FoundOrganisations, format: OrganisationTableFormat): Promise<WrittenTable> {
    return writeTable({ title: "organisations", columns: TABLE_COLUMNS, readAll }, format);
  }
}
