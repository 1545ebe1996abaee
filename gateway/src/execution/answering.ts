import { AppError, invalid } from "@convene/shared/errors";
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type FormattedExecutionResult,
  getVariableValues,
  type GraphQLFormattedError,
  OperationTypeNode,
} from "graphql";
import { type ErrorLog, executionError, requestFault } from "../error/client-error.ts";
import type { Limits } from "../limit/limits.ts";
import { limitVariables } from "../limit/nesting.ts";
import { completeResult } from "../operation/complete.ts";
import { DocumentStore, ValidDocument } from "../operation/document-store.ts";
import type { OperationForm, PreparedOperation } from "../operation/prepared-operation.ts";
import { Deadline } from "./deadline.ts";
import { watchedId } from "../operation/live-operation.ts";
import type { Planner } from "./planner.ts";
import type { RequestContext } from "./request-context.ts";

type Variables = Readonly<Record<string, unknown>>;

/** What a client asks, as GraphQL over HTTP has it. */
export interface Question {
  readonly query: string;
  readonly variables?: Variables | null | undefined;
  readonly operationName?: string | null | undefined;
}

/** A question that was found valid and within the limits, and is not yet executed. */
export interface CheckedQuestion {
  readonly type: OperationTypeNode;
  readonly form: OperationForm;
  /** In objects: see `limit/cost.ts`. */
  readonly cost: number;
  readonly variables: Variables;
  /** Of a subscription, the id of what it watches. */
  readonly watched: string | null;
}

/** Why a question is not executed at all. */
export type Faults = readonly GraphQLFormattedError[];

export interface AnsweringOptions {
  readonly planner: Planner;
  readonly limits: Limits;
  readonly introspection: boolean;
  readonly log: ErrorLog;
}

/** From a client's question to the client's answer; no HTTP. */
export class Answering {
  private readonly documents: DocumentStore;

  constructor(private readonly options: AnsweringOptions) {
    this.documents = new DocumentStore(options.planner.graph, options);
  }

  check(question: Question): CheckedQuestion | Faults {
    const document = this.documents.check(question.query);
    if (!(document instanceof ValidDocument)) return document;
    try {
      const operation = document.operation(question.operationName ?? undefined);
      if (!operation) return [requestFault(noSuchOperation(question), "BAD_USER_INPUT")];
      return this.checkOperation(operation, question.variables ?? {});
    } catch (error) {
      if (error instanceof AppError) return [requestFault(error, "BAD_USER_INPUT")];
      throw error;
    }
  }

  /**
   * Makes a document ready that the product itself asks, and keeps it for good.
   *
   * @returns what each of its operations costs at the most, by name
   * @throws where the graph could not answer it
   */
  trust(id: string, text: string): ReadonlyMap<string, number> {
    try {
      return this.documents.trust(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The trusted document ${id} is not valid: ${reason}`);
    }
  }

  async answer(
    { form, cost, variables }: CheckedQuestion,
    context: RequestContext,
  ): Promise<FormattedExecutionResult> {
    const { log } = this.options;
    const planned = form.planned ? await this.execute(form.planned, variables, context) : {};
    const data = { ...planned.data, ...this.introspect(form, variables).data };
    const { data: completed, errors } = completeResult(form.shape, { ...planned, data });
    const { requestId } = context;
    return {
      data: completed ?? null,
      ...(errors && { errors: errors.map((error) => executionError(error, { requestId, log })) }),
      extensions: { cost },
    };
  }

  private async execute(
    document: DocumentNode,
    variables: Variables,
    context: RequestContext,
  ): Promise<ExecutionResult> {
    const { planner, limits } = this.options;
    const deadline = new Deadline(context.signal, limits.time);
    try {
      const within = { ...context, signal: deadline.signal };
      return await planner.execute({ document, variables, context: within });
    } finally {
      deadline.clear();
    }
  }

  private checkOperation(prepared: PreparedOperation, given: Variables): CheckedQuestion | Faults {
    const { limits, planner } = this.options;
    limitVariables(given, limits.nesting);
    const { operation, variableDefinitions } = prepared;
    const { coerced, errors } = getVariableValues(planner.graph.schema, variableDefinitions, given);
    if (errors) return errors.map((error) => requestFault(error, "BAD_USER_INPUT"));
    const priced = prepared.price(coerced, limits);
    const { live } = prepared;
    const type = live ? OperationTypeNode.SUBSCRIPTION : operation.operation;
    const watched = live && watchedId(live.id, coerced);
    return { type, ...priced, variables: given, watched };
  }

  private introspect({ introspection }: OperationForm, variableValues: Variables): ExecutionResult {
    if (!introspection) return {};
    const { schema } = this.options.planner.graph;
    const result = execute({ schema, document: introspection, variableValues });
    if (result instanceof Promise) throw new Error("Introspection does not wait for anything");
    return result;
  }
}

const noSuchOperation = ({ operationName }: Question) =>
  operationName
    ? invalid("operationName", `The document has no operation ${operationName}`)
    : invalid("operationName", "Say which operation of the document is meant");
