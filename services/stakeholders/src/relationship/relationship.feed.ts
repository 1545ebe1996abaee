import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { Relationship } from "./relationship.entity.ts";
import { protectionOf } from "./relationship.policy.ts";

/** Tells what the relationships are now; those that are gone, as gone. */
export const publishRelationships = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "Relationship", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const relationships = await manager.findBy(Relationship, { id: In([...ids]) });
  return new Map(relationships.map((relationship) => [relationship.id, payloadOf(relationship)]));
}

const payloadOf = (relationship: Relationship): object => ({
  protection: protectionOf(relationship),
  type: relationship.type,
  source: relationship.sourceId,
  target: relationship.targetId,
  status: relationship.status,
  startDate: relationship.startDate,
  endDate: relationship.endDate,
});
