import { OperationTypeNode } from "graphql";
import { parseRequestParams, type RequestParams } from "graphql-http";
import type { Answering } from "../execution/answering.ts";
import { requireScope } from "../viewer/api-key.ts";
import type { Authentication } from "../viewer/authentication.ts";
import { isJson, wasPreflighted } from "./cross-origin.ts";
import { MEDIA_TYPES, type MediaType, negotiate } from "./media-type.ts";
import { type GatewayRequest, type GatewayResponse, jsonResponse, refuse } from "./message.ts";

const code = "BAD_USER_INPUT";

const NOT_ACCEPTABLE = { status: 406, code, message: `Accept one of ${MEDIA_TYPES.join(", ")}` };

const NOT_PREFLIGHTED = {
  status: 400,
  code,
  message:
    "A query by GET needs the header graphql-require-preflight, so that no page of another site " +
    "can send it; or send a POST with content-type: application/json",
};

const CHANGE_BY_GET = {
  status: 405,
  code,
  message: "A mutation is sent by POST",
  headers: { allow: "POST" },
};

/** `/graphql`, after GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/). */
export class GraphqlEndpoint {
  constructor(
    private readonly answering: Answering,
    private readonly authentication: Authentication,
  ) {}

  /** Throws `AppError` for what is refused before it is a question. */
  async handle(request: GatewayRequest, requestId: string): Promise<GatewayResponse> {
    const type = negotiate(request.headers["accept"]);
    if (!type) return refuse(NOT_ACCEPTABLE);
    if (request.method === "GET" && !wasPreflighted(request)) return refuse(NOT_PREFLIGHTED);
    const params = await readParams(request);
    return "query" in params ? this.answer(request, params, { type, requestId }) : params;
  }

  private async answer(
    asking: GatewayRequest,
    params: RequestParams,
    { type, requestId }: { readonly type: MediaType; readonly requestId: string },
  ): Promise<GatewayResponse> {
    const { method, client, signal } = asking;
    const viewer = await this.authentication.viewer(asking);
    const question = this.answering.check(params);
    if (!("form" in question)) {
      // A client of plain JSON expects 200 whatever happens: the watershed of the specification.
      return jsonResponse(type === "application/json" ? 200 : 400, { errors: question }, type);
    }
    const isChange = question.type === OperationTypeNode.MUTATION;
    if (isChange && method === "GET") return refuse(CHANGE_BY_GET);
    requireScope(viewer, question.type);
    const context = { viewer, requestId, client, ...(signal && { signal }) };
    const result = await this.answering.answer(question, context);
    if (isChange) this.authentication.changed(viewer);
    return jsonResponse(200, result, type);
  }
}

async function readParams(request: GatewayRequest): Promise<RequestParams | GatewayResponse> {
  const body = request.method === "POST" && isJson(request) ? await request.body() : "";
  try {
    const params = await parseRequestParams({ ...request, body, raw: null, context: null });
    if ("query" in params) return params;
    const [, { status, statusText, headers }] = params;
    return refuse({ status, code, message: statusText, ...(headers && { headers }) });
  } catch (error) {
    return refuse({ status: 400, ...faultOf(error) });
  }
}

const faultOf = (error: unknown) => ({
  code,
  message: error instanceof Error ? error.message : "The request cannot be read",
});
