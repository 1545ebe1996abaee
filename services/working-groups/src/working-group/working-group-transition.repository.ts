import type { Transaction } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, In } from "typeorm";
import { WorkingGroupTransition } from "./working-group-transition.entity.ts";
import { WorkingGroupState } from "./working-group.enum.ts";

interface Step {
  readonly groupId: string;
  readonly from: WorkingGroupState | null;
  readonly to: WorkingGroupState;
  readonly reason: string | null;
}

/** Writes down that the viewer takes a step, now. */
export async function noteTransition(tx: Transaction, viewer: Viewer, step: Step): Promise<void> {
  const made = { id: newId("gst"), ...step, personId: viewer.person, at: new Date() };
  await tx.manager.insert(WorkingGroupTransition, made);
}

/** When these groups were concluded; no statement where there are none. */
export async function conclusionsOf(
  manager: EntityManager,
  groups: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (groups.length === 0) return new Map();
  const steps = await manager.find(WorkingGroupTransition, {
    where: { groupId: In([...groups]), to: WorkingGroupState.CONCLUDED },
    order: { at: "ASC" },
  });
  return new Map(steps.map(({ groupId, at }) => [groupId, at]));
}
