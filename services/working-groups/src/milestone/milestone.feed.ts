import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { Milestone } from "./milestone.entity.ts";

/** Tells what the milestones are now. */
export const publishMilestones = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "Milestone", ids, load: loadMilestonePayloads });

async function loadMilestonePayloads(manager: EntityManager, ids: readonly string[]) {
  const milestones = await manager.findBy(Milestone, { id: In([...ids]) });
  return new Map(
    milestones.map(({ id, groupId, dueDate, status }) => [id, { group: groupId, dueDate, status }]),
  );
}
