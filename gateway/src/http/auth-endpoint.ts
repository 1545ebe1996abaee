import { type AuthDoor, type AuthRequest, PASSED_HEADERS } from "@convene/shared/auth-door";
import type { Authentication } from "../viewer/authentication.ts";
import type { Sessions } from "../viewer/session.ts";
import { ownOrigin } from "./own-origin.ts";
import { type GatewayRequest, type GatewayResponse, textResponse } from "./message.ts";

const NOT_ALLOWED = textResponse(405, "Only GET and POST are answered here");

export interface AuthEndpointOptions {
  readonly door: AuthDoor;
  readonly sessions: Sessions;
  readonly authentication: Pick<Authentication, "forget">;
  readonly publicUrl: string | undefined;
}

/** `/auth/*`: handed on to the service of accounts, and back, as they are. */
export class AuthEndpoint {
  constructor(private readonly options: AuthEndpointOptions) {}

  /** Throws `AppError` when nobody answers. */
  async handle(request: GatewayRequest, requestId: string): Promise<GatewayResponse> {
    const { method, url, headers, client } = request;
    if (method !== "GET" && method !== "HEAD" && method !== "POST") return NOT_ALLOWED;
    const { door, sessions, authentication, publicUrl } = this.options;
    const passed: AuthRequest = {
      method,
      path: url,
      origin: ownOrigin(client, publicUrl),
      headers: Object.fromEntries(
        PASSED_HEADERS.flatMap((name) => {
          const value = headers[name];
          return value === undefined ? [] : [[name, value] as const];
        }),
      ),
      body: method === "POST" ? await request.body() : "",
      client: client.address,
      requestId,
    };
    const before = method === "POST" ? await sessions.resolve(headers["cookie"]) : null;
    const { status, headers: answered, body } = await door.answer(passed);
    // They may have signed out, here or elsewhere: it holds from now on.
    if (before) authentication.forget(before.id);
    return { status, headers: joined(answered), body };
  }
}

/** `set-cookie` is the one header that comes more than once and cannot be joined by commas. */
function joined(headers: readonly (readonly [string, string])[]): GatewayResponse["headers"] {
  const all: Record<string, string | readonly string[]> = {};
  for (const [name, value] of headers) {
    const before = all[name];
    all[name] = before === undefined ? value : [...[before].flat(), value];
  }
  return all;
}
