import type { Transaction } from "@convene/shared/database/transaction";
import { faults, type ImportReportRow } from "@convene/shared/table/import-report";
import type { RowFault } from "@convene/shared/table/row-reading";
import type { NetworkMember } from "../network-member/network-member.entity.ts";
import { notFoundFault } from "../organisation-import/organisation-name.value.ts";
import type { OrganisationRoster } from "../organisation-import/organisation-roster.value.ts";
import { skippedRow, type UsableRow } from "../organisation-import/row-batch.service.ts";
import { loadMembers } from "./membership-batch.repository.ts";
import {
  type ClaimedMembership,
  MemberBook,
  type NetworkBook,
  type WantedMembership,
  type WantedNetwork,
} from "./membership-book.service.ts";
import type { WantedElement } from "./network-row.service.ts";

/** What a batch knows of. */
export interface KnownEnds {
  readonly roster: OrganisationRoster;
  readonly networks: NetworkBook;
}

/** What a row claims, where both ends are known; else what is missing. */
export type MembershipClaim =
  | { readonly claim: ClaimedMembership; readonly missing?: never }
  | { readonly claim: null; readonly missing: readonly RowFault[] };

export function membershipOf(
  { source, network: meant, cell, role, startDate, endDate }: WantedMembership,
  { roster, networks }: KnownEnds,
): MembershipClaim {
  const { one, several = [] } = roster.find(source);
  const found = networks.find(meant);
  if (one && found.network) {
    const ends = { organisationId: one.id, networkId: found.network.id };
    return { claim: { ...ends, role, startDate, endDate } };
  }
  const missing = [
    ...(one ? [] : [notFoundFault(source, several)]),
    ...(found.network ? [] : [unknownNetwork("target", cell, found.several)]),
  ];
  return { claim: null, missing };
}

const unknownNetwork = (field: string, cell: string, several: readonly string[]): RowFault => ({
  ...{ field, cell },
  reason:
    several.length === 0
      ? "is no network that is known here"
      : `may be any of ${several.join(", ")}`,
});

/** Finds the network or makes it. */
export function takeNetworkRow(
  { line, faults: found }: UsableRow<WantedElement>,
  wanted: WantedNetwork,
  { networks, dryRun }: { readonly networks: NetworkBook; readonly dryRun: boolean },
): ImportReportRow {
  const { network, several, outcome } = networks.take(wanted);
  if (network === null) {
    return skippedRow(line, [...found, unknownNetwork("name", wanted.name.slice(0, 80), several)]);
  }
  // What a dry run has only imagined has no id that anybody could look up.
  const id = dryRun && outcome === "created" ? {} : { id: network.id };
  return { line, outcome, ...id, ...faults(found) };
}

/** States who belongs where, unless it is known; nothing of it is stored yet. */
export async function takeMemberships(
  { manager }: Transaction,
  claims: readonly ClaimedMembership[],
  imagined: readonly NetworkMember[],
) {
  const book = new MemberBook([...(await loadMembers(manager, claims)), ...imagined]);
  const taken = new Map(claims.map((claim) => [claim, book.take(claim)]));
  const report = (
    { line, faults: found }: UsableRow<WantedElement>,
    { claim, missing }: MembershipClaim,
    dryRun: boolean,
  ): ImportReportRow => {
    const done = claim && taken.get(claim);
    if (!done) return skippedRow(line, [...(missing ?? []), ...found]);
    const id = dryRun && done.outcome === "created" ? {} : { id: done.member.id };
    return { line, outcome: done.outcome, ...id, ...faults(found) };
  };
  return { kept: [...book.kept.values()], report };
}
