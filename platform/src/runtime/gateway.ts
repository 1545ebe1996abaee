import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readSupergraph } from "@convene/gateway/composition/committed";
import { createGateway } from "@convene/gateway/gateway";
import { PATIENCE } from "@convene/gateway/http/node-listener";
import { limitsOf } from "@convene/gateway/limit/limit-settings";
import type { PersonalDataSource } from "@convene/gateway/http/personal-data-endpoint";
import type { AskedFrom, Subject } from "@convene/shared/personal-data/personal-table";
import type { PageDoor } from "@convene/shared/page/page-door";
import { readManifest } from "@convene/gateway/operation/trusted-documents";
import type { LiveSource } from "@convene/shared/live/live-source";
import type { Uploads } from "@convene/shared/upload/uploads";
import type { Viewer } from "@convene/shared/viewer";
import type { Logger } from "pino";
import type { PlatformConfig } from "../config.ts";
import { ISSUER } from "../token/access-token.ts";
import { explainListen } from "./port.ts";
import type { Secrets } from "./secrets.ts";
import { serviceNames, type Services } from "./services.ts";

export interface GatewayStart {
  readonly config: PlatformConfig;
  readonly secrets: Secrets;
  readonly services: Services;
  readonly log: Logger;
}

export interface RunningGateway {
  readonly address: AddressInfo;
  /** Takes no new requests, lets those that run end, and closes. */
  readonly stop: () => Promise<void>;
}

/** How long requests that run may take to end, in milliseconds. */
const GRACE = 5_000;

/** The gateway over the services of this process, which it calls as functions. */
export async function startGateway(start: GatewayStart): Promise<RunningGateway> {
  const { config, services, log } = start;
  const gateway = await createGateway({
    supergraph: await readSupergraph(),
    subgraphs: services,
    claims: claimsOf(services),
    uploads: uploadsOf(services),
    pages: pagesOf(services),
    personalData: personalDataOf(services),
    live: liveOf(services),
    auth: services.identity.auth,
    publicUrl: config.PUBLIC_URL,
    tokens: { issuer: ISSUER, keys: publicKeys(start.secrets) },
    log,
    ...limitsOf(config),
    origins: config.CORS_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    development: config.NODE_ENV !== "production",
    documents: await readManifest(),
    trust: config.TRUSTED_DOCUMENTS,
    isReady: () => allReady(services),
  });
  const server = createServer(PATIENCE, gateway.listener);
  try {
    server.listen(config.PORT, config.HOST);
    await once(server, "listening");
  } catch (error) {
    throw explainListen(error, config);
  }
  return {
    address: server.address() as AddressInfo,
    stop: () => {
      gateway.close();
      return closeInTime(server);
    },
  };
}

/** The roles that each service gives a person, by its name. */
const claimsOf = (services: Services) =>
  Object.fromEntries(
    serviceNames.map((name) => [name, (person: string) => services[name].claims(person)]),
  );

/** What changes in each service, by its name. */
export const liveOf = (services: Services): Readonly<Record<string, LiveSource>> =>
  Object.fromEntries(serviceNames.map((name) => [name, services[name].live]));

/** What each service holds of a person, by its name. */
const personalDataOf = (services: Services): Readonly<Record<string, PersonalDataSource>> =>
  Object.fromEntries(
    serviceNames.map((name) => [
      name,
      (viewer: Viewer, subject: Subject, from: AskedFrom) =>
        services[name].personalData(viewer, subject, from),
    ]),
  );

/** The services that take files, by name. */
export const uploadsOf = (services: Services): Readonly<Record<string, Uploads>> =>
  Object.fromEntries(
    serviceNames.flatMap((name) => {
      const { uploads } = services[name];
      return uploads ? [[name, uploads]] : [];
    }),
  );

/** The services of which a link opens something, by name. */
export const pagesOf = (services: Services): Readonly<Record<string, PageDoor>> =>
  Object.fromEntries(
    serviceNames.flatMap((name) => {
      const { pages } = services[name];
      return pages ? [[name, pages]] : [];
    }),
  );

async function allReady(services: Services): Promise<boolean> {
  const ready = await Promise.all(serviceNames.map((name) => services[name].isReady()));
  return ready.every(Boolean);
}

/** The public halves of the keys that sign access tokens. */
export function publicKeys({ tokenKey: { kty, crv, x, kid } }: Secrets) {
  return { keys: [{ kty, crv, x, kid, alg: "EdDSA", use: "sig" }] };
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
