import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import Fastify, { type FastifyInstance } from "fastify";
import type { Service } from "../service/service.ts";
import type { ServiceLog } from "../service/service-definition.ts";
import type { ServiceContext } from "../subgraph/service-context.ts";
import { MAX_CALL_HEADERS } from "../call-signature.ts";
import { maskPlugin } from "./mask-plugin.ts";
import { refuseUnsigned, type SigningSecrets, verifiedCall } from "./signed-call.ts";
import { type InternalService, serveInternal } from "./internal-routes.ts";
import { serveLive } from "./live-route.ts";
import { serveUploads } from "./upload-routes.ts";
import { giveUpUnwanted } from "./wanted-query.ts";

/** The gateway sends the keys of whole pages at once; a client's own body is limited there. */
const BODY_LIMIT = 8 * 1024 * 1024;
const REQUEST_TIMEOUT = 30_000;

/** What of a service is served. */
export type ServedService = Pick<Service, "source" | "schema" | "createContext" | "isReady"> &
  Partial<Pick<Service, "uploads" | "live">> &
  InternalService;

export interface SubgraphServerOptions {
  readonly service: ServedService;
  readonly secrets: SigningSecrets;
  readonly log: ServiceLog;
}

/**
 * One service over HTTP: `/graphql` and `/internal/*` for signed calls alone, `/healthz` and
 * `/readyz` for whoever starts it.
 */
export async function createSubgraphServer(
  options: SubgraphServerOptions,
): Promise<FastifyInstance> {
  const { service, secrets } = options;
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: "idle",
    http: { maxHeaderSize: MAX_CALL_HEADERS },
  });
  server.get("/healthz", () => ({ status: "ok" }));
  server.get("/readyz", async (_request, reply) => {
    const ready = await service.isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "no database" });
  });
  await server.register(async (signed) => {
    refuseUnsigned(signed, { secrets, audience: service.source, log: options.log });
    serveInternal(signed, service);
    serveUploads(signed, service.uploads ?? null);
    serveLive(signed, service.live ?? null);
    await serveGraphql(signed, options);
  });
  return server;
}

async function serveGraphql(
  signed: FastifyInstance,
  { service, log }: SubgraphServerOptions,
): Promise<void> {
  const apollo = new ApolloServer<ServiceContext>({
    schema: service.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: false,
    // It would kill the process in the middle of its graceful stop.
    stopOnTerminationSignals: false,
    plugins: [
      maskPlugin(log),
      ApolloServerPluginInlineTraceDisabled(),
      fastifyApolloDrainPlugin(signed),
    ],
  });
  await apollo.start();
  await signed.register(async (questions) => {
    giveUpUnwanted(questions);
    await questions.register(fastifyApollo(apollo), {
      path: "/graphql",
      method: ["POST", "GET"],
      context: (request) => {
        const { viewer, requestId, client } = verifiedCall(request);
        return Promise.resolve(service.createContext(viewer, requestId, client));
      },
    });
  });
}
