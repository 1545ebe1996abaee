import type { Transaction } from "@convene/shared/database/transaction";
import { faults, type ImportReportRow, type RowOutcome } from "@convene/shared/table/import-report";
import { blankOrganisation } from "../organisation/organisation.service.ts";
import { merge, type OrganisationContent } from "./organisation-merge.value.ts";
import {
  awaitOtherImports,
  loadRoster,
  publishEntries,
  saveEntries,
} from "./organisation-roster.repository.ts";
import {
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

interface BatchState {
  readonly roster: OrganisationRoster;
  readonly kept: Map<string, RosterEntry>;
  readonly dryRun: boolean;
}

function takeRow({ line, wanted, faults: found }: Row, state: BatchState): ImportReportRow {
  const { roster, kept, dryRun } = state;
  const { one, several = [] } = roster.find(wanted.named);
  const isNew = one === null && several.length === 0 && wanted.newName !== null;
  if (one === null && !isNew) return skippedRow(line, [notFoundFault(wanted.named, several)]);
  const before = one ?? newEntry(wanted.named, wanted.newName ?? "");
  const { entry, faults: left } = merge(before, wanted.content);
  if (isNew || entry !== before) {
    roster.put(entry);
    kept.set(entry.id, entry);
  }
  const outcome: RowOutcome = isNew ? "created" : entry === before ? "unchanged" : "updated";
  // What a dry run has only imagined has no id that anybody could look up.
  const id = dryRun && entry.isNew ? {} : { id: entry.id };
  return { line, outcome, ...id, ...faults([...found, ...left]) };
}

function newEntry({ nameKey }: NamedOrganisation, name: string): RosterEntry {
  const organisation = Object.assign(blankOrganisation(), { name, nameKey });
  return { id: organisation.id, organisation, identifiers: [], added: [], isNew: true };
}
