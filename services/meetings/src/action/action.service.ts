import type { CommitmentKind } from "../commitment/commitment.service.ts";
import { nudgeForAction } from "../nudge-due/nudge-due.repository.ts";
import { Action } from "./action.entity.ts";
import { ActionState } from "./action-state.enum.ts";

export const actionKind: CommitmentKind<Action> = {
  entity: Action,
  type: "Action",
  prefix: "act",
  first: ActionState.OPEN,
  changed: nudgeForAction,
};
