import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { LiveSource } from "../live/live-source.ts";

export const LIVE_PATH = "/internal/live";

/** The comment that says that changes may be missed until the next without words. */
const LOST = ": lost\n\n";

/** Bytes that may wait for a gateway that does not read: beyond that it begins again. */
const MOST_WAITING = 1_000_000;

/**
 * What changes, as server-sent events whose data is the id of each; to signed calls alone. A comment
 * comes with each pulse of the source, which says where it hears nothing itself.
 */
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
    const stop = live.follow(
      (id) => {
        send(`data: ${JSON.stringify(id)}\n\n`);
      },
      (isWhole) => {
        send(isWhole ? ":\n\n" : LOST);
      },
    );
    raw.once("close", () => {
      stop();
      open.delete(raw);
    });
    raw.writeHead(200, { "content-type": "text/event-stream" });
    raw.flushHeaders();
    return reply;
  });
  server.addHook("preClose", (done) => {
    for (const raw of open) raw.end();
    done();
  });
}
