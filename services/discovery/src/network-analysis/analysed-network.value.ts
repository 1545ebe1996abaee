import { checkPage, Connection, type ConnectionArgs } from "@convene/shared/connection/connection";
import { decodeCursor, encodeCursor } from "@convene/shared/connection/cursor";
import type { CountedTies } from "../tie/tie-counts.value.ts";
import type { NetworkMetric } from "./network-analysis.enum.ts";
import type { NodeMetricsArgs } from "./network-analysis.inputs.ts";
import type { NetworkNumbers, NodeMetric } from "./network-analysis.value.ts";

const FIELDS = {
  DEGREE: "degree",
  CLOSENESS: "closeness",
  BETWEENNESS: "betweenness",
  EIGENVECTOR: "eigenvector",
  PAGE_RANK: "pageRank",
} as const satisfies Record<NetworkMetric, keyof NodeMetric>;

/** Where an item stands in its list: items are sorted by it, the first part falling. */
type Key = readonly [number, string];

export interface Analysed {
  readonly ids: readonly string[];
  readonly numbers: NetworkNumbers;
  readonly computedAt: Date;
  readonly day: string;
  readonly counts: CountedTies;
}

/** The numbers of a network with the names of its nodes. */
export class AnalysedNetwork {
  readonly computedAt: Date;
  readonly asOf: string;
  readonly nodeCount: number;
  readonly tieCount: number;
  readonly derivedTieCount: number;
  readonly inheritedTieCount: number;
  readonly density: number;
  readonly reciprocity: number | null;
  readonly componentCount: number;
  readonly communityCount: number;
  readonly modularity: number;
  readonly isSampled: boolean;
  readonly sampleSize: number | null;
  private readonly all: readonly NodeMetric[];
  private readonly pairs: readonly { source: string; target: string }[];

  constructor({ ids, numbers, computedAt, day, counts }: Analysed) {
    const idOf = (number: number) => ids[number] ?? "";
    this.computedAt = computedAt;
    this.asOf = day;
    this.nodeCount = ids.length;
    this.tieCount = counts.recorded;
    this.derivedTieCount = counts.derived;
    this.inheritedTieCount = counts.inherited;
    this.density = numbers.density;
    this.reciprocity = numbers.reciprocity;
    this.componentCount = numbers.components;
    this.communityCount = new Set(numbers.nodes.map(({ community }) => community)).size;
    this.modularity = numbers.modularity;
    this.isSampled = numbers.sample !== null;
    this.sampleSize = numbers.sample;
    this.all = numbers.nodes.map((node, number) => ({ ...node, id: idOf(number) }));
    this.pairs = numbers.bridges.map(([one, other]) => ({
      source: idOf(one),
      target: idOf(other),
    }));
  }

  ranked(args: NodeMetricsArgs): Connection<NodeMetric> {
    const field = FIELDS[args.by];
    return pageOf(this.all, args, (node) => [node[field] ?? -1, node.id]);
  }

  isolates(page: ConnectionArgs): Connection<NodeMetric> {
    const alone = this.all.filter(({ degree }) => degree === 0);
    return pageOf(alone, page, ({ id }) => [0, id]);
  }

  bridges(page: ConnectionArgs): Connection<{ source: string; target: string }> {
    return pageOf(this.pairs, page, ({ source, target }) => [0, `${source} ${target}`]);
  }
}

function pageOf<T>(
  items: readonly T[],
  page: ConnectionArgs,
  keyOf: (item: T) => Key,
): Connection<T> {
  checkPage(page);
  const { first, after = null } = page;
  const behind = after === null ? null : readCursor(after);
  const keyed = items
    .map((node) => ({ node, key: keyOf(node) }))
    .filter(({ key }) => behind === null || order(key, behind) > 0)
    .sort((one, other) => order(one.key, other.key));
  const edges = keyed.slice(0, first).map(({ node, key }) => ({ node, cursor: encodeCursor(key) }));
  const bounds = {
    hasNextPage: keyed.length > first,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return new Connection(edges, bounds, () => Promise.resolve(items.length));
}

const order = (one: Key, other: Key): number =>
  other[0] - one[0] || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0);

function readCursor(after: string): Key {
  const [value, id] = decodeCursor(after, 2);
  return [Number(value), String(id)];
}
