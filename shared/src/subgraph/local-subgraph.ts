import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLSchema,
  print,
  validate,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import { whileWanted } from "../database/wanted.ts";
import { type ErrorLog, maskResult } from "../error-masking.ts";
import type { Viewer } from "../viewer.ts";
import type { ServiceContext } from "./service-context.ts";
import { isSoundToCompile } from "./sound-to-compile.ts";
import type { SubgraphCall, SubgraphExecutor } from "./subgraph-call.ts";
import { untilAborted } from "./until-aborted.ts";

const KEPT = 250;

type Run = (
  context: ServiceContext,
  variables: object,
) => ExecutionResult | Promise<ExecutionResult>;

interface Operation {
  readonly document: DocumentNode;
  readonly run: Run;
}

type CreateContext = (
  viewer: Viewer | null,
  requestId: string,
  client: string | null,
) => ServiceContext;

export interface LocalSubgraphOptions {
  readonly schema: GraphQLSchema;
  readonly createContext: CreateContext;
  readonly log: ErrorLog;
}

/** A subgraph in this process: called as a function, with its operations compiled and kept. */
export class LocalSubgraph implements SubgraphExecutor {
  private readonly compiled = new Map<string, Operation>();
  private readonly contexts = new WeakMap<object, ServiceContext>();

  constructor(private readonly options: LocalSubgraphOptions) {}

  /** Throws the reason of the call's signal once that is aborted. */
  async execute(call: SubgraphCall): Promise<ExecutionResult> {
    const { log } = this.options;
    const { signal } = call;
    signal?.throwIfAborted();
    const { run, document } = this.operation(call);
    const start = () => run(this.contextOf(call), call.variables ?? {});
    const result = await (signal
      ? untilAborted(Promise.resolve(whileWanted(signal, start)), signal)
      : start());
    return maskResult(result, { requestId: call.requestId, log, document });
  }

  /** The calls that one request of a client makes of this service share viewer and loaders. */
  private contextOf({ requestScope, viewer, requestId, client }: SubgraphCall): ServiceContext {
    const known = this.contexts.get(requestScope);
    if (known) return known;
    const made = this.options.createContext(viewer, requestId, client ?? null);
    this.contexts.set(requestScope, made);
    return made;
  }

  private operation({ document, query, operationName }: SubgraphCall): Operation {
    const key = `${operationName ?? ""}\n${query ?? print(document)}`;
    const known = this.compiled.get(key);
    if (known) {
      this.compiled.delete(key);
      this.compiled.set(key, known);
      return known;
    }
    const operation = { document, run: this.compile(document, operationName) };
    this.compiled.set(key, operation);
    const [oldest] = this.compiled.keys();
    if (this.compiled.size > KEPT && oldest !== undefined) this.compiled.delete(oldest);
    return operation;
  }

  /** The gateway knows of our scalars only their names: whether a literal fits is seen here. */
  private compile(document: DocumentNode, operationName: string | undefined): Run {
    const { schema } = this.options;
    const errors = validate(schema, document);
    if (errors.length > 0) return () => ({ errors });
    if (isSoundToCompile(schema, document, operationName)) {
      const compiled = compileQuery(schema, document, operationName);
      if (isCompiledQuery(compiled)) {
        return (context, variables) => compiled.query({}, context, { ...variables });
      }
    }
    return (contextValue, variableValues) =>
      execute({
        schema,
        document,
        contextValue,
        variableValues: { ...variableValues },
        ...(operationName !== undefined && { operationName }),
      });
  }
}
