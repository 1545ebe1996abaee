import { registerEnumType } from "type-graphql";

/** As what found organisations are written. */
export enum OrganisationTableFormat {
  CSV = "CSV",
  XLSX = "XLSX",
}

registerEnumType(OrganisationTableFormat, {
  name: "OrganisationTableFormat",
  description: "As what found organisations are written.",
  valuesConfig: {
    CSV: {
      description: "Comma-separated, UTF-8 with a byte order mark, by which spreadsheets know it.",
    },
    XLSX: { description: "A workbook of one sheet." },
  },
});
