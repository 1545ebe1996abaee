import { invalid, limitExceeded } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { withinTime } from "../asking/time-budget.service.ts";
import type { GraphNodeService } from "../node/graph-node.service.ts";
import { type CountedTies, countsOf } from "../tie/tie-counts.value.ts";
import type { NeighbourhoodArgs } from "./neighbourhood.inputs.ts";
import type { FoundTie, TieQuery } from "../tie/graph-tie.repository.ts";
import type { NeighbourhoodRepository, Reached } from "./neighbourhood.repository.ts";

const MOST_HOPS = 3;
const MOST_NODES = 1_000;
const MOST_EDGES = 10_000;
const MOST_TIME = 5_000;
/** From so many things it goes on at once: where these lead beyond the budget, the rest may stay. */
const AT_ONCE = 200;

interface FoundNode {
  readonly id: string;
  readonly distance: number;
}

interface FoundNeighbourhood {
  readonly nodes: readonly FoundNode[];
  readonly edges: readonly FoundTie[];
  readonly counts: CountedTies;
}

export class NeighbourhoodService {
  constructor(
    private readonly nodes: GraphNodeService,
    private readonly ties: NeighbourhoodRepository,
    private readonly today: () => string,
  ) {}

  /**
   * One statement for the middle, one for each hop (or for each 200 things from which it goes on),
   * and one for the ties. Null where the viewer does not see the middle.
   *
   * @throws LIMIT_EXCEEDED with the budget when there are more nodes than it allows, or when the
   *   time for it is over.
   */
  around(viewer: Viewer | null, args: NeighbourhoodArgs): Promise<FoundNeighbourhood | null> {
    checkArgs(args);
    const { edgeTypes: kinds = null, includeInherited } = args;
    const query = { viewer, day: args.asOf ?? this.today(), kinds, includeInherited };
    return withinTime(MOST_TIME, () => this.find(args, query));
  }

  private async find(args: NeighbourhoodArgs, query: TieQuery): Promise<FoundNeighbourhood | null> {
    if (!(await this.nodes.isVisible(query.viewer, "of", args.of))) return null;
    const nodes = await this.reach(args, query);
    const ids = nodes.map(({ id }) => id);
    const edges = await this.ties.among(ids, query, args.edgeBudget + 1);
    checkBudget(edges.length, args.edgeBudget, "edges");
    return { nodes, edges, counts: countsOf(edges) };
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
      near = await this.beyond({ near, known }, query, budget - nodes.length + 1);
      for (const id of near.sort()) nodes.push({ id, distance });
      checkBudget(nodes.length, budget, "nodes");
    }
    return nodes;
  }

  /** One hop further; no more than `most` of what there is. */
  private async beyond({ near, known }: Reached, query: TieQuery, most: number): Promise<string[]> {
    const found: string[] = [];
    for (let at = 0; at < near.length && found.length < most; at += AT_ONCE) {
      const from = { near: near.slice(at, at + AT_ONCE), known: [...known, ...found] };
      found.push(...(await this.ties.next(from, query, most - found.length)));
    }
    return found;
  }
}

function checkArgs({ hops, budget, edgeBudget }: NeighbourhoodArgs): void {
  if (!Number.isInteger(hops) || hops < 1 || hops > MOST_HOPS) {
    throw invalid("hops", `hops must be from 1 to ${MOST_HOPS}`);
  }
  if (!Number.isInteger(budget) || budget < 1 || budget > MOST_NODES) {
    throw invalid("budget", `budget must be from 1 to ${MOST_NODES}`);
  }
  if (!Number.isInteger(edgeBudget) || edgeBudget < 1 || edgeBudget > MOST_EDGES) {
    throw invalid("edgeBudget", `edgeBudget must be from 1 to ${MOST_EDGES}`);
  }
}

function checkBudget(size: number, budget: number, unit: "nodes" | "edges"): void {
  if (size <= budget) return;
  const message = `The neighbourhood has more than ${budget} ${unit}: ask for fewer hops or kinds`;
  throw limitExceeded(message, { field: unit === "nodes" ? "budget" : "edgeBudget", budget, unit });
}
