import type { OrganisationDocument } from "../organisation/organisation-document.entity.ts";
import { several, type TableColumn } from "./table-column.value.ts";

/** The hashtags are those by which a table of organisations is taken in, where it has such a column. */
export const TABLE_COLUMNS: readonly TableColumn<OrganisationDocument>[] = [
  { title: "id", tag: "#meta+id", cell: ({ id }) => id },
  { title: "name", tag: "#org+name", cell: ({ name }) => name },
  { title: "category", tag: "#org+type", cell: ({ category }) => category },
  { title: "countries", tag: "#country+code", cell: ({ countries }) => several(countries) },
  { title: "areas", tag: "#adm1+name", cell: ({ areaNames }) => several(areaNames) },
  { title: "objectives", tag: "#meta+objectives", cell: ({ objectives }) => several(objectives) },
  { title: "sectors", tag: "#sector+name", cell: ({ sectors }) => several(sectors) },
  { title: "languages", tag: "#org+lang", cell: ({ languages }) => several(languages) },
  { title: "needs", tag: "#org+needs", cell: ({ needs }) => several(needs) },
  { title: "offers", tag: "#org+offers", cell: ({ offers }) => several(offers) },
  {
    title: "last_confirmed_on",
    tag: "#date+confirmed",
    cell: ({ lastConfirmedOn }) => lastConfirmedOn,
  },
];
