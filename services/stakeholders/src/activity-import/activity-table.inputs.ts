import { type CellReader, refuse } from "@convene/shared/table/cell";
import { readDate } from "@convene/shared/table/cell-date";
import { readList } from "@convene/shared/table/cell-list";
import { readText } from "@convene/shared/table/cell-text";
import { columnSpecs, type RowValues } from "@convene/shared/table/column-spec";
import { TITLES } from "../organisation-import/column-title.value.ts";
import { presenceColumns } from "../organisation-import/presence-table.inputs.ts";
import { namingColumns, readName } from "../organisation-import/table-cell.inputs.ts";
import { ACTIVITY_TITLES } from "./activity-title.value.ts";

/** Day zero of Unix: what programs write for a date that they do not have. */
const ZERO_DATE = "1970-01-01";

const readActivityDate: CellReader<string> = (text) => {
  const date = readDate(text);
  return date.ok && date.value === ZERO_DATE
    ? refuse(`is ${ZERO_DATE}, which programs write where no date is known`)
    : date;
};

const names = { repeated: true, tellsNothing: true, read: readList(readName) } as const;

/** The columns of a table of activities: who does what where, for whom, with whose money. */
export const activityColumns = columnSpecs({
  activity: {
    titles: ACTIVITY_TITLES.activity,
    hxl: ["#activity+id", "#activity+code", "#meta+id"],
    read: readText(200),
  },
  implementer: {
    titles: ACTIVITY_TITLES.implementer,
    hxl: [
      "#org+impl-acronym-type-code-id",
      "#org+name-acronym-short-type-funder-prog-lead",
      "#org!",
    ],
    ...names,
  },
  implementerAcronym: {
    titles: ACTIVITY_TITLES.implementerAcronym,
    hxl: ["#org+impl+acronym", "#org+acronym-funder-prog-lead"],
    read: readText(40),
  },
  implementerType: {
    titles: ACTIVITY_TITLES.implementerType,
    hxl: ["#org+impl+type", "#org+type-funder-prog-lead"],
    read: readText(200),
  },
  lead: {
    titles: ACTIVITY_TITLES.lead,
    hxl: ["#org+prog-acronym-type-code-id", "#org+lead-acronym-type-code-id"],
    ...names,
  },
  leadType: {
    titles: ACTIVITY_TITLES.leadType,
    hxl: ["#org+prog+type", "#org+lead+type"],
    read: readText(200),
  },
  funder: {
    titles: ACTIVITY_TITLES.funder,
    hxl: ["#org+funder-acronym-type-code-id", "#org+donor-acronym-type-code-id"],
    ...names,
  },
  countries: namingColumns.countries,
  sectors: presenceColumns.sectors,
  areaName: presenceColumns.areaName,
  areaCode: presenceColumns.areaCode,
  status: {
    titles: ACTIVITY_TITLES.status,
    hxl: ["#status", "#activity+status"],
    read: readText(200),
  },
  startDate: { titles: TITLES.startDate, hxl: ["#date+start"], read: readActivityDate },
  endDate: { titles: TITLES.endDate, hxl: ["#date+end"], read: readActivityDate },
  dataset: { titles: TITLES.dataset, hxl: ["#meta+source", "#meta+dataset"], read: readText(300) },
});

export type ActivityTableRow = RowValues<typeof activityColumns>;
