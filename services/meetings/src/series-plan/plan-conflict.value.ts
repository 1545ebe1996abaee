import type { Slot } from "./slot.value.ts";

/*
 * A window has no slot where each slot breaks some constraint. Constraints are in conflict when
 * together they leave no slot: when each slot breaks one of them. So the fewest in conflict are the
 * smallest set that shares one with what each slot breaks: a minimum hitting set.
 */

export const wantedName = (constraint: number): string => `c_${constraint}`;

/** In the LP format: as few constraints as possible, of which each slot breaks one. */
export function conflictModel(slots: readonly Slot[]): string {
  const sets = smallestSets(slots);
  const names = [...new Set(sets.flat())].map(wantedName);
  return [
    `Minimize\n obj: ${names.join("\n + ")}\nSubject To`,
    ...sets.map((set, index) => ` s${index}: ${set.map(wantedName).join("\n + ")} >= 1`),
    `Binary\n ${names.join("\n ")}`,
    "End",
  ].join("\n");
}

/** Of what slots break, each set once, and none that holds another. */
function smallestSets(slots: readonly Slot[]): (readonly number[])[] {
  const once = new Map(slots.map(({ violated }) => [violated.join(), violated]));
  const shortFirst = [...once.values()].sort((one, other) => one.length - other.length);
  const kept: (readonly number[])[] = [];
  for (const set of shortFirst) {
    if (!kept.some((other) => other.every((index) => set.includes(index)))) kept.push(set);
  }
  return kept;
}
