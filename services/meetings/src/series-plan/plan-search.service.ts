import { setImmediate } from "node:timers/promises";
import type { Solution, Solve, SolverService } from "../solver/solver.service.ts";
import { conflictModel, wantedName } from "./plan-conflict.value.ts";
import {
  type Choice,
  type ChoiceGroup,
  groupsOf,
  sumModel,
  takenName,
  WORST,
  worstModel,
  worthwhile,
} from "./plan-model.value.ts";
import type { PlanProblem, PlanWindow } from "./plan-problem.value.ts";
import { type Slot, slotsOf } from "./slot.value.ts";

/** The fewest constraints that leave no slot in a window. */
export interface Conflict {
  readonly window: PlanWindow;
  /** By their index. */
  readonly constraints: readonly number[];
}

export interface SearchResult {
  /** One for each window, in the order of time; none where there are conflicts. */
  readonly slots: readonly Slot[];
  readonly conflicts: readonly Conflict[];
  /** Whether nothing is better; false when time ran out. */
  readonly isBest: boolean;
}

/** As many windows without a slot are told. */
const MOST_CONFLICTS = 10;

/** Finds the slots that burden the worst-off least, and of these the ones with the least in all. */
export class PlanSearch {
  constructor(private readonly solver: Pick<SolverService, "use">) {}

  async search(problem: PlanProblem): Promise<SearchResult> {
    const choices: (readonly Choice[])[] = [];
    const closed: { window: PlanWindow; slots: readonly Slot[] }[] = [];
    for (const window of problem.windows) {
      const slots = slotsOf(problem, window);
      const good = worthwhile(slots);
      if (good.length === 0) closed.push({ window, slots });
      choices.push(good);
      // Other requests go on meanwhile.
      await setImmediate();
      if (closed.length >= MOST_CONFLICTS) break;
    }
    return this.solver.use(async (solve) =>
      closed.length > 0
        ? { slots: [], conflicts: await conflictsOf(solve, closed), isBest: true }
        : best(solve, problem, choices),
    );
  }
}

async function best(
  solve: Solve,
  { participants }: PlanProblem,
  windows: readonly (readonly Choice[])[],
): Promise<SearchResult> {
  const groups = groupsOf(windows);
  const model = { groups, borne: participants.map(({ borne }) => borne) };
  const worst = await solve(worstModel(model));
  if (!worst) throw new Error("A plan whose every window has a slot has no solution");
  const sum = await solve(sumModel(model, Math.round(worst.values.get(WORST) ?? 0)));
  const slots = slotsTaken(groups, sum ?? worst);
  const isBest = worst.isBest && sum?.isBest === true;
  return { slots: slots.map(({ slot }) => slot), conflicts: [], isBest };
}

/** The choices in the order of the meetings; those of a group by turns. */
function slotsTaken(groups: readonly ChoiceGroup[], { values }: Solution): Choice[] {
  const taken: Choice[] = [];
  for (const [group, { members, burdens }] of groups.entries()) {
    const left = burdens.map((_, choice) => Math.round(values.get(takenName(group, choice)) ?? 0));
    let turn = 0;
    for (const { meeting, choices } of members) {
      while ((left[turn % left.length] ?? 0) === 0) turn += 1;
      const at = turn % left.length;
      left[at] = (left[at] ?? 0) - 1;
      taken[meeting] = choices[at] as Choice;
      turn += 1;
    }
  }
  return taken;
}

async function conflictsOf(
  solve: Solve,
  closed: readonly { window: PlanWindow; slots: readonly Slot[] }[],
): Promise<Conflict[]> {
  const conflicts: Conflict[] = [];
  for (const { window, slots } of closed) {
    const fewest = await solve(conflictModel(slots));
    if (!fewest) throw new Error("Slots that each break a constraint have no conflict");
    const all = [...new Set(slots.flatMap(({ violated }) => violated))];
    const constraints = all
      .filter((index) => (fewest.values.get(wantedName(index)) ?? 0) > 0.5)
      .sort((one, other) => one - other);
    conflicts.push({ window, constraints });
  }
  return conflicts.sort((one, other) => one.constraints.length - other.constraints.length);
}
