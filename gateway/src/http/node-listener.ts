import { once } from "node:events";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { limitExceeded } from "@convene/shared/errors";
import type { ClientOrigins } from "./client-origin.ts";
import type { FrontDoor } from "./front-door.ts";
import type { GatewayRequest, GatewayResponse } from "./message.ts";

/**
 * For `createServer`: how long a request may take to come in, in milliseconds. Its headers, and all
 * of it: a file of 50 MB takes its time on a slow line.
 */
export const PATIENCE = { headersTimeout: 20_000, requestTimeout: 600_000 };

export interface Reading {
  readonly origins: ClientOrigins;
  readonly mostBytes: number;
}

/** The front door for `createServer` of node:http and node:https. */
export const nodeListener =
  (door: FrontDoor, reading: Reading): RequestListener =>
  (incoming, outgoing) => {
    void door.handle(readRequest(incoming, outgoing, reading)).then((response) => {
      send(response, incoming, outgoing);
    });
  };

function readRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { origins, mostBytes }: Reading,
): GatewayRequest {
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return {
    method: incoming.method ?? "GET",
    url: incoming.url ?? "/",
    headers,
    client: origins.of(incoming),
    body: () => readBody(incoming, mostBytes),
    bytes: () => incoming as AsyncIterable<Uint8Array>,
    signal: gone.signal,
  };
}

async function readBody(incoming: IncomingMessage, mostBytes: number): Promise<string> {
  if (Number(incoming.headers["content-length"] ?? 0) > mostBytes) throw tooLong(mostBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  // The server as a whole is more patient, since files come through it too.
  const impatient = setTimeout(() => incoming.destroy(tooSlow()), BODY_TIME);
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > mostBytes) throw tooLong(mostBytes);
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(impatient);
  }
  return Buffer.concat(chunks).toString();
}

/** Milliseconds in which a question must have come in. */
const BODY_TIME = 20_000;

const tooSlow = () =>
  limitExceeded(`A request may not take longer than ${BODY_TIME / 1_000} seconds to come in`);

const tooLong = (most: number) => limitExceeded(`A request may not be longer than ${most} bytes`);

/** Node wants its lists writable. */
const mutable = (headers: GatewayResponse["headers"]): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === "string" ? value : [...value],
    ]),
  );

function send(
  response: GatewayResponse,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const { status, headers, body, events, file } = response;
  const stream = events ?? file;
  // What was not read must not be taken for the next request.
  const close = incoming.complete ? {} : { connection: "close" };
  if (stream) {
    outgoing.writeHead(status, mutable(headers));
    void sendEach(stream, outgoing);
    return;
  }
  outgoing.writeHead(status, {
    ...mutable(headers),
    ...close,
    ...(status !== 204 && { "content-length": String(Buffer.byteLength(body)) }),
  });
  outgoing.end(incoming.method === "HEAD" ? undefined : body);
}

/** No more is asked for than the client has taken. */
async function sendEach(
  stream: AsyncIterable<string | Uint8Array>,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    for await (const text of stream) {
      if (outgoing.destroyed) break;
      if (!outgoing.write(text))
        await Promise.race([once(outgoing, "drain"), once(outgoing, "close")]);
    }
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}
