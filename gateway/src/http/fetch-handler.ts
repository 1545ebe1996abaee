import { limitExceeded } from "@convene/shared/errors";
import type { FrontDoor } from "./front-door.ts";
import type { GatewayResponse } from "./message.ts";

/** The front door for whatever speaks in `Request` and `Response`. */
export const fetchHandler =
  (door: FrontDoor, mostBytes: number) =>
  async (request: Request): Promise<Response> => {
    const { pathname, search, protocol, host } = new URL(request.url);
    const { status, headers, body, events, file } = await door.handle({
      method: request.method,
      url: pathname + search,
      headers: Object.fromEntries(request.headers),
      client: { address: null, scheme: protocol === "https:" ? "https" : "http", host },
      body: () => readBody(request, mostBytes),
      bytes: () => request.body ?? nothing(),
      signal: request.signal,
    });
    const stream = events ?? file;
    if (stream) return new Response(streamOf(stream), { status, headers: listed(headers) });
    const hasBody = status !== 204 && request.method !== "HEAD";
    return new Response(hasBody ? body : null, { status, headers: listed(headers) });
  };

function streamOf(events: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = events[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else
        controller.enqueue(
          typeof next.value === "string" ? encoder.encode(next.value) : next.value,
        );
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {
  // A request without a body.
}

function listed(headers: GatewayResponse["headers"]): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
}

async function readBody(request: Request, mostBytes: number): Promise<string> {
  const body = await request.arrayBuffer();
  if (body.byteLength > mostBytes) {
    throw limitExceeded(`A request may not be longer than ${mostBytes} bytes`);
  }
  return new TextDecoder().decode(body);
}
