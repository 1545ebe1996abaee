import { channel } from "node:diagnostics_channel";
import type { ErrorLog } from "@convene/shared/error-masking";
import { serviceUnavailable } from "@convene/shared/errors";
import type { SubgraphCall, SubgraphExecutor } from "@convene/shared/subgraph/subgraph-call";
import { type DocumentNode, type ExecutionResult, OperationTypeNode, print } from "graphql";
import { Circuit, CircuitOpen } from "../transport/circuit.ts";
import { OutOfTime } from "./deadline.ts";
import type { RequestContext } from "./request-context.ts";

/** What the planner asks of a service: of Hive's types, what is used here. */
export interface ServiceRequest {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly operationType?: OperationTypeNode;
  readonly context?: RequestContext;
}

export interface CalledServiceOptions {
  readonly name: string;
  readonly subgraph: SubgraphExecutor;
  readonly log: ErrorLog;
}

/** Told of each call of a service, whichever way it travels; costs nothing while nobody listens. */
const calls = channel("convene:subgraph:execute");

/** Milliseconds after which a call that its question's deadline ends is the service's own fault. */
const HANGING = 5_000;

/** One service as the planner asks it: one that does not answer is an error of its fields alone. */
export class CalledService {
  private readonly circuit: Circuit;

  constructor(private readonly options: CalledServiceOptions) {
    const { name: service, log } = options;
    this.circuit = new Circuit({ service, log });
  }

  /** One that throws, rather than answers an error, is as good as down: over HTTP it would be. */
  async ask(request: ServiceRequest): Promise<ExecutionResult> {
    const { context } = request;
    if (!context) throw new Error("The planner asked for nobody");
    const { name: service, log } = this.options;
    const { requestId, signal } = context;
    const began = performance.now();
    try {
      return await this.circuit.run(
        context,
        () => this.call(request, context),
        () => !signal?.aborted || hangs(signal, began),
      );
    } catch (err) {
      const isLeft = signal?.aborted && !(signal.reason instanceof OutOfTime);
      if (!isLeft && !(err instanceof CircuitOpen)) {
        log.error({ err, service, requestId }, "a service does not answer");
      }
      return { errors: [serviceUnavailable()] };
    }
  }

  private call(request: ServiceRequest, context: RequestContext): Promise<ExecutionResult> {
    const { name: service, subgraph } = this.options;
    const { requestId } = context;
    if (calls.hasSubscribers) calls.publish({ service, requestId });
    return subgraph.execute(callOf(request, context));
  }
}

function callOf(request: ServiceRequest, context: RequestContext): SubgraphCall {
  const { document, variables, operationName, operationType } = request;
  const { viewer, requestId, client, signal } = context;
  return {
    document,
    query: printed(document),
    viewer,
    requestId,
    client: client.address,
    requestScope: context,
    ...(variables && { variables }),
    ...(operationName !== undefined && { operationName }),
    // What a client began to change is changed, also when it does not wait for it.
    ...(signal && operationType === OperationTypeNode.QUERY && { signal }),
  };
}

const hangs = ({ reason }: AbortSignal, began: number): boolean =>
  reason instanceof OutOfTime && performance.now() - began >= HANGING;

const texts = new WeakMap<DocumentNode, string>();

/** The documents of a plan are kept with it, so each is printed once. */
function printed(document: DocumentNode): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  texts.set(document, text);
  return text;
}
