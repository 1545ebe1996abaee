import type { CommitmentKind } from "../commitment/commitment.service.ts";
import { Decision } from "./decision.entity.ts";
import { DecisionState } from "./decision-state.enum.ts";

export const decisionKind: CommitmentKind<Decision> = {
  entity: Decision,
  type: "Decision",
  prefix: "dec",
  first: DecisionState.ADOPTED,
};
