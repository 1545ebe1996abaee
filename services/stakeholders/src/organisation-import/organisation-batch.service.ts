import type { Transaction } from "@convene/shared/database/transaction";
import { faults, type ImportReportRow, type RowOutcome } from "@convene/shared/table/import-report";
import type { RowFault } from "@convene/shared/table/row-reading";
import { blankOrganisation } from "../organisation/blank-organisation.value.ts";
import { merge, type OrganisationContent, withSource } from "./organisation-merge.value.ts";
import {
  awaitOtherImports,
  loadRoster,
  publishEntries,
  saveEntries,
} from "./organisation-roster.repository.ts";
import {
  isCalledShort,
  type NamedOrganisation,
  OrganisationRoster,
  type RosterEntry,
} from "./organisation-roster.value.ts";
import { type RowBatch, skippedRow, type Taken, type UsableRow } from "./row-batch.service.ts";
import { notFoundFault } from "./organisation-name.value.ts";

/** A row about one organisation. */
export interface WantedOrganisation {
  readonly named: NamedOrganisation;
  readonly content: OrganisationContent;
  /** The name under which it is made where it is not known; null where it has to be known. */
  readonly newName: string | null;
}

type Row = UsableRow<WantedOrganisation>;

/** Finds each row's organisation or makes it, and adds what the row says of it. */
export async function takeOrganisations(
  tx: Transaction,
  { rows, imagined, dryRun }: RowBatch<WantedOrganisation, RosterEntry>,
): Promise<Taken<RosterEntry>> {
  await awaitOtherImports(tx.manager);
  const named = rows.map(({ wanted }) => wanted.named);
  const roster = new OrganisationRoster(await loadRoster(tx.manager, named, { lock: true }));
  for (const entry of imagined) roster.put(entry);
  const kept = new Map<string, RosterEntry>();
  const report = rows.map((row) => takeRow(row, { roster, kept, dryRun }));
  await saveEntries(tx, [...kept.values()]);
  if (!dryRun) await publishEntries(tx, [...kept.values()]);
  return { report, kept: [...kept.values()] };
}

function takeRow({ line, wanted, faults: found }: Row, state: BatchState): ImportReportRow {
  const { entry, outcome, faults: left } = takeOrganisation(wanted, state);
  if (entry === null) return skippedRow(line, left);
  // What a dry run has only imagined has no id that anybody could look up.
  const id = state.dryRun && entry.isNew ? {} : { id: entry.id };
  return { line, outcome, ...id, ...faults([...found, ...left]) };
}

interface BatchState extends RosterChange {
  readonly dryRun: boolean;
}

/** What a batch knows of, and what it has made or changed so far. */
export interface RosterChange {
  readonly roster: OrganisationRoster;
  readonly kept: Map<string, RosterEntry>;
}

interface TakenOrganisation {
  /** Null where none is meant, or it cannot be told which. */
  readonly entry: RosterEntry | null;
  readonly outcome: RowOutcome;
  readonly faults: readonly RowFault[];
}

/** Finds the organisation or makes it, and adds what is said of it. */
export function takeOrganisation(
  wanted: WantedOrganisation,
  { roster, kept }: RosterChange,
): TakenOrganisation {
  const { one, several = [] } = roster.find(wanted.named);
  const isNew = one === null && several.length === 0 && wanted.newName !== null;
  if (one === null && !isNew) {
    return { entry: null, outcome: "skipped", faults: [notFoundFault(wanted.named, several)] };
  }
  const before = one ?? newEntry(wanted, wanted.newName ?? "");
  const { entry, faults: left } = merge(withFullName(before, wanted), wanted.content);
  if (isNew || entry !== before) {
    roster.put(entry);
    kept.set(entry.id, entry);
  }
  const outcome: RowOutcome = isNew ? "created" : entry === before ? "unchanged" : "updated";
  return { entry, outcome, faults: left };
}

/** One that is called by its acronym and no more gets the name that the row gives in full. */
function withFullName(entry: RosterEntry, { named, newName }: WantedOrganisation): RosterEntry {
  const { organisation } = entry;
  const isMeantByAcronym =
    organisation.nameKey === named.acronymKey && organisation.nameKey !== named.nameKey;
  if (!isMeantByAcronym || !isCalledShort(entry) || newName === null || named.nameKey === null) {
    return entry;
  }
  const renamed = { name: newName, nameKey: named.nameKey, acronym: organisation.name };
  const after = { ...organisation, ...renamed, updatedAt: new Date() };
  return { ...entry, organisation: after };
}

function newEntry({ named, content }: WantedOrganisation, name: string): RosterEntry {
  const provenance = withSource([], content.provenance);
  const given = { name, nameKey: named.nameKey, provenance };
  const organisation = Object.assign(blankOrganisation(), given);
  return { id: organisation.id, organisation, identifiers: [], added: [], isNew: true };
}
