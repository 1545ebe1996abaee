import { registerEnumType } from "type-graphql";

/** As what is found is written. */
export enum OrganisationTableFormat {
  CSV = "CSV",
  XLSX = "XLSX",
}

registerEnumType(OrganisationTableFormat, {
  name: "OrganisationTableFormat",
  description: "As what a search finds is written.",
  valuesConfig: {
    CSV: {
      description: "Comma-separated, UTF-8 with a byte order mark, by which spreadsheets know it.",
    },
    XLSX: { description: "A workbook of one sheet." },
  },
});
