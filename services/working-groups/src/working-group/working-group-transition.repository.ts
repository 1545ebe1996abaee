import type { Transaction } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { WorkingGroupTransition } from "./working-group-transition.entity.ts";
import type { WorkingGroupState } from "./working-group.enum.ts";

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
