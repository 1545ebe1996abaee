import { ABSENT, CELL_MINUTES, isAvailable } from "../local-hour/burden-weight.value.ts";
import { CELL, valuesOver, worstOf } from "../local-hour/local-hours.value.ts";
import { dayOf } from "../wall-clock/zone-clock.value.ts";
import { oneForEach } from "./one-for-each.value.ts";
import type { PlanProblem, PlanWindow } from "./plan-problem.value.ts";

const DAY = 24 * 60 * 60_000;
/** Meetings begin at full and half hours of the plan's zone. */
const STEP = 30 * 60_000;

/** When a meeting may be, and what it would be to each. */
export interface Slot {
  /** In milliseconds. */
  readonly startsAt: number;
  /** For each participant: the burden if they sat there, or why they are not available. */
  readonly values: Uint8Array;
  /** For each participant what they bear: nothing where somebody else fills the seat. */
  readonly burdens: Uint8Array;
  /** Participants who come. */
  readonly coming: ReadonlySet<number>;
  /** Constraints that do not hold, by their index. */
  readonly violated: readonly number[];
}

/** Every slot of a window, in the order of time. */
export function slotsOf(problem: PlanProblem, window: PlanWindow): Slot[] {
  const { clock, participants, durationMinutes } = problem;
  const [from, until] = [window.firstDay * DAY, (window.firstDay + window.days) * DAY];
  // Wider by a day on either side, since no clock is more than that from UTC.
  const stretch = { from: from - DAY, cells: (until - from + 3 * DAY) / CELL };
  const values = participants.map(({ hours }) => valuesOver(hours, stretch));
  const cells = Math.ceil(durationMinutes / CELL_MINUTES);
  const slots: Slot[] = [];
  for (let startsAt = from - DAY; startsAt < until + DAY; startsAt += CELL) {
    const wall = clock.wallAt(startsAt);
    if (wall < from || wall >= until || wall % STEP !== 0) continue;
    const first = (startsAt - stretch.from) / CELL;
    const worst = new Uint8Array(values.length);
    for (const [index, of] of values.entries()) worst[index] = worstOf(of, first, cells);
    slots.push(slotAt(problem, startsAt, worst));
  }
  return slots;
}

function slotAt(problem: PlanProblem, startsAt: number, values: Uint8Array): Slot {
  const { clock, constraints, durationMinutes } = problem;
  const wall = clock.wallAt(startsAt);
  const { burdens, coming, present } = fill(problem, values);
  const interpreted = invite(problem, values, { burdens, coming });
  const lastDay = dayOf(clock.wallAt(startsAt + durationMinutes * 60_000 - 1));
  const day = dayOf(wall);
  const facts = { startsAt, wall, day, lastDay, durationMinutes, present, interpreted };
  const violated = constraints.flatMap(({ holds }, index) => (holds(facts) ? [] : [index]));
  return { startsAt, values, burdens, coming, violated };
}

/** Each seat is filled by the first who is available; of one that nobody can fill, the first bears. */
function fill({ seats, participants }: PlanProblem, values: Uint8Array) {
  const burdens = new Uint8Array(participants.length);
  const coming = new Set<number>();
  const present = new Set<string>();
  for (const { organisation, fillers } of seats) {
    const [first = -1] = fillers;
    const filler = fillers.find((index) => isAvailable(values[index] ?? ABSENT));
    if (filler === undefined) {
      if (!coming.has(first)) burdens[first] = ABSENT;
      continue;
    }
    burdens[filler] = values[filler] ?? 0;
    coming.add(filler);
    present.add(organisation);
  }
  return { burdens, coming, present };
}

/** For each language one whom it costs least; nobody interprets into two at once. */
function invite(
  { interpreters }: PlanProblem,
  values: Uint8Array,
  { burdens, coming }: { burdens: Uint8Array; coming: Set<number> },
): Set<string> {
  const interpreted = new Set<string>();
  const able = interpreters.map(({ members }) =>
    members
      .filter((index) => isAvailable(values[index] ?? ABSENT))
      .sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0)),
  );
  for (const [chosen, pool] of oneForEach(able)) {
    burdens[chosen] = values[chosen] ?? 0;
    coming.add(chosen);
    interpreted.add(interpreters[pool]?.language ?? "");
  }
  return interpreted;
}
