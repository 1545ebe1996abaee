import { OperationTypeNode } from "graphql";
import type { Answering, Faults } from "../execution/answering.ts";
import type { TrustedDocuments } from "../operation/trusted-documents.ts";
import type { LiveAnswers } from "../live/live-answer.ts";
import type { Budgets } from "../limit/budget.ts";
import { REQUEST_COST } from "../limit/cost.ts";
import { requireScope } from "../viewer/api-key.ts";
import type { Authentication } from "../viewer/authentication.ts";
import { wasPreflighted } from "./cross-origin.ts";
import { acceptsEvents, MEDIA_TYPES, type MediaType, negotiate } from "./media-type.ts";
import { type GatewayRequest, type GatewayResponse, jsonResponse, refuse } from "./message.ts";
import { type AskedParams, readParams } from "./request-params.ts";
import { overBudget, within } from "./rate-limit-headers.ts";

const code = "BAD_USER_INPUT";

const NOT_ACCEPTABLE = { status: 406, code, message: `Accept one of ${MEDIA_TYPES.join(", ")}` };

const NOT_PREFLIGHTED = {
  status: 400,
  code,
  message:
    "A query by GET needs the header graphql-require-preflight, so that no page of another site " +
    "can send it; or send a POST with content-type: application/json",
};

const NO_EVENTS = {
  status: 406,
  code,
  message: "A subscription is answered by events: accept text/event-stream",
};

const CHANGE_BY_GET = {
  status: 405,
  code,
  message: "A mutation is sent by POST",
  headers: { allow: "POST" },
};

/** The one error that the specification wants; the message tells no identifier that there is. */
const UNKNOWN_DOCUMENT: Faults = [
  {
    message: "There is no document of this documentId",
    extensions: { code: "NOT_FOUND", field: "documentId" },
  },
];

/** Who sends no cookie but a token or a key is no page of a browser. */
const isProgram = ({ headers }: GatewayRequest): boolean =>
  headers["authorization"] !== undefined || headers["x-api-key"] !== undefined;

export interface GraphqlEndpointOptions {
  readonly answering: Answering;
  readonly authentication: Authentication;
  readonly budgets: Budgets;
  readonly documents: TrustedDocuments;
  readonly live: LiveAnswers;
}

/** `/graphql`, after GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/). */
export class GraphqlEndpoint {
  constructor(private readonly options: GraphqlEndpointOptions) {}

  /** Throws `AppError` for what is refused before it is a question. */
  async handle(request: GatewayRequest, requestId: string): Promise<GatewayResponse> {
    const type = negotiate(request.headers["accept"]);
    if (!type && !acceptsEvents(request)) return refuse(NOT_ACCEPTABLE);
    if (request.method === "GET" && !wasPreflighted(request)) return refuse(NOT_PREFLIGHTED);
    const params = await readParams(request, this.options.documents);
    return "query" in params ? this.answer(request, params, { type, requestId }) : params;
  }

  private async answer(
    asking: GatewayRequest,
    { query, ...params }: AskedParams,
    { type, requestId }: { readonly type: MediaType | null; readonly requestId: string },
  ): Promise<GatewayResponse> {
    const { answering, authentication, budgets, documents, live } = this.options;
    const { method, client, signal } = asking;
    const viewer = await authentication.viewer(asking);
    // Before it is read, which may be a great part of its cost.
    const begun = budgets.begin({ viewer, client });
    if (begun?.taken === false) return overBudget(begun, REQUEST_COST);
    if (query === null) return within(begun, faultsResponse(UNKNOWN_DOCUMENT, type));
    documents.require(query, { isProgram: isProgram(asking) });
    const question = answering.check({ ...params, query });
    if (!("form" in question)) return within(begun, faultsResponse(question, type));
    const isChange = question.type === OperationTypeNode.MUTATION;
    if (isChange && method === "GET") return refuse(CHANGE_BY_GET);
    requireScope(viewer, question.type);
    if (question.type === OperationTypeNode.SUBSCRIPTION) {
      return acceptsEvents(asking)
        ? live.open({ asking, question, viewer, requestId })
        : refuse(NO_EVENTS);
    }
    if (!type) return refuse(NOT_ACCEPTABLE);
    const spent = budgets.spend({ viewer, client }, question.cost);
    if (spent?.taken === false) return overBudget(spent, question.cost);
    const context = { viewer, requestId, client, ...(signal && { signal }) };
    const result = await answering.answer(question, context);
    if (isChange) authentication.changed(viewer);
    return within(spent, jsonResponse(200, result, type));
  }
}

/** A client of plain JSON expects 200 whatever happens: the watershed of the specification. */
const faultsResponse = (errors: Faults, type: MediaType | null): GatewayResponse =>
  jsonResponse(
    type === "application/json" ? 200 : 400,
    { errors, extensions: { cost: REQUEST_COST } },
    type ?? "application/json",
  );
