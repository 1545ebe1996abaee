import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { WorkingGroup } from "./working-group.entity.ts";
import { WorkingGroupState } from "./working-group.enum.ts";
import { conclusionsOf } from "./working-group-transition.repository.ts";

/** Tells what the groups are now. */
export const publishGroups = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "WorkingGroup", ids, load: loadGroupPayloads });

async function loadGroupPayloads(manager: EntityManager, ids: readonly string[]) {
  const groups = await manager.findBy(WorkingGroup, { id: In([...ids]) });
  const concluded = await conclusionsOf(
    manager,
    groups.filter(({ state }) => state === WorkingGroupState.CONCLUDED).map(({ id }) => id),
  );
  return new Map(
    groups.map((group) => [group.id, payloadOf(group, concluded.get(group.id) ?? null)]),
  );
}

const payloadOf = (group: WorkingGroup, concludedAt: Date | null) => ({
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
  createdAt: group.createdAt.toISOString(),
  concludedAt: concludedAt?.toISOString() ?? null,
});
