import type { ApolloServer, BaseContext } from "@apollo/server";
import fastifyApollo from "@as-integrations/fastify";
import { AccessTokens } from "@convene/gateway/viewer/access-token";
import { ApiKeys } from "@convene/gateway/viewer/api-key";
import { Authentication } from "@convene/gateway/viewer/authentication";
import { type ClaimsSource, ClaimsResolver } from "@convene/gateway/viewer/claims";
import { Sessions } from "@convene/gateway/viewer/session";
import type { Viewer } from "@convene/shared/viewer";
import Fastify from "fastify";
import type { Logger } from "pino";
import type { ContenderConfig } from "./contender-config.ts";

export interface Serving<C extends BaseContext> {
  readonly apollo: ApolloServer<C>;
  readonly config: ContenderConfig;
  readonly claims: Readonly<Record<string, ClaimsSource>>;
  readonly log: Logger;
  readonly context: (viewer: Viewer | null) => C;
}

/** An Apollo Server behind Fastify, which finds out who asks as the product's gateway does. */
export async function serveApollo<C extends BaseContext>(serving: Serving<C>): Promise<void> {
  const { apollo, config, claims, log } = serving;
  const tokens = new AccessTokens({ issuer: "convene", keys: config.TOKEN_KEYS }, log);
  const authentication = new Authentication({
    tokens,
    claims: new ClaimsResolver(claims, log),
    sessions: new Sessions(null),
    keys: new ApiKeys(null),
    issued: null,
  });
  await apollo.start();
  const server = Fastify();
  server.get("/readyz", () => ({ status: "ready" }));
  await server.register(fastifyApollo(apollo), {
    path: "/graphql",
    method: ["POST"],
    context: async ({ headers: { authorization }, ip, host }) =>
      serving.context(
        await authentication.viewer({
          headers: { authorization },
          client: { address: ip, scheme: "http", host },
        }),
      ),
  });
  await server.listen({ port: config.PORT, host: config.HOST });
}
