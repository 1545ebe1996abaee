import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { LiveSource } from "../live/live-source.ts";

export const LIVE_PATH = "/internal/live";

/** Milliseconds between two signs of life. */
const BEAT = 10_000;

/** Bytes that may wait for a gateway that does not read: beyond that it begins again. */
const MOST_WAITING = 1_000_000;

/** What changes, as server-sent events whose data is the id of each; to signed calls alone. */
export function serveLive(server: FastifyInstance, live: LiveSource | null): void {
  const open = new Set<ServerResponse>();
  server.get(LIVE_PATH, (_request, reply) => {
    if (!live) return reply.code(404).send();
    reply.hijack();
    const { raw } = reply;
    open.add(raw);
    const send = (text: string) => {
      raw.write(text);
      if (raw.writableLength > MOST_WAITING) raw.destroy();
    };
    const stop = live.follow((id) => {
      send(`data: ${JSON.stringify(id)}\n\n`);
    });
    const beat = setInterval(send, BEAT, ":\n\n");
    raw.once("close", () => {
      clearInterval(beat);
      stop();
      open.delete(raw);
    });
    raw.writeHead(200, { "content-type": "text/event-stream" });
    send(":\n\n");
    return reply;
  });
  server.addHook("preClose", (done) => {
    for (const raw of open) raw.end();
    done();
  });
}
