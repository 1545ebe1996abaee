import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, In } from "typeorm";
import { WorkingGroupReplica } from "../working-group/working-group.replica.ts";
import { canSeeCall } from "./input-call.policy.ts";
import { InputCallReplica } from "./input-call.replica.ts";

/** Those of the calls that the viewer may see. */
export async function seenCalls(
  manager: EntityManager,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<InputCallReplica[]> {
  const calls = await manager.findBy(InputCallReplica, { id: In([...ids]) });
  const asking = [...new Set(calls.map(({ groupId }) => groupId))];
  const groups = await manager.findBy(WorkingGroupReplica, { id: In(asking) });
  const byId = new Map(groups.map((group) => [group.id, group]));
  return calls.filter((call) => {
    const group = byId.get(call.groupId);
    return group !== undefined && canSeeCall(viewer, group, call);
  });
}
