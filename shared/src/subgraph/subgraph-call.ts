import type { DocumentNode, ExecutionResult } from "graphql";
import type { Viewer } from "../viewer.ts";

/** One operation that the gateway asks of one subgraph, whichever way it travels. */
export interface SubgraphCall {
  readonly document: DocumentNode;
  /** The printed document, when the caller has it already: the key of the compiled operation. */
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly viewer: Viewer | null;
  /** One for each request of a client, the same in every subgraph, in logs and in masked errors. */
  readonly requestId: string;
  /** IP address of the client; null where it is not known. */
  readonly client?: string | null;
  /**
   * One object for each request of a client. In one process the calls of a request share their
   * loaders by it; over HTTP each call has its own.
   */
  readonly requestScope: object;
  /** Aborted when nobody waits for the answer any more: the client left, or its time is over. */
  readonly signal?: AbortSignal;
}

/** A subgraph as the gateway sees it: called as a function, or over signed HTTP. */
export interface SubgraphExecutor {
  /** Throws when the subgraph does not answer, or is not waited for any more. */
  execute(call: SubgraphCall): Promise<ExecutionResult>;
}
