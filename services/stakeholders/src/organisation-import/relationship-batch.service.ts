import type { Transaction } from "@convene/shared/database/transaction";
import { faults, type ImportReportRow, type RowOutcome } from "@convene/shared/table/import-report";
import type { RowFault } from "@convene/shared/table/row-reading";
import { Relationship } from "../relationship/relationship.entity.ts";
import { publishRelationships } from "../relationship/relationship.feed.ts";
import { buildRelationship } from "../relationship/relationship.service.ts";
import { orderedEnds } from "../relationship/relationship-type.policy.ts";
import { today } from "@convene/shared/today";
import { notFoundFault } from "./organisation-name.value.ts";
import { awaitOtherImports, loadRoster } from "./organisation-roster.repository.ts";
import { type NamedOrganisation, OrganisationRoster } from "./organisation-roster.value.ts";
import type { Relation } from "./relation-word.value.ts";
import {
  type ClaimedTie,
  fillTie,
  sameTie,
  statusOn,
  TieBook,
} from "./relationship-match.value.ts";
import { loadTies } from "./relationship-match.repository.ts";
import { type RowBatch, skippedRow, type Taken, type UsableRow } from "./row-batch.service.ts";

/** A row about two organisations. */
export interface WantedTie extends Pick<ClaimedTie, "startDate" | "endDate" | "knownFrom"> {
  readonly source: NamedOrganisation;
  readonly target: NamedOrganisation;
  readonly relation: Relation;
}

type Row = UsableRow<WantedTie>;
type Tie = Readonly<Relationship>;

/** Finds both ends of each row, and states what they are to each other unless it is known. */
export async function takeRelationships(
  tx: Transaction,
  { rows, imagined, dryRun }: RowBatch<WantedTie, Tie>,
): Promise<Taken<Tie>> {
  await awaitOtherImports(tx.manager);
  const named = rows.flatMap(({ wanted }) => [wanted.source, wanted.target]);
  const roster = new OrganisationRoster(await loadRoster(tx.manager, named, { lock: false }));
  const claims = rows.map(({ wanted }) => claimOf(wanted, roster));
  const stored = await loadTies(
    tx.manager,
    claims.flatMap(({ claim }) => claim ?? []),
  );
  const batch = {
    book: new TieBook([...stored, ...imagined]),
    stored: new Set(stored.map(({ id }) => id)),
    kept: new Map<string, Tie>(),
    dryRun,
  };
  const report = rows.map((row, index) => takeRow(row, claims[index] ?? NO_CLAIM, batch));
  const kept = [...batch.kept.values()];
  if (kept.length > 0) await tx.manager.upsert(Relationship, kept, ["id"]);
  if (!dryRun) await publishRelationships(tx, [...batch.kept.keys()]);
  return { report, kept };
}

/** What a row claims, where both of its ends are known; else what is missing. */
export type Claim =
  | { readonly claim: ClaimedTie; readonly missing?: never }
  | { readonly claim: null; readonly missing: readonly RowFault[] };

const NO_CLAIM: Claim = { claim: null, missing: [] };

export function claimOf(
  { source, target, relation, ...dated }: WantedTie,
  roster: OrganisationRoster,
): Claim {
  const ends = [source, target].map((named) => ({ named, found: roster.find(named) }));
  const missing = ends.flatMap(({ named, found: { one, several = [] } }) =>
    one === null ? [notFoundFault(named, several)] : [],
  );
  const [from, to] = ends.flatMap(({ found }) => found.one ?? []);
  if (!from || !to) return { claim: null, missing };
  if (from.id === to.id) return { claim: null, missing: [WITH_ITSELF] };
  const { type, isReversed } = relation;
  const asWritten = { sourceId: from.id, targetId: to.id };
  const turned = { sourceId: to.id, targetId: from.id };
  return { claim: { type, ...orderedEnds(type, isReversed ? turned : asWritten), ...dated } };
}

const WITH_ITSELF: RowFault = {
  reason: "names the same organisation twice, which has no relationship with itself",
};

interface BatchState extends TieChange {
  readonly stored: ReadonlySet<string>;
  readonly dryRun: boolean;
}

function takeRow(
  { line, faults: found }: Row,
  { claim, missing }: Claim,
  { book, stored, kept, dryRun }: BatchState,
): ImportReportRow {
  if (!claim) return skippedRow(line, [...missing, ...found]);
  const { tie, outcome } = takeTie(claim, { book, kept });
  // What a dry run has only imagined has no id that anybody could look up.
  const id = !tie || (dryRun && !stored.has(tie.id)) ? {} : { id: tie.id };
  return { line, outcome, ...id, ...faults(found) };
}

/** What a batch knows of, and what it has made or changed so far. */
export interface TieChange {
  readonly book: TieBook;
  readonly kept: Map<string, Tie>;
}

/** States what two organisations are to each other, unless it is known. */
export function takeTie(claim: ClaimedTie, { book, kept }: TieChange) {
  const day = today();
  const known = sameTie(book.like(claim), claim, day);
  const change = known
    ? fillTie(known, claim, day)
    : buildRelationship({ ...claim, status: statusOn(day, claim.endDate) });
  if (change) {
    book.put(change);
    kept.set(change.id, change);
  }
  const outcome: RowOutcome = !known ? "created" : change ? "updated" : "unchanged";
  return { tie: change ?? known, outcome };
}
