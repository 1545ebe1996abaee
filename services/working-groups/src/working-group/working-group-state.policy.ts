import type { Viewer } from "@convene/shared/viewer";
import { WorkingGroupState } from "./working-group.enum.ts";
import { canEditGroup, canGovernGroup, type GovernedGroup } from "./working-group.policy.ts";

const { PROPOSED, CHARTERED, ACTIVE, DORMANT, CONCLUDED } = WorkingGroupState;

/** Who may take a step: whoever edits the group, or only who may set it up. */
type Taker = "editor" | "governor";

/**
 * The steps of a group's life. To charter (also anew, with a new workplan) and to drop a proposal is
 * a decision of the secretariat; to begin, rest and conclude is the group's own.
 */
const STEPS: Readonly<
  Record<WorkingGroupState, Readonly<Partial<Record<WorkingGroupState, Taker>>>>
> = {
  [PROPOSED]: { [CHARTERED]: "governor", [CONCLUDED]: "governor" },
  [CHARTERED]: { [ACTIVE]: "editor", [CONCLUDED]: "editor" },
  [ACTIVE]: { [DORMANT]: "editor", [CONCLUDED]: "editor" },
  [DORMANT]: { [ACTIVE]: "editor", [CONCLUDED]: "editor" },
  [CONCLUDED]: { [CHARTERED]: "governor" },
};

/** The states in which a group may be entered: the others are reached by steps. */
export const FIRST_STATES: readonly WorkingGroupState[] = [PROPOSED, CHARTERED];

export const isStep = (from: WorkingGroupState, to: WorkingGroupState): boolean =>
  STEPS[from][to] !== undefined;

interface GroupInState extends GovernedGroup {
  readonly state: WorkingGroupState;
}

/** The states that the viewer may bring this group to now. */
export function stateChoices(viewer: Viewer | null, group: GroupInState): WorkingGroupState[] {
  const editor = canEditGroup(viewer, group);
  const governor = canGovernGroup(viewer, group);
  return Object.values(WorkingGroupState).filter((to) => {
    const taker = STEPS[group.state][to];
    return taker === "governor" ? governor : taker === "editor" && editor;
  });
}

/** A group cannot begin or take up its work with nobody to lead it. */
export const needsCoLead = (to: WorkingGroupState): boolean => to === ACTIVE;

export const isOver = ({ state }: { readonly state: WorkingGroupState }): boolean =>
  state === CONCLUDED;

/** Nobody joins what is over. */
export const takesSeats = ({ state }: { readonly state: WorkingGroupState }): boolean =>
  state !== CONCLUDED;
