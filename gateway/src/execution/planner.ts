import { channel } from "node:diagnostics_channel";
import type { ErrorLog } from "@convene/shared/error-masking";
import { serviceUnavailable } from "@convene/shared/errors";
import type { SubgraphExecutor } from "@convene/shared/subgraph/subgraph-call";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  OperationTypeNode,
  print,
} from "graphql";
import type { PublicGraph } from "../operation/collect-fields.ts";
import { OutOfTime } from "./deadline.ts";
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

/** What of Hive's types is used here. */
interface HiveRequest {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly operationType?: OperationTypeNode;
  readonly context?: RequestContext;
}

/**
 * Hive's planner in Rust with its executor, and without the HTTP server that comes with it: that
 * one is open by default in eight ways, and more than doubles the cost of a small request.
 */
export class Planner {
  private constructor(
    readonly graph: PublicGraph,
    private readonly run: (request: HiveRequest) => unknown,
  ) {}

  static async open({ supergraph, subgraphs, log }: PlannerOptions): Promise<Planner> {
    const unifiedGraph = buildSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
    const services = [...servicesOf(unifiedGraph).keys()];
    for (const name of services) {
      if (!subgraphs[name]) throw new Error(`The supergraph needs the service ${name}`);
    }
    const handler = await unifiedGraphHandler({
      unifiedGraph,
      getUnifiedGraphSDL: () => supergraph,
      onSubgraphExecute: (name: string, request: HiveRequest) =>
        ask({ service: name, subgraph: subgraphs[name], log }, request),
    });
    if (!handler.executor) throw new Error("The planner has no executor");
    // It takes a third of a second, which the first client would have to wait for.
    for (const name of services) handler.getSubgraphSchema(name);
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

interface Asked {
  readonly service: string;
  readonly subgraph: SubgraphExecutor | undefined;
  readonly log: ErrorLog;
}

/** Told of each call of a service, whichever way it travels; costs nothing while nobody listens. */
const calls = channel("convene:subgraph:execute");

/** A service that throws, rather than answers an error, is as good as down: over HTTP it would be. */
async function ask(
  { service, subgraph, log }: Asked,
  { document, variables, operationName, operationType, context }: HiveRequest,
): Promise<ExecutionResult> {
  if (!subgraph || !context) throw new Error("The planner asked nobody");
  const { viewer, requestId, signal } = context;
  if (calls.hasSubscribers) calls.publish({ service, requestId });
  try {
    return await subgraph.execute({
      document,
      query: printed(document),
      viewer,
      requestId,
      requestScope: context,
      ...(variables && { variables }),
      ...(operationName !== undefined && { operationName }),
      // What a client began to change is changed, also when it does not wait for it.
      ...(signal && operationType === OperationTypeNode.QUERY && { signal }),
    });
  } catch (err) {
    const isLeft = signal?.aborted && !(signal.reason instanceof OutOfTime);
    if (!isLeft) log.error({ err, service, requestId }, "a service does not answer");
    return { errors: [serviceUnavailable()] };
  }
}

const texts = new WeakMap<DocumentNode, string>();

/** The documents of a plan are kept with it, so each is printed once. */
function printed(document: DocumentNode): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  texts.set(document, text);
  return text;
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
