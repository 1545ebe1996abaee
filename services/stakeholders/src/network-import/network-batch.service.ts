import type { Transaction } from "@convene/shared/database/transaction";
import { faults, type ImportReportRow } from "@convene/shared/table/import-report";
import { Network } from "../network/network.entity.ts";
import { NetworkMember } from "../network-member/network-member.entity.ts";
import {
  type RosterChange,
  takeOrganisation,
  type WantedOrganisation,
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
import { loadNetworks, saveMembers, saveNetworks } from "./membership-batch.repository.ts";
import {
  type KnownEnds,
  type MembershipClaim,
  membershipOf,
  takeMemberships,
  takeNetworkRow,
} from "./membership-batch.service.ts";
import { NetworkBook } from "./membership-book.service.ts";
import type { WantedElement } from "./network-row.service.ts";

type Tie = Readonly<Relationship>;
type Row = UsableRow<WantedElement>;

/** What a network leaves behind. */
export type KeptOfNetwork = RosterEntry | Tie | Network | NetworkMember;

const isTie = (one: KeptOfNetwork): one is Tie => "sourceId" in one;
const isNetwork = (one: KeptOfNetwork): one is Network => one instanceof Network;
const isMember = (one: KeptOfNetwork): one is NetworkMember => one instanceof NetworkMember;
const isEntry = (one: KeptOfNetwork): one is RosterEntry => "added" in one;

/** Finds or makes the organisations and networks of a batch, then states what they are to each other. */
export async function takeNetwork(
  tx: Transaction,
  { rows, imagined, dryRun }: RowBatch<WantedElement, KeptOfNetwork>,
): Promise<Taken<KeptOfNetwork>> {
  await awaitOtherImports(tx.manager);
  const named = rows.flatMap(({ wanted }) => organisationsIn(wanted));
  const roster = new OrganisationRoster(await loadRoster(tx.manager, named, { lock: true }));
  const before = imagined.filter(isEntry);
  for (const entry of before) roster.put(entry);
  const networks = await networksOf(tx, rows, imagined.filter(isNetwork));
  const change = { roster, networks, kept: new Map<string, RosterEntry>(), dryRun };
  const acts = rows.map((row) => actOf(row, change));
  const entries = [...change.kept.values()];
  await saveEntries(tx, [...entries, ...imaginedEnds(acts, before, change.kept)]);
  const ties = await tiesOf(tx, acts, imagined.filter(isTie));
  const belongings = acts.flatMap(({ belonging }) => belonging?.claim ?? []);
  const members = await takeMemberships(tx, belongings, imagined.filter(isMember));
  if (!dryRun) {
    await publishEntries(tx, entries);
    await publishRelationships(tx, [...ties.kept.keys()]);
    await saveNetworks(tx, networks.made);
    await saveMembers(tx, members.kept);
  }
  const report = acts.map(({ row, report: done, claim, belonging }) => {
    if (done) return done;
    return belonging ? members.report(row, belonging, dryRun) : ties.report(row, claim, dryRun);
  });
  return {
    report,
    kept: [...entries, ...ties.kept.values(), ...networks.made, ...members.kept],
  };
}

const organisationsIn = ({ organisation, tie, membership }: WantedElement) =>
  [organisation?.named, tie?.source, tie?.target, membership?.source].flatMap((it) => it ?? []);

async function networksOf(tx: Transaction, rows: readonly Row[], imagined: readonly Network[]) {
  const meant = rows.flatMap(({ wanted }) => wanted.network ?? wanted.membership?.network ?? []);
  return new NetworkBook([...(await loadNetworks(tx.manager, meant)), ...imagined]);
}

/** What is done already; else what a tie, or a membership, claims. */
interface Act {
  readonly row: Row;
  readonly report?: ImportReportRow;
  readonly claim?: Claim;
  readonly belonging?: MembershipClaim;
}

interface Change extends RosterChange, KnownEnds {
  readonly dryRun: boolean;
}

function actOf(row: Row, change: Change): Act {
  const { organisation, tie, network, membership } = row.wanted;
  if (organisation) return { row, report: organisationReport(row, organisation, change) };
  if (network) return { row, report: takeNetworkRow(row, network, change) };
  if (membership) return { row, belonging: membershipOf(membership, change) };
  return tie ? { row, claim: claimOf(tie, change.roster) } : { row };
}

function organisationReport(
  { line, faults: found }: Row,
  wanted: WantedOrganisation,
  change: RosterChange,
): ImportReportRow {
  const { entry, outcome, faults: left } = takeOrganisation(wanted, change);
  if (entry === null) return skippedRow(line, left);
  return { line, outcome, id: entry.id, ...faults([...found, ...left]) };
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
  const report = ({ line, faults: found }: Row, claimed: Claim | undefined, dryRun: boolean) => {
    const done = claimed?.claim && taken.get(claimed.claim);
    if (!done) return skippedRow(line, [...(claimed?.missing ?? []), ...found]);
    const id = done.tie && !dryRun ? { id: done.tie.id } : {};
    return { line, outcome: done.outcome, ...id, ...faults(found) };
  };
  return { kept: change.kept, report };
}
