import { readText } from "@convene/shared/table/cell-text";
import { columnSpecs } from "@convene/shared/table/column-spec";
import { namingColumns } from "./table-cell.inputs.ts";
import { organisationColumns } from "./organisation-table.inputs.ts";
import { TITLES } from "./column-title.value.ts";

/** The columns of a table of who works where on what: one place in a row. */
export const presenceColumns = columnSpecs({
  ...namingColumns,
  sectors: organisationColumns.sectors,
  areaName: {
    titles: TITLES.areas,
    hxl: organisationColumns.areas.hxl,
    read: readText(200),
  },
  areaCode: {
    titles: TITLES.areaCode,
    hxl: ["#adm1+pcode", "#adm1+code"],
    read: readText(20),
  },
});
