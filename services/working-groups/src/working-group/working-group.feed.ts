import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { WorkingGroup } from "./working-group.entity.ts";

/** Tells what the groups are now. */
export const publishGroups = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "WorkingGroup", ids, load: loadGroupPayloads });

async function loadGroupPayloads(manager: EntityManager, ids: readonly string[]) {
  const groups = await manager.findBy(WorkingGroup, { id: In([...ids]) });
  return new Map(groups.map((group) => [group.id, payloadOf(group)]));
}

const payloadOf = (group: WorkingGroup) => ({
  protection: {
    audience: group.audience,
    organisations: group.organisations,
    networks: group.networks,
  },
  code: group.code,
  name: group.name,
  description: group.description,
  workplan: group.workplan,
  objectives: group.objectiveNumbers,
  state: group.state,
  network: group.networkId,
  needs: group.needs,
  quorum: group.quorum,
});
