import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readSupergraph } from "@convene/gateway/composition/committed";
import { createGateway, type GatewayOptions } from "@convene/gateway/gateway";
import { httpClaims } from "@convene/gateway/transport/http-claims";
import { HttpSubgraph } from "@convene/gateway/transport/http-subgraph";
import { SignedClient } from "@convene/gateway/transport/signed-client";
import { createSubgraphServer } from "@convene/shared/server/subgraph-server";
import { testDatabaseUrl } from "@convene/shared/testing/config";
import { Client } from "pg";
import pino from "pino";
import { demoToken, type DemoTokenRequest } from "../src/demo/demo-viewers.ts";
import { type DemoState, loadDemo } from "../src/demo/load-demo.ts";
import { publicKeys } from "../src/runtime/gateway.ts";
import type { Secrets } from "../src/runtime/secrets.ts";
import { type OpenedServices, openServices, serviceNames } from "../src/runtime/services.ts";
import { PlatformState } from "../src/runtime/state.ts";
import { ISSUER } from "../src/token/access-token.ts";
import { testSecrets } from "./secrets.ts";

/** The two ways in which the gateway reaches the services. Every story runs through both. */
export const TRANSPORTS = ["in process", "over HTTP"] as const;
export type Transport = (typeof TRANSPORTS)[number];

export interface Graphs {
  /** Where the gateway of a transport answers. */
  readonly urls: Readonly<Record<Transport, string>>;
  readonly opened: OpenedServices;
  readonly secrets: Secrets;
  readonly demo: DemoState;
  readonly tokenOf: (viewer: DemoTokenRequest["key"]) => Promise<string>;
  /** Stops one service's own server, and starts it again. */
  readonly servers: Readonly<Record<string, { stop(): Promise<void> }>>;
  readonly close: () => Promise<void>;
}

type Closing = () => Promise<unknown>;

/** All services once, on a database of their own with the demo network; a gateway each way. */
export async function openGraphs(): Promise<Graphs> {
  const closings: Closing[] = [];
  const close = async () => {
    for (const closing of closings.splice(0).reverse()) await closing();
  };
  try {
    return { ...(await openAll(closings)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openAll(closings: Closing[]): Promise<Omit<Graphs, "close">> {
  const log = pino({ level: "silent" });
  const secrets = await testSecrets();
  const adminUrl = await createDatabase(closings);
  const opened = await openServices({ adminUrl, secret: secrets.secret }, log);
  closings.push(() => opened.stop());
  await opened.start();
  const demo = await loadDemo(opened, new PlatformState(adminUrl));
  const { services } = opened;
  const common = { supergraph: await readSupergraph(), log, development: true };
  const tokens = { issuer: ISSUER, keys: publicKeys(secrets) };
  const clients = new Map<string, SignedClient>();
  const servers: Record<string, { stop(): Promise<void> }> = {};
  for (const name of serviceNames) {
    const server = await createSubgraphServer({ service: services[name], secrets, log });
    closings.push(() => server.close());
    servers[name] = { stop: () => server.close() };
    const url = await server.listen({ port: 0, host: "127.0.0.1" });
    const client = new SignedClient({ service: name, url, secret: secrets.secret });
    closings.push(() => client.close());
    clients.set(name, client);
  }
  const far = [...clients];
  const urls = {
    "in process": await serve(closings, {
      ...common,
      tokens,
      subgraphs: services,
      claims: fromNames((name) => (person: string) => services[name].claims(person)),
    }),
    "over HTTP": await serve(closings, {
      ...common,
      tokens,
      subgraphs: Object.fromEntries(
        far.map(([name, client]) => [name, new HttpSubgraph(client, log)]),
      ),
      claims: Object.fromEntries(far.map(([name, client]) => [name, httpClaims(client)])),
    }),
  };
  const tokenOf = (key: DemoTokenRequest["key"]) => demoToken({ secrets, demo, key });
  return { urls, opened, secrets, demo, tokenOf, servers };
}

const fromNames = <T>(make: (name: (typeof serviceNames)[number]) => T): Record<string, T> =>
  Object.fromEntries(serviceNames.map((name) => [name, make(name)]));

async function serve(closings: Closing[], options: GatewayOptions): Promise<string> {
  const gateway = await createGateway(options);
  const server = createServer(gateway.listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  closings.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A database of its own on the tests' server, taken away at the end. */
async function createDatabase(closings: Closing[]): Promise<string> {
  const name = `e2e_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const url = new URL(testDatabaseUrl());
  await statement(url.href, `CREATE DATABASE ${name}`);
  closings.push(() => statement(url.href, `DROP DATABASE ${name} WITH (FORCE)`));
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
