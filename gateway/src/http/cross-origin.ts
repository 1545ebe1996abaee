import type { GatewayRequest, GatewayResponse } from "./message.ts";

/** PUT is for files that are sent by a link. */
const METHODS = "GET, POST, PUT";
const HEADERS =
  "authorization, x-api-key, content-type, graphql-require-preflight, apollo-require-preflight";
const EXPOSED = "x-request-id, ratelimit, ratelimit-policy, retry-after";
const KEPT_FOR = 600;

/**
 * Which pages of other sites may read answers: those whose origin is listed, and no other. Cookies
 * are never asked for: from another origin a token in a header is all that says who asks.
 */
export class CrossOrigin {
  private readonly allowed: ReadonlySet<string>;

  constructor(origins: readonly string[]) {
    this.allowed = new Set(origins.map((origin) => new URL(origin).origin));
  }

  /** What is added to the answer of a request. */
  headers({ headers: { origin } }: GatewayRequest): Readonly<Record<string, string>> {
    if (this.allowed.size === 0) return {};
    const vary = { vary: "origin" };
    if (origin === undefined || !this.allowed.has(origin)) return vary;
    return {
      ...vary,
      "access-control-allow-origin": origin,
      "access-control-expose-headers": EXPOSED,
    };
  }

  /** The answer to a browser that asks first. */
  preflight(request: GatewayRequest): GatewayResponse {
    const headers = this.headers(request);
    const allowed = "access-control-allow-origin" in headers;
    return {
      status: 204,
      headers: {
        ...headers,
        allow: `${METHODS}, OPTIONS`,
        ...(allowed && {
          "access-control-allow-methods": METHODS,
          "access-control-allow-headers": HEADERS,
          "access-control-max-age": String(KEPT_FOR),
        }),
      },
      body: "",
    };
  }
}

/**
 * Whether a browser would have asked first before another site's page sent this: then that page
 * cannot make a signed-in person's browser do anything in their name.
 */
export function wasPreflighted(request: GatewayRequest): boolean {
  const { headers } = request;
  const asked = headers["graphql-require-preflight"] ?? headers["apollo-require-preflight"];
  return Boolean(asked) || isJson(request);
}

export const isJson = ({ headers }: GatewayRequest): boolean =>
  headers["content-type"]?.split(";")[0]?.trim().toLowerCase() === "application/json";
