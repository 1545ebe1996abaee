import { limitExceeded } from "@convene/shared/errors";
import type { NeighbourhoodRepository } from "../neighbourhood/neighbourhood.repository.ts";
import type { TieQuery } from "../tie/graph-tie.repository.ts";
import { type Layers, onWholePaths, type Step, stepsOf } from "./path-ranking.value.ts";
import type { PathRepository } from "./path.repository.ts";

/** How many things may lie in one layer, and how many ties between two. */
const MOST_NODES = 20_000;
const MOST_TIES = 20_000;

export interface Ends {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
}

/**
 * Looks from both ends at once, so that no more than the neighbours of the two are ever read whole:
 * what they share is two steps, a tie between them three, and what is tied to both sides four.
 */
export class PathSearchService {
  constructor(
    private readonly ties: NeighbourhoodRepository,
    private readonly paths: PathRepository,
  ) {}

  /** All shortest paths as layers of steps; null where none is as short as is asked. */
  async shortest(ends: Ends, query: TieQuery): Promise<Step[][] | null> {
    const ways = await this.layersOf(ends, query);
    return ways && onWholePaths(ways);
  }

  private async layersOf({ from, to, maxHops }: Ends, query: TieQuery): Promise<Layers | null> {
    const direct = await this.steps([[from], [to]], query);
    if (direct.flat().length > 0) return direct;
    if (maxHops < 2) return null;
    const left = await this.around(from, query);
    const right = await this.around(to, query);
    const known = new Set(right);
    const shared = left.filter((id) => known.has(id));
    if (shared.length > 0) return this.steps([[from], shared, [to]], query);
    if (maxHops < 3 || left.length === 0 || right.length === 0) return null;
    const bridges = await this.stepsBetween(left, right, query);
    if (bridges.length > 0) {
      const [near, far] = [endsOf(bridges, "from"), endsOf(bridges, "to")];
      const first = await this.stepsBetween([from], near, query);
      return [first, bridges, await this.stepsBetween(far, [to], query)];
    }
    if (maxHops < 4) return null;
    const middles = await this.paths.middles({ left, right }, query, MOST_NODES + 1);
    if (middles.length === 0) return null;
    return this.steps([[from], left, within(middles), right, [to]], query);
  }

  private async around(id: string, query: TieQuery): Promise<string[]> {
    const ends = { near: [id], known: [id] };
    return within(await this.ties.next(ends, query, MOST_NODES + 1));
  }

  private async steps(layers: readonly (readonly string[])[], query: TieQuery) {
    const all: Step[][] = [];
    for (const [at, right] of layers.slice(1).entries()) {
      all.push(await this.stepsBetween(layers[at] ?? [], right, query));
    }
    return all;
  }

  private async stepsBetween(
    left: readonly string[],
    right: readonly string[],
    query: TieQuery,
  ): Promise<Step[]> {
    const ties = await this.paths.between({ left, right }, query, MOST_TIES + 1);
    if (ties.length > MOST_TIES) throw exceeded(MOST_TIES, "ties");
    return stepsOf(new Set(left), ties);
  }
}

const endsOf = (steps: readonly Step[], end: "from" | "to"): string[] => [
  ...new Set(steps.map((step) => step[end])),
];

function within(ids: string[]): string[] {
  if (ids.length > MOST_NODES) throw exceeded(MOST_NODES, "nodes");
  return ids;
}

const exceeded = (budget: number, unit: "nodes" | "ties") =>
  limitExceeded(`The way leads through more than ${budget} ${unit}: ask for fewer hops or kinds`, {
    field: "maxHops",
    budget,
    unit,
  });
