import type { ImportSource } from "@convene/shared/file-import/importer";
import type { ColumnMapping } from "@convene/shared/table/column-mapping";
import { readRow, type RowFault } from "@convene/shared/table/row-reading";
import type { TableRow } from "@convene/shared/table/table";
import { foldWords } from "@convene/shared/table/text-folding";
import { importedFrom } from "../organisation/organisation-origin.value.ts";
import type { OrganisationProvenance } from "../organisation/organisation-provenance.entity.ts";
import { type KindReader, readKind } from "../organisation-import/organisation-kind.value.ts";
import type { AreaInFile } from "../organisation-import/organisation-merge.value.ts";
import { countriesRead } from "../organisation-import/organisation-name.value.ts";
import { readArea } from "../organisation-import/presence-area.value.ts";
import type { activityColumns, ActivityTableRow } from "./activity-table.inputs.ts";
import type { RepeatedRows } from "./repeated-row.value.ts";

/** The roles in an activity, in the order in which a row's organisations are taken. */
export type ActivityRole = "implementer" | "lead" | "funder";

/** What a row says of an activity. */
export interface WantedActivity {
  /** What the cells of each role hold; several names may still be in one. */
  readonly cells: Readonly<Record<ActivityRole, readonly string[]>>;
  /** Of the implementing organisation, where the row names one alone. */
  readonly acronym: string | null;
  readonly categories: Readonly<Record<ActivityRole, string | null>>;
  /** Null where the row names a country that nobody can read. */
  readonly countries: readonly string[] | null;
  readonly areas: readonly AreaInFile[];
  readonly sectors: readonly string[];
  readonly knownFrom: string;
  /** Where its organisations are known from. */
  readonly provenance: OrganisationProvenance;
}

export interface ActivityReading {
  readonly mapping: ColumnMapping<typeof activityColumns>;
  readonly kindOf: KindReader;
  readonly repeated: RepeatedRows;
  readonly file: string;
  readonly source: ImportSource | null;
}

/** A row as far as it can be understood without knowing who is already here. */
export function readActivity(row: TableRow, reading: ActivityReading) {
  const { line } = row;
  const { values, faults: unread } = readRow(reading.mapping, row);
  if (!values) return { line, wanted: null, faults: unread };
  const faults = [...unread, ...againstTime(values)];
  if (reading.repeated.repeats(row)) faults.push(REPEATED);
  const cells = cellsOf(values);
  if (cells.implementer.length === 0) return { line, wanted: null, faults: [NOBODY, ...faults] };
  if (isCancelled(values)) return { line, wanted: null, faults: [CANCELLED, ...faults] };
  if (values.implementer === null) faults.push(LEAD_COUNTS);
  const implementer = readKind(values.implementerType, reading.kindOf, "implementerType");
  const lead = readKind(values.leadType, reading.kindOf, "leadType");
  const place = readArea(values);
  faults.push(...implementer.faults, ...lead.faults, ...place.faults);
  const wanted: WantedActivity = {
    cells,
    acronym: values.implementer?.length === 1 ? values.implementerAcronym : null,
    categories: {
      implementer: values.implementer === null ? lead.id : implementer.id,
      lead: lead.id,
      funder: null,
    },
    countries: countriesRead(values.countries, unread),
    areas: place.areas,
    sectors: values.sectors ?? [],
    knownFrom: values.dataset === null ? reading.file : `${reading.file} (${values.dataset})`,
    provenance: importedFrom(reading, { source: values.dataset }),
  };
  return { line, wanted, faults };
}

/** Where nobody is said to implement, who leads does it. */
const cellsOf = ({ implementer, lead, funder }: ActivityTableRow) => ({
  implementer: implementer ?? lead ?? [],
  lead: lead ?? [],
  funder: funder ?? [],
});

const CANCELLED_WORDS: ReadonlySet<string> = new Set(
  [
    ...["cancelled", "canceled", "annulé", "annulée", "cancelado", "cancelada"],
    ...["withdrawn", "rejected", "rejeté", "rejetée", "rechazado", "rechazada"],
  ].map(foldWords),
);

const isCancelled = ({ status }: ActivityTableRow) =>
  status !== null && CANCELLED_WORDS.has(foldWords(status));

const againstTime = ({ startDate, endDate }: ActivityTableRow): RowFault[] =>
  startDate !== null && endDate !== null && endDate < startDate
    ? [{ field: "endDate", reason: "is before the start date", cell: `${startDate} – ${endDate}` }]
    : [];

const NOBODY: RowFault = {
  field: "implementer",
  reason: "is blank, and so is who leads: the row names nobody who acts",
};
const CANCELLED: RowFault = { field: "status", reason: "says that nothing came of it" };
const LEAD_COUNTS: RowFault = {
  field: "implementer",
  reason: "is blank: who leads was taken for who implements",
  isNote: true,
};
const REPEATED: RowFault = {
  reason: "repeats an earlier one in all but its number, and counts once",
  isNote: true,
};
