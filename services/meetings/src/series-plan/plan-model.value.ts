import { ABSENT } from "../local-hour/burden-weight.value.ts";
import type { Slot } from "./slot.value.ts";

/** What a slot is to all participants; of slots that are the same to all, one stands for them. */
export interface Choice {
  readonly slot: Slot;
  readonly burdens: Uint8Array;
}

/** A meeting, by its index, with its choices in the order of its group. */
interface MeetingChoices {
  readonly meeting: number;
  readonly choices: readonly Choice[];
}

/** Meetings that may choose from the same burdens, and need not be told apart. */
export interface ChoiceGroup {
  readonly members: MeetingChoices[];
  /** What each choice is to the participants. */
  readonly burdens: readonly Uint8Array[];
}

/**
 * The slots that are worth choosing: those that break no constraint, and of which no other is as
 * good for everybody. Of equals the one nearest to the middle of the window.
 */
export function worthwhile(slots: readonly Slot[]): Choice[] {
  const middle = ((slots[0]?.startsAt ?? 0) + (slots.at(-1)?.startsAt ?? 0)) / 2;
  const nearFirst = slots
    .filter(({ violated }) => violated.length === 0)
    .map((slot) => ({ slot, distance: Math.abs(slot.startsAt - middle), sum: sumOf(slot.burdens) }))
    .sort((one, other) => one.sum - other.sum || one.distance - other.distance);
  const kept: Choice[] = [];
  // One with a smaller sum is never worse for all than one with a larger: they come first.
  for (const { slot } of nearFirst) {
    const { burdens } = slot;
    if (!kept.some((other) => isAsGood(other.burdens, burdens))) kept.push({ slot, burdens });
  }
  return kept;
}

const sumOf = (burdens: Uint8Array): number => burdens.reduce((sum, burden) => sum + burden, 0);

function isAsGood(one: Uint8Array, other: Uint8Array): boolean {
  for (let index = 0; index < one.length; index += 1) {
    if ((one[index] ?? 0) > (other[index] ?? 0)) return false;
  }
  return true;
}

/** Meetings with the same burdens to choose from are one group: else the solver tries each order. */
export function groupsOf(windows: readonly (readonly Choice[])[]): ChoiceGroup[] {
  const groups = new Map<string, ChoiceGroup>();
  for (const [meeting, found] of windows.entries()) {
    const keyed = found.map((choice) => ({ choice, key: choice.burdens.join() }));
    keyed.sort((one, other) => (one.key < other.key ? -1 : 1));
    const choices = keyed.map(({ choice }) => choice);
    const key = keyed.map((one) => one.key).join(";");
    const group = groups.get(key);
    if (group) group.members.push({ meeting, choices });
    else groups.set(key, { members: [{ meeting, choices }], burdens: countedOf(choices) });
  }
  return [...groups.values()];
}

/** Who is shut out whatever is chosen bears nothing by the choice: that weighs on no other either. */
function countedOf(choices: readonly Choice[]): Uint8Array[] {
  const [first] = choices;
  const isShutOut = (index: number) => choices.every(({ burdens }) => burdens[index] === ABSENT);
  const shutOut = new Set([...(first?.burdens.keys() ?? [])].filter(isShutOut));
  return choices.map(({ burdens }) =>
    burdens.map((burden, index) => (shutOut.has(index) ? 0 : burden)),
  );
}

export interface PlanModel {
  readonly groups: readonly ChoiceGroup[];
  /** What each participant has borne before. */
  readonly borne: readonly number[];
}

/** How often a group takes a choice, as the model calls it. */
export const takenName = (group: number, choice: number): string => `x_${group}_${choice}`;

/** The burden of the worst-off, as the model calls it. */
export const WORST = "worst";

/** In the LP format. First the burden of the worst-off alone; then, within it, the sum. */
export function worstModel(model: PlanModel): string {
  return text(model, { objective: WORST, atMost: null });
}

export function sumModel(model: PlanModel, worst: number): string {
  const terms = model.groups.flatMap(({ burdens }, group) =>
    burdens.map((of, choice) => `${sumOf(of)} ${takenName(group, choice)}`),
  );
  return text(model, { objective: terms.join("\n + "), atMost: worst });
}

interface Goal {
  readonly objective: string;
  readonly atMost: number | null;
}

function text({ groups, borne }: PlanModel, { objective, atMost }: Goal): string {
  const names = groups.flatMap(({ burdens }, group) =>
    burdens.map((_, choice) => takenName(group, choice)),
  );
  const most = atMost ?? Infinity;
  return [
    `Minimize\n obj: ${objective}\nSubject To`,
    ...rowsOf(groups, borne).map((row, index) => ` p${index}: ${row}`),
    ...groups.map(({ members, burdens }, group) => {
      const taken = burdens.map((_, choice) => takenName(group, choice));
      return ` g${group}: ${taken.join("\n + ")} = ${members.length}`;
    }),
    `Bounds\n 0 <= ${WORST}${most === Infinity ? "" : ` <= ${most}`}`,
    `General\n ${[WORST, ...names].join("\n ")}`,
    "End",
  ].join("\n");
}

/** What each bears must not be more than the worst. Who bears the same everywhere has one row. */
function rowsOf(groups: readonly ChoiceGroup[], borne: readonly number[]): string[] {
  const rows = new Map<string, number>();
  for (const [participant, before] of borne.entries()) {
    const terms = groups.flatMap(({ burdens }, group) =>
      burdens.flatMap((of, choice) => {
        const burden = of[participant] ?? 0;
        return burden === 0 ? [] : [`${burden} ${takenName(group, choice)}`];
      }),
    );
    const row = [...terms, `- 1 ${WORST}`].join("\n + ").replaceAll("+ -", "-");
    rows.set(row, Math.max(rows.get(row) ?? 0, before));
  }
  return [...rows].map(([row, before]) => `${row} <= ${before === 0 ? 0 : -before}`);
}
