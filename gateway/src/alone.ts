import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { readGraph } from "./alone-graph.ts";
import type { GatewayConfig } from "./config.ts";
import { createGateway } from "./gateway.ts";
import { PATIENCE } from "./http/node-listener.ts";
import { limitsOf } from "./limit/limit-settings.ts";
import { readManifest } from "./operation/trusted-documents.ts";
import { HttpAuth } from "./transport/http-auth.ts";
import { httpClaims } from "./transport/http-claims.ts";
import { HttpLive } from "./transport/http-live.ts";
import { HttpPages } from "./transport/http-pages.ts";
import { httpPersonalData } from "./transport/http-personal-data.ts";
import { HttpSubgraph } from "./transport/http-subgraph.ts";
import { HttpUploads } from "./transport/http-uploads.ts";
import { SignedClient } from "./transport/signed-client.ts";
import { ACCOUNTS } from "./viewer/account-news.ts";
import type { TokenOptions } from "./viewer/access-token.ts";

export interface RunningGateway {
  readonly address: AddressInfo;
  /** Names of the services behind it. */
  readonly services: readonly string[];
  /** Takes no new requests, lets those that run end, and closes. */
  readonly stop: () => Promise<void>;
}

/** How long requests that run may take to end when the gateway is stopped, in milliseconds. */
const GRACE = 15_000;

/**
 * A gateway whose services are in other processes.
 *
 * @throws ConfigError
 */
export async function startAlone(config: GatewayConfig, log: Logger): Promise<RunningGateway> {
  const { supergraph, addresses } = await readGraph(config);
  const clients = addresses.map((address) => new SignedClient(address));
  const own = clients.filter(({ address }) => address.secret !== null);
  const gateway = await createGateway({
    supergraph,
    subgraphs: byName(clients, (client) => new HttpSubgraph(client)),
    claims: byName(own, httpClaims),
    uploads: byName(own, (client) => new HttpUploads(client, log)),
    pages: byName(own, (client) => new HttpPages(client, log)),
    personalData: byName(own, httpPersonalData),
    live: byName(own, (client) => new HttpLive(client, log)),
    tokens: tokensOf(config),
    auth: authOf(own, log),
    publicUrl: config.PUBLIC_URL,
    log,
    ...limitsOf(config),
    origins: config.CORS_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    development: config.NODE_ENV === "development",
    introspection: config.INTROSPECTION || config.NODE_ENV === "development",
    documents: config.SUPERGRAPH === undefined ? await readManifest() : {},
    trust: config.TRUSTED_DOCUMENTS,
    isReady: allOnce(own),
  });
  const server = createServer(PATIENCE, gateway.listener);
  server.listen(config.PORT, config.HOST);
  await once(server, "listening");
  return {
    address: server.address() as AddressInfo,
    services: clients.map((client) => client.address.service),
    stop: async () => {
      gateway.close();
      await closeInTime(server);
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

async function closeInTime(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const impatient = setTimeout(() => {
    server.closeAllConnections();
  }, GRACE);
  await closed;
  clearTimeout(impatient);
}

const byName = <T>(
  clients: readonly SignedClient[],
  make: (client: SignedClient) => T,
): Record<string, T> =>
  Object.fromEntries(clients.map((client) => [client.address.service, make(client)]));

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

/**
 * The service of accounts, by its name, among Convene's own: it sees cookies, and says who is an
 * administrator.
 */
function authOf(own: readonly SignedClient[], log: Logger): HttpAuth | null {
  const client = own.find(({ address }) => address.service === ACCOUNTS);
  return client ? new HttpAuth(client, log) : null;
}

function tokensOf(config: GatewayConfig): TokenOptions {
  const { TOKEN_ISSUER: issuer, TOKEN_KEYS, TOKEN_KEYS_URL } = config;
  if (TOKEN_KEYS_URL) return { issuer, keys: new URL(TOKEN_KEYS_URL) };
  return { issuer, keys: TOKEN_KEYS ?? { keys: [] } };
}
