import { randomUUID } from "node:crypto";
import type { ErrorLog } from "@convene/shared/error-masking";
import { AppError } from "@convene/shared/errors";
import type { AuthEndpoint } from "./auth-endpoint.ts";
import type { CrossOrigin } from "./cross-origin.ts";
import type { GraphqlEndpoint } from "./graphql-endpoint.ts";
import { PERSONAL_DATA, type PersonalDataEndpoint } from "./personal-data-endpoint.ts";
import { isPage, type PageEndpoint } from "./page-endpoint.ts";
import { UPLOADS, type UploadEndpoint } from "./upload-endpoint.ts";
import {
  type GatewayRequest,
  type GatewayResponse,
  jsonResponse,
  refuse,
  textResponse,
} from "./message.ts";
import { securityHeaders } from "./security-headers.ts";

export interface GatewayLog extends ErrorLog {
  /** Told of every request, with who sent it. */
  debug?(details: object, message: string): void;
}

export interface FrontDoorOptions {
  readonly graphql: GraphqlEndpoint;
  readonly uploads: UploadEndpoint;
  readonly pages: PageEndpoint;
  readonly personalData: PersonalDataEndpoint;
  /** Null where there is no service of accounts. */
  readonly auth: AuthEndpoint | null;
  readonly crossOrigin: CrossOrigin;
  /** The page at `/graphiql`, in development only. */
  readonly explorer: (() => Promise<GatewayResponse>) | null;
  /** Whether questions can be answered now. */
  readonly isReady: () => Promise<boolean>;
  /** Where people reach this graph, if it was told. */
  readonly publicUrl: string | undefined;
  readonly log: GatewayLog;
}

/** A request id that a proxy in front may have given. */
const GIVEN_ID = /^[\w-]{8,64}$/;

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 413,
  SERVICE_UNAVAILABLE: 503,
};

/** What stands at which path, and at all others nothing. */
export class FrontDoor {
  /** On every answer. */
  private readonly always: Readonly<Record<string, string>>;

  constructor(private readonly options: FrontDoorOptions) {
    this.always = securityHeaders(options.publicUrl);
  }

  /** Never throws. */
  async handle(request: GatewayRequest): Promise<GatewayResponse> {
    const given = request.headers["x-request-id"] ?? "";
    const requestId = GIVEN_ID.test(given) ? given : randomUUID();
    const response = await this.route(request, requestId).catch((error: unknown) =>
      this.failed(error, requestId),
    );
    const headers = { ...this.always, "x-request-id": requestId, ...response.headers };
    const { method, client } = request;
    this.options.log.debug?.({ requestId, client, method, status: response.status }, "answered");
    return { ...response, headers };
  }

  private async route(request: GatewayRequest, requestId: string): Promise<GatewayResponse> {
    const { graphql, uploads, auth, explorer, isReady } = this.options;
    const [path = ""] = request.url.split("?", 1);
    if (path === "/graphql") return this.forPages(graphql, request, requestId);
    if (path.startsWith(UPLOADS)) return this.forPages(uploads, request, requestId);
    if (auth && (path === "/auth" || path.startsWith("/auth/"))) {
      return auth.handle(request, requestId);
    }
    if (isPage(path)) return this.options.pages.handle(request);
    if (path === PERSONAL_DATA) return this.options.personalData.handle(request, requestId);
    if (request.method !== "GET" && request.method !== "HEAD") return NOTHING;
    if (path === "/healthz") return jsonResponse(200, { status: "ok" });
    if (path === "/readyz") {
      const ready = await isReady();
      return jsonResponse(ready ? 200 : 503, { status: ready ? "ready" : "not ready" });
    }
    return path === "/graphiql" && explorer ? explorer() : NOTHING;
  }

  /** What pages of other sites may ask as well, where they are listed. */
  private async forPages(
    endpoint: Pick<GraphqlEndpoint | UploadEndpoint, "handle">,
    request: GatewayRequest,
    requestId: string,
  ): Promise<GatewayResponse> {
    const { crossOrigin } = this.options;
    if (request.method === "OPTIONS") return crossOrigin.preflight(request);
    const response = await endpoint
      .handle(request, requestId)
      .catch((error: unknown) => this.failed(error, requestId));
    return { ...response, headers: { ...response.headers, ...crossOrigin.headers(request) } };
  }

  private failed(error: unknown, requestId: string): GatewayResponse {
    if (error instanceof AppError) {
      const code = String(error.extensions["code"]);
      const refusal = { status: STATUS[code] ?? 400, code, message: error.message };
      if (code !== "UNAUTHENTICATED") return refuse(refusal);
      return refuse({ ...refusal, headers: { "www-authenticate": "Bearer" } });
    }
    this.options.log.error({ err: error, requestId }, "the gateway failed");
    const extensions = { code: "INTERNAL_SERVER_ERROR", requestId };
    return jsonResponse(500, { errors: [{ message: "Internal error", extensions }] });
  }
}

const NOTHING = textResponse(404, "There is nothing here");
