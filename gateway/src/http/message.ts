import type { ClientOrigin } from "./client-origin.ts";

/** A request of a client, whichever server took it. */
export interface GatewayRequest {
  readonly method: string;
  /** Path and query string. */
  readonly url: string;
  /** Names in lower case; of a repeated header, the values joined. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly client: ClientOrigin;
  /** Throws `LIMIT_EXCEEDED` when it is too long. */
  readonly body: () => Promise<string>;
  /** The body as it comes in, of any length: whoever reads it counts. Instead of `body`. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** Aborted when the client goes away before it is answered. */
  readonly signal?: AbortSignal;
}

export interface GatewayResponse {
  readonly status: number;
  /** A list for a header that comes several times. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
  /** In place of a body, what is sent as it comes. Whoever answers reads it to its end. */
  readonly events?: AsyncIterable<string>;
  /** The same of a file. */
  readonly file?: AsyncIterable<Uint8Array>;
}

export const textResponse = (status: number, text: string): GatewayResponse => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: `${text}\n`,
});

export const jsonResponse = (
  status: number,
  value: unknown,
  type = "application/json",
): GatewayResponse => ({
  status,
  headers: { "content-type": `${type}; charset=utf-8` },
  body: JSON.stringify(value),
});

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that never becomes a question, told in the form of GraphQL all the same. */
export function refuse({ status, code, message, headers }: Refusal): GatewayResponse {
  const response = jsonResponse(status, { errors: [{ message, extensions: { code } }] });
  return { ...response, headers: { ...response.headers, ...headers } };
}
