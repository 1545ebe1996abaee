import { invalid, limitExceeded } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import type { NeighbourhoodArgs } from "./neighbourhood.inputs.ts";
import type { NeighbourhoodRepository, Tie, TieQuery } from "./neighbourhood.repository.ts";

const MOST_HOPS = 3;
const MOST_NODES = 1_000;

interface FoundNode {
  readonly id: string;
  readonly distance: number;
}

interface FoundNeighbourhood {
  readonly nodes: readonly FoundNode[];
  readonly edges: readonly Tie[];
}

export class NeighbourhoodService {
  constructor(
    private readonly ties: NeighbourhoodRepository,
    private readonly today: () => string,
  ) {}

  /**
   * One statement for each hop, and one for the ties. `exists` tells whether the viewer may see the
   * middle; null where not.
   *
   * @throws LIMIT_EXCEEDED with the budget when there are more nodes than it allows.
   */
  async around(viewer: Viewer | null, args: NeighbourhoodArgs): Promise<FoundNeighbourhood> {
    checkArgs(args);
    const query: TieQuery = {
      viewer,
      kinds: args.edgeTypes ?? null,
      asOf: args.asOf ?? this.today(),
    };
    const distances = new Map([[args.of, 0]]);
    for (let hop = 1; hop <= args.hops; hop += 1) {
      const found = await this.ties.next([...distances.keys()], query, args.budget + 1);
      for (const id of found) distances.set(id, hop);
      checkBudget(distances.size, args.budget);
      if (found.length === 0) break;
    }
    const nodes = [...distances].map(([id, distance]) => ({ id, distance }));
    return { nodes, edges: await this.ties.among([...distances.keys()], query) };
  }
}

function checkArgs({ hops, budget }: NeighbourhoodArgs): void {
  if (!Number.isInteger(hops) || hops < 1 || hops > MOST_HOPS) {
    throw invalid("hops", `hops must be from 1 to ${MOST_HOPS}`);
  }
  if (!Number.isInteger(budget) || budget < 1 || budget > MOST_NODES) {
    throw invalid("budget", `budget must be from 1 to ${MOST_NODES}`);
  }
}

function checkBudget(nodes: number, budget: number): void {
  if (nodes > budget) {
    throw limitExceeded(`The neighbourhood has more than ${budget} nodes: ask for fewer hops`, {
      field: "budget",
      budget,
    });
  }
}
