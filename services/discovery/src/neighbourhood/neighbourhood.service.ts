import { invalid, limitExceeded } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { kindOf, type NodePrefix } from "../node/node.enum.ts";
import type { NodeRepository } from "../node/node.repository.ts";
import type { NeighbourhoodArgs } from "./neighbourhood.inputs.ts";
import type { FoundTie, NeighbourhoodRepository, TieQuery } from "./neighbourhood.repository.ts";

const MOST_HOPS = 3;
const MOST_NODES = 1_000;
const MOST_EDGES = 10_000;
const IN_GRAPH: ReadonlySet<NodePrefix> = new Set(["org", "grp", "net", "prc"]);

interface FoundNode {
  readonly id: string;
  readonly distance: number;
}

interface FoundNeighbourhood {
  readonly nodes: readonly FoundNode[];
  readonly edges: readonly FoundTie[];
}

export class NeighbourhoodService {
  constructor(
    private readonly nodes: NodeRepository,
    private readonly ties: NeighbourhoodRepository,
    private readonly today: () => string,
  ) {}

  /**
   * One statement for the middle, one for each hop, and one for the ties. Null where the viewer
   * does not see the middle.
   *
   * @throws LIMIT_EXCEEDED with the budget when there are more nodes than it allows.
   */
  async around(viewer: Viewer | null, args: NeighbourhoodArgs): Promise<FoundNeighbourhood | null> {
    checkArgs(args);
    if (!(await this.isVisible(viewer, args.of))) return null;
    const day = args.asOf ?? this.today();
    const query: TieQuery = { viewer, day, kinds: args.edgeTypes ?? null };
    const nodes = await this.reach(args, query);
    const ids = nodes.map(({ id }) => id);
    const edges = await this.ties.among(ids, query, MOST_EDGES + 1);
    if (edges.length > MOST_EDGES) {
      throw limitExceeded(`The neighbourhood has more than ${MOST_EDGES} edges: lower the budget`, {
        field: "budget",
        budget: args.budget,
      });
    }
    return { nodes, edges };
  }

  private async isVisible(viewer: Viewer | null, id: string): Promise<boolean> {
    const kind = kindOf(id);
    if (kind === null) return false;
    if (!IN_GRAPH.has(kind)) {
      throw invalid("of", "of must be an organisation, working group, network or practice");
    }
    return (await this.nodes.visible(kind, [id], viewer)).has(id);
  }

  /** The nearest first, and by id where they are equally near. */
  private async reach(
    { of, hops, budget }: NeighbourhoodArgs,
    query: TieQuery,
  ): Promise<FoundNode[]> {
    const nodes: FoundNode[] = [{ id: of, distance: 0 }];
    let near = [of];
    for (let distance = 1; distance <= hops && near.length > 0; distance += 1) {
      const known = nodes.map(({ id }) => id);
      near = await this.ties.next({ near, known }, query, budget - nodes.length + 1);
      for (const id of near.sort()) nodes.push({ id, distance });
      checkBudget(nodes.length, budget);
    }
    return nodes;
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
