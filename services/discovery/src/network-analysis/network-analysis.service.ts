import { createHash } from "node:crypto";
import type { Viewer } from "@convene/shared/viewer";
import { askingOn } from "../asking/asking.value.ts";
import type { PartQuery } from "../network-graph/network-graph.repository.ts";
import type { FoundGraph, NetworkGraphService } from "../network-graph/network-graph.service.ts";
import { TieKind } from "../tie/tie.enum.ts";
import { AnalysedNetwork } from "./analysed-network.value.ts";
import type { NetworkMetricsArgs } from "./network-analysis.inputs.ts";
import type { NetworkAnalysis } from "./network-analysis.entity.ts";
import { eyesOf } from "./network-analysis.policy.ts";
import type { NetworkAnalysisRepository } from "./network-analysis.repository.ts";
import type { NetworkAnalysisThread } from "./network-analysis-thread.service.ts";
import type { NodePlace, NumberedNetwork } from "./network-analysis.value.ts";

const BUDGET = { nodes: 20_000, edges: 200_000 };

export interface NetworkAnalysisParts {
  readonly graphs: NetworkGraphService;
  readonly analyses: NetworkAnalysisRepository;
  readonly thread: NetworkAnalysisThread;
}

type Computed = Pick<NetworkAnalysis, "numbers" | "computedAt">;

/**
 * Metrics of what a class of viewers may see. What was computed is kept under a fingerprint of all
 * that went into it, and computed anew as soon as that differs: something that has since been
 * hidden is never told, and nothing is told that would not be computed now.
 */
export class NetworkAnalysisService {
  private readonly underWay = new Map<string, Promise<Computed>>();

  constructor(
    private readonly parts: NetworkAnalysisParts,
    private readonly today: () => string,
  ) {}

  /**
   * Null where the viewer does not belong to the network whose members' eyes are asked for.
   *
   * @throws LIMIT_EXCEEDED that says the budget.
   */
  async metrics(viewer: Viewer | null, args: NetworkMetricsArgs): Promise<AnalysedNetwork | null> {
    const eyes = eyesOf(viewer, args.forMembersOf);
    if (eyes === undefined) return null;
    const { filter = null, edgeTypes, includeInherited } = args;
    const kinds = edgeTypes ? [...new Set(edgeTypes)].sort() : null;
    const asking = askingOn(eyes, args.asOf, this.today);
    const query = { ...asking, kinds, includeInherited, filter };
    const graph = await this.parts.graphs.part(query, BUDGET);
    const { numbers, computedAt } = await this.once(query, graph);
    const ids = graph.nodes.map(({ id }) => id);
    return new AnalysedNetwork({ ids, day: query.day, numbers, computedAt, counts: graph.counts });
  }

  /**
   * A place for each node of what one viewer sees, in their order. It is computed for them alone,
   * and not kept.
   *
   * @throws LIMIT_EXCEEDED that says the budget.
   */
  async places(graph: FoundGraph): Promise<NodePlace[]> {
    const ids = graph.nodes.map(({ id }) => id);
    const places = await this.parts.thread.places(numbered(ids, graph));
    return places.map((place, number) => ({ id: ids[number] ?? "", ...place }));
  }

  /** Who asks at the same time for what comes to the same network waits for the same. */
  private once(query: PartQuery, graph: FoundGraph): Promise<Computed> {
    const fingerprint = digest(graph);
    const known = this.underWay.get(fingerprint);
    if (known) return known;
    const work = this.computed(graph, { key: digest(query), fingerprint }).finally(() => {
      this.underWay.delete(fingerprint);
    });
    this.underWay.set(fingerprint, work);
    return work;
  }

  private async computed(
    graph: FoundGraph,
    { key, fingerprint }: { key: string; fingerprint: string },
  ): Promise<Computed> {
    const { analyses, thread } = this.parts;
    const kept = await analyses.find(fingerprint);
    if (kept) return kept;
    const ids = graph.nodes.map(({ id }) => id);
    const numbers = await thread.analyse(numbered(ids, graph));
    const computed = { key, fingerprint, computedAt: new Date(), numbers };
    await analyses.keep(computed);
    return computed;
  }
}

const digest = (value: object): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url");

function numbered(ids: readonly string[], { edges }: FoundGraph): NumberedNetwork {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const numberOf = (id: string) => numbers.get(id) ?? 0;
  const ties = edges.map(
    ({ source, target, kind }) =>
      [numberOf(source), numberOf(target), kind === TieKind.RELATIONSHIP] as const,
  );
  return { size: ids.length, ties };
}
