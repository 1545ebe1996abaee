import type { FoundTie } from "../tie/graph-tie.repository.ts";

/** Two things in layers next to each other, and all ties between them. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly ties: readonly FoundTie[];
}

/** Steps from each layer to the next; the first layer is the beginning, the last the end. */
export type Layers = readonly (readonly Step[])[];

/** The ties between two layers, as steps away from the first. */
export function stepsOf(layer: ReadonlySet<string>, ties: readonly FoundTie[]): Step[] {
  const steps = new Map<string, { from: string; to: string; ties: FoundTie[] }>();
  for (const tie of ties) {
    const [from, to] = layer.has(tie.source) ? [tie.source, tie.target] : [tie.target, tie.source];
    const key = `${from} ${to}`;
    const step = steps.get(key) ?? { from, to, ties: [] };
    step.ties.push(tie);
    steps.set(key, step);
  }
  return [...steps.values()];
}

/** Only the steps that lie on a whole path from the first layer to the last. */
export function onWholePaths(layers: Layers): Step[][] {
  const forward: Step[][] = [];
  let reached: ReadonlySet<string> | null = null;
  for (const steps of layers) {
    const kept = steps.filter(({ from }) => reached?.has(from) ?? true);
    reached = new Set(kept.map(({ to }) => to));
    forward.push(kept);
  }
  const both: Step[][] = [];
  let needed: ReadonlySet<string> | null = null;
  for (const steps of forward.reverse()) {
    const kept = steps.filter(({ to }) => needed?.has(to) ?? true);
    needed = new Set(kept.map(({ from }) => from));
    both.unshift(kept);
  }
  return both;
}

interface Ranked {
  readonly steps: readonly Step[];
  readonly sum: number;
  /** The ids on the way, for an order that is the same each time. */
  readonly way: string;
}

/** The strongest whole paths, by the sum of their steps' strengths; by ids where equal. */
export function strongest(
  layers: Layers,
  strengthOf: (step: Step) => number,
  count: number,
): (readonly Step[])[] {
  let behind: ReadonlyMap<string, readonly Ranked[]> | null = null;
  for (const steps of [...layers].reverse()) {
    const found = new Map<string, Ranked[]>();
    for (const step of steps) {
      const rests: readonly Ranked[] = behind
        ? (behind.get(step.to) ?? [])
        : [{ steps: [], sum: 0, way: "" }];
      const ways = found.get(step.from) ?? [];
      for (const rest of rests) ways.push(extend(step, strengthOf(step), rest));
      found.set(step.from, ways);
    }
    for (const [from, ways] of found) found.set(from, ways.sort(byStrength).slice(0, count));
    behind = found;
  }
  return [...(behind?.values() ?? [])]
    .flat()
    .sort(byStrength)
    .slice(0, count)
    .map(({ steps }) => steps);
}

const extend = (step: Step, strength: number, rest: Ranked): Ranked => ({
  steps: [step, ...rest.steps],
  sum: strength + rest.sum,
  way: `${step.to} ${rest.way}`,
});

/** Sums of the same strengths in another order may differ in their last bits. */
const byStrength = (one: Ranked, other: Ranked): number =>
  Math.abs(one.sum - other.sum) > 1e-9 ? other.sum - one.sum : one.way < other.way ? -1 : 1;
