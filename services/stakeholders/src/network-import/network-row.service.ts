import { normaliseName } from "@convene/shared/table/name-key";
import type { ImportSource } from "@convene/shared/file-import/importer";
import { readDate } from "@convene/shared/table/cell-date";
import type { RowFault } from "@convene/shared/table/row-reading";
import { importedFrom } from "../organisation/organisation-origin.value.ts";
import { readIdentifier } from "../organisation-import/file-identifier.value.ts";
import { isGenericName } from "../organisation-import/generic-name.value.ts";
import type { WantedOrganisation } from "../organisation-import/organisation-batch.service.ts";
import { type KindReader, readKind } from "../organisation-import/organisation-kind.value.ts";
import { nameOrganisation } from "../organisation-import/organisation-name.value.ts";
import type { NamedOrganisation } from "../organisation-import/organisation-roster.value.ts";
import { relationNamed } from "../organisation-import/relation-word.value.ts";
import type { WantedTie } from "../organisation-import/relationship-batch.service.ts";
import type { ReadRow } from "../organisation-import/row-batch.service.ts";
import type { OrganisationRecord, OtherRecord, TieRecord } from "./network-file.value.ts";
import type { WantedMembership, WantedNetwork } from "./membership-book.service.ts";
import { checkRecord } from "./organisation-record.service.ts";

/** A row of a network: one of these. */
export interface WantedElement {
  readonly organisation?: WantedOrganisation;
  readonly tie?: WantedTie;
  readonly network?: WantedNetwork;
  readonly membership?: WantedMembership;
}

export interface NetworkReading {
  readonly kindOf: KindReader;
  readonly scheme: string;
  readonly file: string;
  readonly source: ImportSource | null;
  /** Those of the file's ids that are ids of organisations or networks here. */
  readonly knownIds: ReadonlySet<string>;
}

type Row = ReadRow<WantedElement>;

const LONGEST_ID = 200;

/** Which organisation the file means by an id of its own; ours are such, where they are not known. */
function meant(id: string | null, { scheme, knownIds }: NetworkReading) {
  if (id === null || id.length > LONGEST_ID) return null;
  if (knownIds.has(id)) return { id, identifier: null };
  const read = readIdentifier(id, scheme);
  return read?.identifier ? read : { id: null, identifier: { scheme, value: id } };
}

export function readOrganisationRow(record: OrganisationRecord, reading: NetworkReading): Row {
  const { line, id, fields } = record;
  const { change, identifiers, faults } = checkRecord(record);
  const { name, nameKey } = change;
  if (name === undefined || nameKey === undefined) {
    const isTold = faults.some(({ field }) => field === "name");
    return { line, wanted: null, faults: isTold ? faults : [NAMELESS, ...faults] };
  }
  const [further] = identifiers;
  const known = meant(id, reading) ?? (further ? { id: null, identifier: further } : null);
  if (known === null && isGenericName(name)) {
    return { line, wanted: null, faults: [{ ...GENERIC, cell: name }, ...faults] };
  }
  const kind = readKind(
    typeof fields["category"] === "string" ? fields["category"] : null,
    reading.kindOf,
    "category",
  );
  const countries = change.countries ?? [];
  const organisation: WantedOrganisation = {
    named: {
      ...{ known, nameKey, countries, cell: id ?? name },
      acronymKey: normaliseName(change.acronym ?? "") || null,
      field: id === null ? "name" : "id",
    },
    content: {
      identifier: known?.identifier ?? null,
      identifiers,
      ...{ acronym: change.acronym ?? null, categoryId: kind.id, countries },
      ...{ website: change.website ?? null, description: change.description ?? null },
      areas: change.areas ?? [],
      ...{ sectors: change.sectors ?? [], languages: change.languages ?? [] },
      provenance: importedFrom(reading),
      objectives: change.objectiveNumbers ?? [],
      ...{ needs: change.needs ?? [], offers: change.offers ?? [], names: change.names ?? [] },
    },
    newName: name,
  };
  return { line, wanted: { organisation }, faults: [...faults, ...kind.faults] };
}

const NAMELESS: RowFault = { field: "name", reason: "is blank, and this field is needed" };
const GENERIC = { field: "name", reason: "is a generic name, of which no organisation was made" };

/** By the ids of the file: whom its nodes mean. */
export type Named = ReadonlyMap<string, NamedOrganisation>;

export function readTieRow(record: TieRecord, named: Named, reading: NetworkReading): Row {
  const { line, source, target, sourceName = null, targetName = null } = record;
  const faults: RowFault[] = [];
  const from = endOf({ id: source, name: sourceName, field: "source" }, named, { reading, faults });
  const to = endOf({ id: target, name: targetName, field: "target" }, named, { reading, faults });
  const relation = record.relation === null ? null : relationNamed(record.relation);
  if (relation === null) {
    faults.push({ field: "relation", reason: NO_RELATION, cell: record.relation ?? "" });
  }
  const dated = datesOf(record, faults);
  if (!from || !to || !relation || !dated) return { line, wanted: null, faults };
  const tie = { source: from, target: to, relation, ...dated, knownFrom: reading.file };
  return { line, wanted: { tie }, faults };
}

/** Null, and a fault, where it ends before it begins. */
export function datesOf(record: Pick<TieRecord, "startDate" | "endDate">, faults: RowFault[]) {
  const startDate = dateOf("startDate", record.startDate, faults);
  const endDate = dateOf("endDate", record.endDate, faults);
  if (startDate === null || endDate === null || endDate >= startDate) return { startDate, endDate };
  faults.push({ field: "endDate", reason: "is before the start date" });
  return null;
}

const NO_RELATION = "is no relation that is known here (write FUNDS, IMPLEMENTS_FOR, PARTNER …)";

interface End {
  readonly id: string | null;
  readonly name: string | null;
  readonly field: string;
}

interface EndReading {
  readonly reading: NetworkReading;
  readonly faults: RowFault[];
}

export function endOf({ id, name, field }: End, named: Named, { reading, faults }: EndReading) {
  const node = id === null ? undefined : named.get(id);
  if (node) return node;
  const known = meant(id, reading);
  if (known) {
    const nameKey = name === null ? null : normaliseName(name) || null;
    return { known, nameKey, countries: [], field, cell: id ?? "" };
  }
  const cells = { identifier: null, name, countries: [], scheme: reading.scheme };
  const naming = nameOrganisation(cells, { identifier: field, name: field });
  if (!naming.named) faults.push(naming.fault);
  return naming.named;
}

function dateOf(field: string, text: string | null, faults: RowFault[]): string | null {
  if (text === null) return null;
  const read = readDate(text);
  if (read.ok) return read.value;
  faults.push({ field, reason: read.reason, cell: text.slice(0, 80) });
  return null;
}

/** Told, and left out. */
export const readOtherRow = ({ line, what, cell }: OtherRecord): Row => ({
  line,
  wanted: null,
  faults: [
    {
      field: "kind",
      reason: `says that it is ${what}: only organisations, networks, and what these are to each other are taken in`,
      ...(cell !== null && { cell: cell.slice(0, 80) }),
    },
  ],
});
