import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSupergraph } from "@convene/gateway/composition/committed";
import type { BudgetSizes } from "@convene/gateway/limit/budget";
import { createGateway, type GatewayOptions } from "@convene/gateway/gateway";
import { FolderMailer } from "@convene/shared/mail/folder-mailer";
import type { Mailer } from "@convene/shared/mail/mailer";
import type { FileStorage } from "@convene/shared/storage/file-storage";
import { FolderStorage } from "@convene/shared/storage/folder-storage";
import { FILES_FOLDER } from "@convene/shared/storage/storage-settings";
import { siteOf } from "@convene/shared/site";
import { type Logger, pino } from "pino";
import type { DemoState } from "../src/demo/demo-state.ts";
import { loadDemo } from "../src/demo/load-demo.ts";
import { publicKeys } from "../src/runtime/gateway.ts";
import type { Secrets } from "../src/runtime/secrets.ts";
import { type OpenedServices, openServices, type ServiceName } from "../src/runtime/services.ts";
import { PlatformState } from "../src/runtime/state.ts";
import { ISSUER } from "../src/token/access-token.ts";
import { overProcesses } from "./config.ts";
import { createDemoDatabase, createEmptyDatabase } from "./demo-database.ts";
import { FarServices } from "./far-services.ts";
import { NearServices } from "./near-services.ts";
import { ProcessServices, TEST_SITE } from "./process-services.ts";
import { testSecrets } from "./secrets.ts";

/** The ways in which the gateway reaches the services. */
export type Transport = "in process" | "over HTTP" | "in processes of their own";

/** The one of them in this run that goes from process to process. */
export const FAR: Transport = overProcesses() ? "in processes of their own" : "over HTTP";

/** Every story runs through these. */
export const TRANSPORTS: readonly Transport[] = overProcesses() ? [FAR] : ["in process", FAR];

/** The services as one gateway reaches them. */
export interface Reached
  extends
    Required<
      Pick<GatewayOptions, "subgraphs" | "claims" | "uploads" | "pages" | "personalData" | "live">
    >,
    Pick<GatewayOptions, "auth"> {
  readonly takeDown: TakeDown;
}

/** One of the services does not answer any more. Answers what brings it back. */
type TakeDown = (service: ServiceName) => Promise<() => Promise<void>>;

export interface Graphs {
  /** Where the gateway of a transport answers. */
  readonly url: (transport: Transport) => string;
  readonly takeDown: (transport: Transport, service: ServiceName) => ReturnType<TakeDown>;
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

const silent = pino({ level: "silent" });

/** What may be otherwise than in most tests. */
export interface Wishes {
  /** As people meet it: without introspection and GraphiQL. */
  readonly production?: boolean;
  /** Told what would be written to the log. */
  readonly log?: Logger;
  /** None unless told. */
  readonly budgets?: BudgetSizes;
}

/**
 * All services once, on a database of their own with the demo network; a gateway each way. Where a
 * folder is given, mails are files of `mail` in it.
 */
export const openGraphs = (dataFolder?: string, wishes: Wishes = {}): Promise<Graphs> =>
  openOrClose(async (closings) => {
    const secrets = await testSecrets();
    const { url, drop } = await createDemoDatabase((template) => fill(template, secrets));
    closings.push(drop);
    const { log } = wishes;
    const mailing = dataFolder === undefined ? {} : { mail: mailerOf(dataFolder, log), dataFolder };
    const graphs = await openAll(closings, { adminUrl: url, secrets, ...mailing, ...wishes });
    return { ...graphs, demo: await loadDemo(graphs.opened, new PlatformState(url)) };
  });

/** As after `npm start -- --empty`. Its mails are files of `mail` in the folder. */
export const openEmptyGraphs = (
  dataFolder: string,
  wishes: Wishes = {},
): Promise<Omit<Graphs, "demo">> =>
  openOrClose(async (closings) => {
    const secrets = await testSecrets();
    const { url, drop } = await createEmptyDatabase();
    closings.push(drop);
    const mail = mailerOf(dataFolder, wishes.log);
    return openAll(closings, { adminUrl: url, secrets, mail, dataFolder, ...wishes });
  });

function mailerOf(dataFolder: string, log: Logger = silent): Mailer {
  const from = { name: "Convene", address: "convene@localhost" };
  return new FolderMailer({ folder: join(dataFolder, "mail"), from, keptDays: 30, log });
}

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

interface Opening extends Wishes {
  readonly adminUrl: string;
  readonly secrets: Secrets;
  readonly mail?: Mailer;
  readonly dataFolder?: string;
}

async function openAll(
  closings: Closing[],
  opening: Opening,
): Promise<Omit<Graphs, "demo" | "close">> {
  const { adminUrl, secrets, mail, log = silent } = opening;
  const site = siteOf(() => TEST_SITE, secrets.secret);
  const given = { adminUrl, secret: secrets.secret };
  const files = await filesOf(closings, opening.dataFolder);
  const opened = await openServices(given, log, { site, files, ...(mail && { mail }) });
  closings.push(() => opened.stop());
  // Where processes of their own run, these here neither follow feeds nor do jobs.
  if (!overProcesses()) await opened.start();
  const doors = new Map<Transport, Door>();
  const near = new NearServices(opened.services);
  doors.set("in process", { url: await serve(closings, near, opening), services: near });
  if (overProcesses()) {
    const processes = await ProcessServices.start(opening);
    closings.push(() => processes.stop());
    doors.set("in processes of their own", { url: processes.url, services: processes });
  } else {
    const far = await FarServices.open({ services: opened.services, secrets, log });
    closings.push(() => far.close());
    doors.set("over HTTP", { url: await serve(closings, far, opening), services: far });
  }
  return {
    url: (transport) => doorOf(doors, transport).url,
    takeDown: (transport, service) => doorOf(doors, transport).services.takeDown(service),
    opened,
    adminUrl,
    secrets,
  };
}

/** In the folder; without one, somewhere that is gone afterwards. */
async function filesOf(closings: Closing[], dataFolder?: string): Promise<FileStorage> {
  if (dataFolder !== undefined) return new FolderStorage(join(dataFolder, FILES_FOLDER));
  const folder = await mkdtemp(join(tmpdir(), "convene-files-"));
  closings.push(() => rm(folder, { recursive: true, force: true }));
  return new FolderStorage(folder);
}

/** A gateway, and how to take away what stands behind it. */
interface Door {
  readonly url: string;
  readonly services: { readonly takeDown: TakeDown };
}

function doorOf(doors: ReadonlyMap<Transport, Door>, transport: Transport): Door {
  const door = doors.get(transport);
  if (!door) throw new Error(`This run has no gateway ${transport}`);
  return door;
}

async function fill(adminUrl: string, { secret }: Secrets): Promise<void> {
  const opened = await openServices({ adminUrl, secret }, silent);
  try {
    await opened.start();
    await loadDemo(opened, new PlatformState(adminUrl));
  } finally {
    await opened.stop();
  }
}

async function serve(closings: Closing[], reached: Reached, opening: Opening): Promise<string> {
  const { secrets, log = silent, production = false, budgets } = opening;
  const { subgraphs, claims, uploads, pages, personalData, live, auth } = reached;
  const gateway = await createGateway({
    supergraph: await readSupergraph(),
    subgraphs,
    claims,
    uploads,
    pages,
    personalData,
    live,
    ...(auth && { auth }),
    ...(budgets && { budgets }),
    tokens: { issuer: ISSUER, keys: publicKeys(secrets) },
    log,
    development: !production,
  });
  const server = createServer(gateway.listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  closings.push(async () => {
    gateway.close();
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
