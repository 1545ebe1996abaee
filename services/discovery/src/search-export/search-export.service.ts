import type { OrganisationTableFormat } from "../organisation-export/organisation-export.enum.ts";
import { type WrittenTable, writeTable } from "../organisation-export/written-table.service.ts";
import type { FoundThings } from "../search/search.service.ts";
import { SEARCH_COLUMNS } from "./search-table.value.ts";

/** Writes all that one search for everything finds, whatever page of it was asked for. */
export class SearchExportService {
  /** @throws LIMIT_EXCEEDED that says the budget. */
  table({ readAll }: FoundThings, format: OrganisationTableFormat): Promise<WrittenTable> {
    return writeTable({ title: "things", columns: SEARCH_COLUMNS, readAll }, format);
  }
}
