import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { readSupergraph } from "./composition/committed.ts";
import type { GatewayConfig } from "./config.ts";
import { createGateway } from "./gateway.ts";
import { HttpAuth } from "./transport/http-auth.ts";
import { httpClaims } from "./transport/http-claims.ts";
import { HttpSubgraph } from "./transport/http-subgraph.ts";
import { SignedClient } from "./transport/signed-client.ts";
import type { TokenOptions } from "./viewer/access-token.ts";

export interface RunningGateway {
  readonly address: AddressInfo;
  /** Takes no new requests, lets those that run end, and closes. */
  readonly stop: () => Promise<void>;
}

/** How long a request may take to come in, and to end when the gateway is stopped. */
const INCOMING = 20_000;
const GRACE = 15_000;

/** A gateway whose services are in other processes. */
export async function startAlone(config: GatewayConfig, log: Logger): Promise<RunningGateway> {
  const secret = config.CONVENE_SECRET;
  const clients = [...config.SERVICES].map(
    ([service, url]) => new SignedClient({ service, url, secret }),
  );
  const each = <T>(make: (client: SignedClient) => T): Record<string, T> =>
    Object.fromEntries(clients.map((client) => [client.address.service, make(client)]));
  const gateway = await createGateway({
    supergraph: await readSupergraph(),
    subgraphs: each((client) => new HttpSubgraph(client, log)),
    claims: each(httpClaims),
    tokens: tokensOf(config),
    auth: authOf(clients, log),
    publicUrl: config.PUBLIC_URL,
    log,
    origins: config.CORS_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    development: config.NODE_ENV === "development",
    introspection: config.INTROSPECTION || config.NODE_ENV === "development",
    isReady: allOnce(clients),
  });
  const server = createServer({ requestTimeout: INCOMING }, gateway.listener);
  server.listen(config.PORT, config.HOST);
  await once(server, "listening");
  return {
    address: server.address() as AddressInfo,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const impatient = setTimeout(() => {
        server.closeAllConnections();
      }, GRACE);
      await closed;
      clearTimeout(impatient);
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

/**
 * Ready when every service has been: before that it could answer only in part. A service that goes
 * away later takes its own part of the answers with it, and not the whole gateway.
 */
function allOnce(clients: readonly SignedClient[]): () => Promise<boolean> {
  let ready = false;
  return async () => {
    ready ||= (await Promise.all(clients.map((client) => client.isReady()))).every(Boolean);
    return ready;
  };
}

/** The service of accounts, by its name. */
function authOf(clients: readonly SignedClient[], log: Logger): HttpAuth | null {
  const client = clients.find(({ address }) => address.service === "identity");
  return client ? new HttpAuth(client, log) : null;
}

function tokensOf(config: GatewayConfig): TokenOptions {
  const { TOKEN_ISSUER: issuer, TOKEN_KEYS, TOKEN_KEYS_URL } = config;
  if (TOKEN_KEYS_URL) return { issuer, keys: new URL(TOKEN_KEYS_URL) };
  return { issuer, keys: TOKEN_KEYS ?? { keys: [] } };
}
