import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In, IsNull } from "typeorm";
import { OrganisationMerge } from "./organisation-merge.entity.ts";

/** Tells the merges that stand; one that was undone, as gone. */
export const publishMerges = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "OrganisationMerge", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const merges = await manager.findBy(OrganisationMerge, {
    id: In([...ids]),
    undoneAt: IsNull(),
  });
  return new Map(merges.map(({ id, fromId, intoId }) => [id, { from: fromId, into: intoId }]));
}
