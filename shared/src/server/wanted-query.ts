import { setMaxListeners } from "node:events";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { whileWanted } from "../database/wanted.ts";

const questionSchema = z.object({ query: z.string() });

/** A document of the gateway begins with its operation; whatever looks otherwise is left alone. */
const isQuery = (body: unknown): boolean => {
  const parsed = questionSchema.safeParse(body);
  return parsed.success && /^\s*(query\b|\{)/.test(parsed.data.query);
};

/**
 * Queries of this scope are given up, in the database too, once the gateway does not wait for them
 * any more. What a mutation began is brought to its end.
 */
export function giveUpUnwanted(server: FastifyInstance): void {
  server.addHook("preHandler", (request, reply, done) => {
    if (!isQuery(request.body)) {
      done();
      return;
    }
    const gateway = new AbortController();
    // Each statement of the question listens.
    setMaxListeners(0, gateway.signal);
    reply.raw.once("close", () => {
      if (!reply.raw.writableFinished) gateway.abort();
    });
    whileWanted(gateway.signal, done);
  });
}
