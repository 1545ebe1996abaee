import fc from "fast-check";
import { buildProblem } from "../../test/plan-problems.ts";
import { ABSENT } from "../local-hour/burden-weight.value.ts";
import { type Solve, SolverService } from "../solver/solver.service.ts";
import { betweenHours, quorum, requiredSeat } from "./plan-constraint.value.ts";
import type { PlanProblem } from "./plan-problem.value.ts";
import { PlanSearch } from "./plan-search.service.ts";
import { type Slot, slotsOf } from "./slot.value.ts";

/** One thread for all runs of a property. */
const withSolver = <T>(work: (search: PlanSearch) => Promise<T>): Promise<T> =>
  new SolverService().use((solve: Solve) =>
    work(new PlanSearch({ use: (searching) => searching(solve) })),
  );

const ZONES = [
  "Europe/London",
  "America/New_York",
  "Asia/Amman",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/Santiago",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
];
const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
const between = (from: number, until: number) => [
  { days: null, from: clock(from), until: clock(until) },
];
const somebody = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  comfortable: fc.integer({ min: 7, max: 11 }).map((from) => between(from, from + 7)),
  possible: fc
    .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 18, max: 24 }))
    .map(([from, until]) => between(from, until)),
  borne: fc.integer({ min: 0, max: 9 }),
});
const people = (most: number) => fc.array(somebody, { minLength: 2, maxLength: most });
// Two weeks in which some clocks are put forward or back, one before, and one behind.
const DATES = ["2027-03-10", "2027-03-17", "2027-03-30", "2027-04-07"];

/** Slots of each window that break nothing. */
const allowed = (problem: PlanProblem): Slot[][] =>
  problem.windows.map((window) =>
    slotsOf(problem, window).filter(({ violated }) => violated.length === 0),
  );

const isShutOut = (slots: readonly Slot[], index: number): boolean =>
  slots.every(({ burdens }) => burdens[index] === ABSENT);

/** The burden of the worst-off, and the sum: those apart who are shut out whatever is chosen. */
function scoreOf({ participants }: PlanProblem, windows: Slot[][], chosen: readonly Slot[]) {
  const totals = participants.map(({ borne }, index) =>
    chosen.reduce((sum, { burdens }, window) => {
      const counts = !isShutOut(windows[window] ?? [], index);
      return counts ? sum + (burdens[index] ?? 0) : sum;
    }, borne),
  );
  return { worst: Math.max(...totals), sum: totals.reduce((sum, total) => sum + total, 0) };
}

/** By trying every combination. */
function bestByForce(problem: PlanProblem, windows: Slot[][]) {
  let best = { worst: Infinity, sum: Infinity };
  const choose = (chosen: readonly Slot[]) => {
    const slots = windows[chosen.length];
    if (slots) {
      for (const slot of slots) choose([...chosen, slot]);
      return;
    }
    const score = scoreOf(problem, windows, chosen);
    const isBetter =
      score.worst < best.worst || (score.worst === best.worst && score.sum < best.sum);
    if (isBetter) best = score;
  };
  choose([]);
  return best;
}

it("finds what trying every combination finds", async () => {
  const cases = fc.record({ people: people(4), windows: fc.integer({ min: 1, max: 2 }) });
  await withSolver((search) =>
    fc.assert(
      fc.asyncProperty(cases, async ({ people, windows }) => {
        const problem = buildProblem({
          people,
          dates: DATES.slice(0, windows),
          constraints: [quorum(1)],
        });
        const slots = allowed(problem);
        const { slots: chosen, conflicts, isBest } = await search.search(problem);
        if (slots.some(({ length }) => length === 0)) {
          expect(conflicts.length).toBeGreaterThan(0);
          return;
        }
        expect(isBest).toBe(true);
        expect(scoreOf(problem, slots, chosen)).toEqual(bestByForce(problem, slots));
      }),
      { numRuns: 25 },
    ),
  );
});

it("names the fewest constraints that leave no slot", async () => {
  await withSolver((search) =>
    fc.assert(
      fc.asyncProperty(people(5), fc.integer({ min: 0, max: 22 }), async (people, hour) => {
        const constraints = [
          ...people.map((_, index) => requiredSeat(`${index}`, `Organisation ${index}`)),
          quorum(people.length - 1),
          betweenHours({ words: "", earliest: hour * 60, latest: (hour + 2) * 60 }),
        ];
        const problem = buildProblem({ people, dates: ["2027-03-10"], constraints });
        const [window] = problem.windows;
        const slots = window ? slotsOf(problem, window) : [];
        const { conflicts } = await search.search(problem);
        expect(conflicts[0]?.constraints.length).toBe(fewestByForce(slots, constraints.length));
        const inConflict = conflicts[0]?.constraints ?? [];
        if (conflicts[0]) expect(leavesNone(slots, inConflict)).toBe(true);
      }),
      { numRuns: 25 },
    ),
  );
});

const leavesNone = (slots: readonly Slot[], constraints: readonly number[]): boolean =>
  slots.every(({ violated }) => violated.some((index) => constraints.includes(index)));

/** By trying every set of constraints; undefined where there is a slot. */
function fewestByForce(slots: readonly Slot[], constraints: number): number | undefined {
  let fewest: number | undefined;
  for (let set = 0; set < 2 ** constraints; set += 1) {
    const chosen = Array.from({ length: constraints }, (_, index) => index).filter(
      (index) => (set >> index) % 2 === 1,
    );
    if (leavesNone(slots, chosen)) fewest = Math.min(fewest ?? Infinity, chosen.length);
  }
  return fewest;
}

describe("over eight meetings", () => {
  // Every fifth week, from winter through summer: the clocks change in between.
  const EIGHT = Array.from({ length: 8 }, (_, index) =>
    new Date(Date.UTC(2027, 0, 13 + 35 * index)).toISOString().slice(0, 10),
  );
  const outOfHours = (slots: readonly Slot[], index: number): number =>
    slots.filter(({ burdens }) => (burdens[index] ?? 0) > 0).length;

  /** The least that whoever sits out of hours most often must, over all choices. */
  function leastByForce(windows: Slot[][]): number {
    let reached = new Map([["", [] as number[]]]);
    for (const slots of windows) {
      const next = new Map<string, number[]>();
      const vectors = new Map(
        slots.map(({ burdens }) => {
          const vector = [...burdens].map((burden) => Number(burden > 0));
          return [vector.join(), vector] as const;
        }),
      );
      for (const counts of reached.values()) {
        for (const vector of vectors.values()) {
          const sum = vector.map((out, index) => out + (counts[index] ?? 0));
          next.set(sum.join(), sum);
        }
      }
      reached = next;
    }
    return Math.min(...[...reached.values()].map((counts) => Math.max(...counts)));
  }

  const wide = fc.record({
    timeZone: fc.constantFrom(...ZONES),
    possible: fc.integer({ min: 20, max: 24 }).map((until) => between(0, until)),
  });
  const groups = fc.array(wide, { minLength: 3, maxLength: 4 });

  it("leaves nobody out of hours more often than must be, but for once", async () => {
    await withSolver((search) =>
      fc.assert(
        fc.asyncProperty(groups, async (people) => {
          const all = people.map((_, index) => requiredSeat(`${index}`, ""));
          const problem = buildProblem({ people, dates: EIGHT, constraints: all });
          const { slots, conflicts } = await search.search(problem);
          fc.pre(conflicts.length === 0);
          const worst = Math.max(...people.map((_, index) => outOfHours(slots, index)));
          expect(worst).toBeLessThanOrEqual(leastByForce(allowed(problem)) + 1);
        }),
        { numRuns: 12 },
      ),
    );
  });
});
