import { several, type TableColumn } from "../organisation-export/table-column.value.ts";
import type { FoundRow } from "../search/search.repository.ts";

export const SEARCH_COLUMNS: readonly TableColumn<FoundRow>[] = [
  { title: "id", tag: "#meta+id", cell: ({ id }) => id },
  { title: "type", tag: "#meta+type", cell: ({ type }) => type },
  { title: "title", tag: "#meta+name", cell: ({ label }) => label },
  { title: "date", tag: "#date", cell: ({ date }) => date?.toISOString() ?? null },
  { title: "objectives", tag: "#meta+objectives", cell: ({ objectives }) => several(objectives) },
  { title: "countries", tag: "#country+code", cell: ({ countries }) => several(countries) },
  { title: "languages", tag: "#meta+lang", cell: ({ languages }) => several(languages) },
];
