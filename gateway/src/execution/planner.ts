import type { ErrorLog } from "@convene/shared/error-masking";
import type { SubgraphExecutor } from "@convene/shared/subgraph/subgraph-call";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import { buildSchema, type DocumentNode, type ExecutionResult, GraphQLError } from "graphql";
import type { PublicGraph } from "../operation/collect-fields.ts";
import { CalledService, type ServiceRequest } from "./called-service.ts";
import { entitiesOf, servicesOf } from "./entities.ts";
import type { RequestContext } from "./request-context.ts";

export interface PlannerOptions {
  readonly supergraph: string;
  /** One for each service of the supergraph, by its name. */
  readonly subgraphs: Readonly<Record<string, SubgraphExecutor>>;
  readonly log: ErrorLog;
}

export interface PlannedCall {
  /** In the canonical form alone: see `CanonicalForm`. */
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

/**
 * Hive's planner in Rust with its executor, and without the HTTP server that comes with it: that
 * one is open by default in eight ways, and more than doubles the cost of a small request.
 */
export class Planner {
  private constructor(
    readonly graph: PublicGraph,
    private readonly run: (call: PlannedCall) => unknown,
  ) {}

  static async open({ supergraph, subgraphs, log }: PlannerOptions): Promise<Planner> {
    const unifiedGraph = buildSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
    const services = new Map<string, CalledService>();
    for (const name of servicesOf(unifiedGraph).keys()) {
      const subgraph = subgraphs[name];
      if (!subgraph) throw new Error(`The supergraph needs the service ${name}`);
      services.set(name, new CalledService({ name, subgraph, log }));
    }
    const handler = await unifiedGraphHandler({
      unifiedGraph,
      getUnifiedGraphSDL: () => supergraph,
      onSubgraphExecute: (name: string, request: ServiceRequest) => {
        const service = services.get(name);
        if (!service) throw new Error(`The planner asked ${name}, which there is not`);
        return service.ask(request);
      },
    });
    if (!handler.executor) throw new Error("The planner has no executor");
    // It takes a third of a second, which the first client would have to wait for.
    for (const name of services.keys()) handler.getSubgraphSchema(name);
    const graph = { schema: handler.unifiedGraph, entities: entitiesOf(unifiedGraph) };
    return new Planner(graph, handler.executor);
  }

  /** Never throws. */
  async execute(call: PlannedCall): Promise<ExecutionResult> {
    try {
      return readResult(await this.run(call));
    } catch (error) {
      return { errors: [asGraphQLError(error)] };
    }
  }
}

function readResult(result: unknown): ExecutionResult {
  if (typeof result !== "object" || result === null || Symbol.asyncIterator in result) {
    throw new Error("The planner answered with a stream");
  }
  return result;
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError("Unexpected", {
        originalError: error instanceof Error ? error : new Error(String(error)),
      });
