import { invalid, limitExceeded } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { askingOn } from "../asking/asking.value.ts";
import { withinTime } from "../asking/time-budget.service.ts";
import type { FoundTie } from "../tie/graph-tie.repository.ts";
import { type CountedTies, countsOf } from "../tie/tie-counts.value.ts";
import type { NetworkGraphArgs } from "./network-graph.inputs.ts";
import type {
  LabelledNode,
  NetworkGraphRepository,
  PartQuery,
} from "./network-graph.repository.ts";

const MOST_NODES = 5_000;
const MOST_EDGES = 20_000;
const MOST_TIME = 10_000;

export interface FoundGraph {
  readonly nodes: readonly LabelledNode[];
  readonly edges: readonly FoundTie[];
  readonly counts: CountedTies;
}

/** How large a part may be. */
export interface PartBudget {
  readonly nodes: number;
  readonly edges: number;
}

export class NetworkGraphService {
  constructor(
    private readonly graphs: NetworkGraphRepository,
    private readonly today: () => string,
  ) {}

  /** With the viewer's own eyes. */
  graph(viewer: Viewer | null, args: NetworkGraphArgs): Promise<FoundGraph> {
    const { budget, edgeBudget, filter = null, edgeTypes: kinds = null, includeInherited } = args;
    checkRange("budget", budget, MOST_NODES);
    checkRange("edgeBudget", edgeBudget, MOST_EDGES);
    const asking = askingOn(viewer, args.asOf, this.today);
    const query = { ...asking, kinds, includeInherited, filter };
    return this.part(query, { nodes: budget, edges: edgeBudget });
  }

  /**
   * The whole part in three statements.
   *
   * @throws LIMIT_EXCEEDED that says the budget, where it is larger or takes too long.
   */
  part(query: PartQuery, budget: PartBudget): Promise<FoundGraph> {
    return withinTime(MOST_TIME, async () => {
      const organisations = await this.graphs.organisations(query, budget.nodes + 1);
      checkBudget(organisations.length, budget.nodes, "nodes");
      const edges = await this.graphs.ties(query, budget.edges + 1);
      checkBudget(edges.length, budget.edges, "edges");
      const known = new Set(organisations.map(({ id }) => id));
      const ids = new Set(edges.map(({ target }) => target).filter((id) => !known.has(id)));
      checkBudget(organisations.length + ids.size, budget.nodes, "nodes");
      const nodes = [...organisations, ...(await this.graphs.places([...ids]))];
      return { nodes: nodes.sort(byId), edges, counts: countsOf(edges) };
    });
  }
}

const byId = (one: LabelledNode, other: LabelledNode): number => (one.id < other.id ? -1 : 1);

function checkRange(field: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw invalid(field, `${field} must be from 1 to ${most}`);
}

function checkBudget(size: number, budget: number, unit: "nodes" | "edges"): void {
  if (size <= budget) return;
  const message = `This part of the network has more than ${budget} ${unit}: narrow the filter`;
  throw limitExceeded(message, { field: unit === "nodes" ? "budget" : "filter", budget, unit });
}
