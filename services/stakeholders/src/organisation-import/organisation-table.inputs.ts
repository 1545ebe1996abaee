import { readList } from "@convene/shared/table/cell-list";
import { readDate } from "@convene/shared/table/cell-date";
import { readInteger } from "@convene/shared/table/cell-number";
import { readParagraphs, readText } from "@convene/shared/table/cell-text";
import { columnSpecs, type RowValues } from "@convene/shared/table/column-spec";
import { namingColumns, readLanguage, readWebsite, WITH_COMMA } from "./table-cell.inputs.ts";
import { TITLES } from "./column-title.value.ts";

/** The columns of a table of organisations. */
export const organisationColumns = columnSpecs({
  ...namingColumns,
  name: { ...namingColumns.name, required: true },
  acronym: {
    titles: TITLES.acronym,
    hxl: ["#org+acronym-source-target", "#org+short", "#org+abbr"],
    read: readText(40),
  },
  otherNames: {
    titles: TITLES.otherNames,
    hxl: ["#org+name+alt", "#org+alias"],
    repeated: true,
    read: readList(readText(300)),
  },
  dataset: { titles: TITLES.dataset, hxl: ["#meta+source", "#meta+dataset"], read: readText(300) },
  datasetUrl: { titles: TITLES.datasetUrl, hxl: ["#meta+url"], read: readWebsite },
  datasetLicense: {
    titles: TITLES.datasetLicense,
    hxl: ["#meta+license", "#meta+licence"],
    read: readText(100),
  },
  datasetDate: {
    titles: TITLES.datasetDate,
    hxl: ["#date+retrieved", "#meta+date"],
    read: readDate,
  },
  type: {
    titles: TITLES.type,
    hxl: ["#org+type+name", "#org+type-code", "#org+type"],
    read: readText(200),
  },
  areas: {
    titles: TITLES.areas,
    hxl: ["#adm1+name", "#adm1-code-pcode-id"],
    repeated: true,
    read: readList(readText(200)),
  },
  sectors: {
    titles: TITLES.sectors,
    hxl: ["#sector+name", "#sector-code"],
    repeated: true,
    read: readList(readText(200)),
  },
  website: {
    titles: TITLES.website,
    hxl: ["#org+url", "#org+website", "#contact+url"],
    read: readWebsite,
  },
  description: {
    titles: TITLES.description,
    hxl: ["#org+description", "#description"],
    read: readParagraphs(5_000),
  },
  languages: {
    titles: TITLES.languages,
    hxl: ["#org+lang", "#org+language"],
    repeated: true,
    read: readList(readLanguage, WITH_COMMA),
  },
  objectives: {
    titles: TITLES.objectives,
    hxl: ["#objective+code", "#objective"],
    repeated: true,
    read: readList(readInteger(1, 23), WITH_COMMA),
  },
  needs: {
    titles: TITLES.needs,
    hxl: ["#org+needs", "#need", "#needs"],
    repeated: true,
    read: readList(readText(200)),
  },
  offers: {
    titles: TITLES.offers,
    hxl: ["#org+offers", "#offer", "#offers"],
    repeated: true,
    read: readList(readText(200)),
  },
});

export type OrganisationTableRow = RowValues<typeof organisationColumns>;
