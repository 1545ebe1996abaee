import { canSee } from "@convene/shared/audience";
import type { Transaction } from "@convene/shared/database/transaction";
import { invalid, notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { seenCalls } from "../input-call/input-call.repository.ts";
import { InputCallReplica } from "../input-call/input-call.replica.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PracticeReplica } from "../practice/practice.replica.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";

const OBJECTIVES = 23;

/** What an item of an agenda, or a proposal for one, names of other services. */
export interface Named {
  readonly presenter?: string | null;
  readonly practice?: string | null;
  readonly consultation?: string | null;
}

/** To be called before a transaction: one made a moment ago may not be known here yet. */
export async function expectNamed(
  lookup: ReplicaLookup,
  { presenter, practice, consultation }: Named,
): Promise<void> {
  if (presenter) await lookup.expect("stakeholders", OrganisationReplica, [presenter]);
  if (practice) await lookup.expect("practices", PracticeReplica, [practice]);
  if (consultation) await lookup.expect("working-groups", InputCallReplica, [consultation]);
}

/** @throws NOT_FOUND for what is missing, or hidden from the viewer. */
export async function checkNamed(
  { manager }: Transaction,
  viewer: Viewer,
  { presenter, practice, consultation }: Named,
): Promise<void> {
  if (presenter) {
    const found = await manager.findOneBy(OrganisationReplica, { id: presenter });
    if (!found || !canSee(viewer, found)) throw notFound("Organisation", presenter);
  }
  if (practice) {
    const found = await manager.findOneBy(PracticeReplica, { id: practice });
    if (!found || !canSee(viewer, found)) throw notFound("Practice", practice);
  }
  if (consultation) {
    const [found] = await seenCalls(manager, viewer, [consultation]);
    if (!found) throw notFound("InputCall", consultation);
  }
}

export function checkObjective(number: number | null): number | null {
  if (number === null || (number >= 1 && number <= OBJECTIVES)) return number;
  throw invalid("objective", `The objectives are numbered 1 to ${OBJECTIVES}, not ${number}`);
}
