import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readSupergraph } from "@convene/gateway/composition/committed";
import { createGateway, type GatewayOptions } from "@convene/gateway/gateway";
import { FolderMailer } from "@convene/shared/mail/folder-mailer";
import type { Mailer } from "@convene/shared/mail/mailer";
import { siteOf } from "@convene/shared/site";
import pino from "pino";
import { type DemoState, loadDemo } from "../src/demo/load-demo.ts";
import { publicKeys } from "../src/runtime/gateway.ts";
import type { Secrets } from "../src/runtime/secrets.ts";
import { type OpenedServices, openServices, type ServiceName } from "../src/runtime/services.ts";
import { PlatformState } from "../src/runtime/state.ts";
import { ISSUER } from "../src/token/access-token.ts";
import { createDemoDatabase, createEmptyDatabase } from "./demo-database.ts";
import { FarServices } from "./far-services.ts";
import { NearServices } from "./near-services.ts";
import { testSecrets } from "./secrets.ts";

/** The two ways in which the gateway reaches the services. Every story runs through both. */
export const TRANSPORTS = ["in process", "over HTTP"] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** The services as one gateway reaches them. */
export interface Reached extends Pick<GatewayOptions, "subgraphs" | "claims" | "auth"> {
  /** One of them does not answer any more. Answers what brings it back. */
  readonly takeDown: (service: ServiceName) => Promise<() => Promise<void>>;
}

export interface Graphs {
  /** Where the gateway of a transport answers. */
  readonly urls: Readonly<Record<Transport, string>>;
  readonly reached: Readonly<Record<Transport, Reached>>;
  readonly opened: OpenedServices;
  /** Of its database. */
  readonly adminUrl: string;
  readonly secrets: Secrets;
  readonly demo: DemoState;
  readonly close: () => Promise<void>;
}

/** How long opening may take on a busy machine, for whoever opens first, in milliseconds. */
export const OPENING = 120_000;

type Closing = () => Promise<unknown>;

const log = pino({ level: "silent" });

/** All services once, on a database of their own with the demo network; a gateway each way. */
export const openGraphs = (): Promise<Graphs> =>
  openOrClose(async (closings) => {
    const secrets = await testSecrets();
    const { url, drop } = await createDemoDatabase((template) => fill(template, secrets));
    closings.push(drop);
    const graphs = await openAll(closings, { adminUrl: url, secrets });
    return { ...graphs, demo: await loadDemo(graphs.opened, new PlatformState(url)) };
  });

/** As after `npm start -- --empty`. Its mails are files of the folder. */
export const openEmptyGraphs = (mailFolder: string): Promise<Omit<Graphs, "demo">> =>
  openOrClose(async (closings) => {
    const secrets = await testSecrets();
    const { url, drop } = await createEmptyDatabase();
    closings.push(drop);
    const from = { name: "Convene", address: "convene@localhost" };
    const mail = new FolderMailer({ folder: mailFolder, from, log });
    return openAll(closings, { adminUrl: url, secrets, mail });
  });

async function openOrClose<T>(
  open: (closings: Closing[]) => Promise<T>,
): Promise<T & Pick<Graphs, "close">> {
  const closings: Closing[] = [];
  const close = async () => {
    for (const closing of closings.splice(0).reverse()) await closing();
  };
  try {
    return { ...(await open(closings)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Opening {
  readonly adminUrl: string;
  readonly secrets: Secrets;
  readonly mail?: Mailer;
}

async function openAll(closings: Closing[], { adminUrl, secrets, mail }: Opening) {
  const site = siteOf(() => "http://convene.test", secrets.secret);
  const given = { adminUrl, secret: secrets.secret };
  const opened = await openServices(given, log, { site, ...(mail && { mail }) });
  closings.push(() => opened.stop());
  await opened.start();
  const far = await FarServices.open({ services: opened.services, secrets, log });
  closings.push(() => far.close());
  const reached = { "in process": new NearServices(opened.services), "over HTTP": far };
  const urls = {
    "in process": await serve(closings, reached["in process"], secrets),
    "over HTTP": await serve(closings, reached["over HTTP"], secrets),
  };
  return { urls, reached, opened, adminUrl, secrets };
}

async function fill(adminUrl: string, { secret }: Secrets): Promise<void> {
  const opened = await openServices({ adminUrl, secret }, log);
  try {
    await opened.start();
    await loadDemo(opened, new PlatformState(adminUrl));
  } finally {
    await opened.stop();
  }
}

async function serve(closings: Closing[], reached: Reached, secrets: Secrets): Promise<string> {
  const { subgraphs, claims, auth } = reached;
  const gateway = await createGateway({
    supergraph: await readSupergraph(),
    subgraphs,
    claims,
    ...(auth && { auth }),
    tokens: { issuer: ISSUER, keys: publicKeys(secrets) },
    log,
    development: true,
  });
  const server = createServer(gateway.listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  closings.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
