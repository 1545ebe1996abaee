import type { Transaction } from "@convene/shared/database/transaction";
import { faults, type ImportReportRow, type RowOutcome } from "@convene/shared/table/import-report";
import type { RowFault } from "@convene/shared/table/row-reading";
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
import { takeTie } from "../organisation-import/relationship-batch.service.ts";
import { loadTies } from "../organisation-import/relationship-match.repository.ts";
import { type ClaimedTie, TieBook } from "../organisation-import/relationship-match.value.ts";
import {
  type RowBatch,
  skippedRow,
  type Taken,
  type UsableRow,
} from "../organisation-import/row-batch.service.ts";
import { Relationship } from "../relationship/relationship.entity.ts";
import { RelationshipType } from "../relationship/relationship.enum.ts";
import { publishRelationships } from "../relationship/relationship.feed.ts";
import { mentionsOf, namedIn } from "./activity-mention.value.ts";
import type { ActivityRole, WantedActivity } from "./activity-row.value.ts";

type Tie = Readonly<Relationship>;

/** What activities leave behind. */
export type KeptOfActivities = RosterEntry | Tie;

/** Finds or makes the organisations of each row, adds what it says of them, and ties them. */
export async function takeActivities(
  tx: Transaction,
  { rows, imagined, dryRun }: RowBatch<WantedActivity, KeptOfActivities>,
): Promise<Taken<KeptOfActivities>> {
  await awaitOtherImports(tx.manager);
  const named = namedIn(rows.map(({ wanted }) => wanted));
  const roster = new OrganisationRoster(await loadRoster(tx.manager, named, { lock: true }));
  const before = imagined.filter(isEntry);
  for (const entry of before) roster.put(entry);
  const change = { roster, kept: new Map<string, RosterEntry>() };
  const acts = rows.map((row) => takeRow(row, change));
  const claims = acts.flatMap((act) => act.claims);
  const entries = [...change.kept.values()];
  await saveEntries(tx, [...entries, ...imaginedEnds(claims, { before, kept: change.kept })]);
  const { outcomes, ties } = await takeTies(tx, claims, imagined.filter(isTie));
  if (!dryRun) {
    await publishEntries(tx, entries);
    await publishRelationships(tx, [...ties.keys()]);
  }
  const report = acts.map((act) => reportOf(act, { outcomes, dryRun }));
  return { report, kept: [...entries, ...ties.values()] };
}

const isEntry = (one: KeptOfActivities): one is RosterEntry => "organisation" in one;
const isTie = (one: KeptOfActivities): one is Tie => !isEntry(one);

/** What the row has done to organisations, and which ties it claims. */
interface Act {
  readonly line: number;
  readonly entries: readonly RosterEntry[];
  readonly outcomes: readonly RowOutcome[];
  readonly claims: readonly ClaimedTie[];
  readonly faults: readonly RowFault[];
}

function takeRow(
  { line, wanted, faults: found }: UsableRow<WantedActivity>,
  change: RosterChange,
): Act {
  // In this order: a short name of a lead may be that of the implementer, which has the full one.
  const implementer = takeRole(wanted, "implementer", change);
  const lead = takeRole(wanted, "lead", change);
  const funder = takeRole(wanted, "funder", change);
  const all = [implementer, lead, funder];
  return {
    line,
    entries: all.flatMap(({ entries }) => entries),
    outcomes: all.flatMap(({ outcomes }) => outcomes),
    claims: claimsOf(wanted.knownFrom, { implementer, lead, funder }),
    faults: [...found, ...all.flatMap((role) => role.faults)],
  };
}

type TakenRole = Pick<Act, "entries" | "outcomes" | "faults">;

function takeRole(wanted: WantedActivity, role: ActivityRole, change: RosterChange): TakenRole {
  const { mentions, faults: left } = mentionsOf(wanted, role, change.roster);
  const taken = mentions.map((mention) => takeOrganisation(mention, change));
  return {
    entries: taken.flatMap(({ entry }) => entry ?? []),
    outcomes: taken.map(({ outcome }) => outcome),
    faults: [...left, ...taken.flatMap((one) => one.faults)],
  };
}

/**
 * Without dates: those of an activity are its own, and two organisations that have worked together
 * once in March and once in June have not been tied twice.
 */
function claimsOf(
  knownFrom: string,
  { implementer, lead, funder }: Readonly<Record<ActivityRole, TakenRole>>,
): ClaimedTie[] {
  const undated = { startDate: null, endDate: null, knownFrom };
  const claims = implementer.entries.flatMap(({ id }) => [
    ...funder.entries.map((source) => ({
      type: RelationshipType.FUNDS,
      sourceId: source.id,
      targetId: id,
      ...undated,
    })),
    ...lead.entries.map((target) => ({
      type: RelationshipType.IMPLEMENTS_FOR,
      sourceId: id,
      targetId: target.id,
      ...undated,
    })),
  ]);
  return claims.filter(({ sourceId, targetId }) => sourceId !== targetId);
}

interface Earlier {
  readonly before: readonly RosterEntry[];
  readonly kept: ReadonlyMap<string, RosterEntry>;
}

/** Of a dry run: what earlier batches would have made, and ties of this one need. */
function imaginedEnds(claims: readonly ClaimedTie[], { before, kept }: Earlier): RosterEntry[] {
  const ends = new Set(claims.flatMap(({ sourceId, targetId }) => [sourceId, targetId]));
  return before.filter(({ id, isNew }) => isNew && ends.has(id) && !kept.has(id));
}

async function takeTies(tx: Transaction, claims: readonly ClaimedTie[], imagined: readonly Tie[]) {
  const stored = claims.length === 0 ? [] : await loadTies(tx.manager, claims);
  const change = { book: new TieBook([...stored, ...imagined]), kept: new Map<string, Tie>() };
  const outcomes = new Map(claims.map((claim) => [claim, takeTie(claim, change).outcome]));
  const ties = change.kept;
  if (ties.size > 0) await tx.manager.upsert(Relationship, [...ties.values()], ["id"]);
  return { outcomes, ties };
}

interface Done {
  readonly outcomes: ReadonlyMap<ClaimedTie, RowOutcome>;
  readonly dryRun: boolean;
}

function reportOf(act: Act, { outcomes, dryRun }: Done): ImportReportRow {
  const [first] = act.entries;
  if (!first) return skippedRow(act.line, act.faults);
  const tied = act.claims.flatMap((claim) => outcomes.get(claim) ?? []);
  const all = [...act.outcomes, ...tied];
  const outcome = (["created", "updated"] as const).find((one) => all.includes(one)) ?? "unchanged";
  const made = madeOf(act.outcomes, tied);
  // What a dry run has only imagined has no id that anybody could look up.
  const id = dryRun && first.isNew ? {} : { id: first.id };
  return { line: act.line, outcome, ...id, ...made, ...faults(act.faults) };
}

function madeOf(organisations: readonly RowOutcome[], ties: readonly RowOutcome[]) {
  const created = (outcomes: readonly RowOutcome[]) =>
    outcomes.filter((outcome) => outcome === "created").length;
  const counts = { organisations: created(organisations), relationships: created(ties) };
  const made = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  return Object.keys(made).length > 0 ? { made } : {};
}
