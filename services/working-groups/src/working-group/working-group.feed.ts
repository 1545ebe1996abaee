import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import type { KeptNeed } from "../charter-need/charter-need.entity.ts";
import type { KeptQuorum } from "../charter-quorum/charter-quorum.entity.ts";
import { WorkingGroup } from "./working-group.entity.ts";
import { WorkingGroupState } from "./working-group.enum.ts";
import { conclusionsOf } from "./working-group-transition.repository.ts";

/** Tells what the groups are now. */
export const publishGroups = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "WorkingGroup", ids, load: loadGroupPayloads });

async function loadGroupPayloads(manager: EntityManager, ids: readonly string[]) {
  const groups = await manager.findBy(WorkingGroup, { id: In([...ids]) });
  const charters = await chartersOf(manager, ids);
  const concluded = await conclusionsOf(
    manager,
    groups.filter(({ state }) => state === WorkingGroupState.CONCLUDED).map(({ id }) => id),
  );
  return new Map(
    groups.map((group) => {
      const { id } = group;
      const past = { charters: charters.get(id) ?? [], concludedAt: concluded.get(id) ?? null };
      return [id, payloadOf(group, past)];
    }),
  );
}

/** What each version of a charter asks of a meeting, and since when. */
interface ToldCharter {
  readonly since: string;
  readonly needs: readonly KeptNeed[];
  readonly quorum: KeptQuorum | null;
}

interface Past {
  readonly charters: readonly ToldCharter[];
  readonly concludedAt: Date | null;
}

/** By SQL: a charter is a child of its group, which does not know its children. */
async function chartersOf(manager: EntityManager, ids: readonly string[]) {
  const rows = await manager.query<{ id: string; charters: ToldCharter[] }[]>(
    `SELECT group_id AS id, jsonb_agg(jsonb_build_object('since', adopted_at, 'needs', needs,
       'quorum', quorum) ORDER BY version) AS charters
     FROM charter WHERE group_id = ANY($1::text[]) GROUP BY 1`,
    [[...ids]],
  );
  return new Map(rows.map(({ id, charters }) => [id, charters]));
}

const payloadOf = (group: WorkingGroup, { charters, concludedAt }: Past) => ({
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
  charters,
  createdAt: group.createdAt.toISOString(),
  concludedAt: concludedAt?.toISOString() ?? null,
});
