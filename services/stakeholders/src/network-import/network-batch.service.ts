import type { Transaction } from "@convene/shared/database/transaction";
import { faults, type ImportReportRow } from "@convene/shared/table/import-report";
import {
  type RosterChange,
  takeOrganisation,
} from "../organisation-import/organisation-batch.service.ts";
import {
  awaitOtherImports,
  loadRoster,
  publishEntries,
  saveEntries,
} from "../organisation-import/organisation-roster.repository.ts";
import {
  OrganisationRoster,
  type RosterEntry,
} from "../organisation-import/organisation-roster.value.ts";
import { type Claim, claimOf, takeTie } from "../organisation-import/relationship-batch.service.ts";
import { loadTies } from "../organisation-import/relationship-match.repository.ts";
import { TieBook } from "../organisation-import/relationship-match.value.ts";
import {
  type RowBatch,
  skippedRow,
  type Taken,
  type UsableRow,
} from "../organisation-import/row-batch.service.ts";
import { Relationship } from "../relationship/relationship.entity.ts";
import { publishRelationships } from "../relationship/relationship.feed.ts";
import type { WantedElement } from "./network-row.service.ts";

type Tie = Readonly<Relationship>;
type Row = UsableRow<WantedElement>;

/** What a network leaves behind. */
export type KeptOfNetwork = RosterEntry | Tie;

const isEntry = (one: KeptOfNetwork): one is RosterEntry => "organisation" in one;

/** Finds or makes the organisations of a batch, then states what they are to each other. */
export async function takeNetwork(
  tx: Transaction,
  { rows, imagined, dryRun }: RowBatch<WantedElement, KeptOfNetwork>,
): Promise<Taken<KeptOfNetwork>> {
  await awaitOtherImports(tx.manager);
  const named = rows.flatMap(({ wanted: { organisation, tie } }) =>
    organisation ? [organisation.named] : [tie.source, tie.target],
  );
  const roster = new OrganisationRoster(await loadRoster(tx.manager, named, { lock: true }));
  const before = imagined.filter(isEntry);
  for (const entry of before) roster.put(entry);
  const change = { roster, kept: new Map<string, RosterEntry>() };
  const acts = rows.map((row) => actOf(row, change));
  const entries = [...change.kept.values()];
  await saveEntries(tx, [...entries, ...imaginedEnds(acts, before, change.kept)]);
  const ties = await tiesOf(
    tx,
    acts,
    imagined.filter((one): one is Tie => !isEntry(one)),
  );
  if (!dryRun) {
    await publishEntries(tx, entries);
    await publishRelationships(tx, [...ties.kept.keys()]);
  }
  return {
    report: acts.map((act) => act.report ?? ties.report(act.row, act.claim, dryRun)),
    kept: [...entries, ...ties.kept.values()],
  };
}

type Act =
  | { readonly row: Row; readonly report: ImportReportRow; readonly claim?: never }
  | { readonly row: Row; readonly report?: never; readonly claim: Claim };

function actOf(row: Row, change: RosterChange): Act {
  const { line, wanted, faults: found } = row;
  if (wanted.tie) return { row, claim: claimOf(wanted.tie, change.roster) };
  const { entry, outcome, faults: left } = takeOrganisation(wanted.organisation, change);
  if (entry === null) return { row, report: skippedRow(line, left) };
  const report = { line, outcome, id: entry.id, ...faults([...found, ...left]) };
  return { row, report };
}

/** Of a dry run: what earlier batches would have made, and ties of this one need. */
function imaginedEnds(
  acts: readonly Act[],
  before: readonly RosterEntry[],
  kept: ReadonlyMap<string, RosterEntry>,
): RosterEntry[] {
  const ends = new Set(
    acts.flatMap(({ claim }) => (claim?.claim ? [claim.claim.sourceId, claim.claim.targetId] : [])),
  );
  return before.filter(({ id, isNew }) => isNew && ends.has(id) && !kept.has(id));
}

async function tiesOf(tx: Transaction, acts: readonly Act[], imagined: readonly Tie[]) {
  const claims = acts.flatMap(({ claim }) => claim?.claim ?? []);
  const stored = claims.length === 0 ? [] : await loadTies(tx.manager, claims);
  const change = { book: new TieBook([...stored, ...imagined]), kept: new Map<string, Tie>() };
  const taken = new Map(claims.map((claim) => [claim, takeTie(claim, change)]));
  if (change.kept.size > 0) {
    await tx.manager.upsert(Relationship, [...change.kept.values()], ["id"]);
  }
  const report = ({ line, faults: found }: Row, { claim, missing }: Claim, dryRun: boolean) => {
    const done = claim && taken.get(claim);
    if (!done) return skippedRow(line, [...(missing ?? []), ...found]);
    const id = done.tie && !dryRun ? { id: done.tie.id } : {};
    return { line, outcome: done.outcome, ...id, ...faults(found) };
  };
  return { kept: change.kept, report };
}
