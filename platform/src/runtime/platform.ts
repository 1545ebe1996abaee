import { warmSolver } from "@convene/meetings/solver/solver.service";
import { publicUrlOf } from "@convene/shared/public-url";
import { openMailer } from "@convene/shared/mail/mail-settings";
import { issuerOf } from "@convene/shared/open-id-issuer";
import { openStorage } from "@convene/shared/storage/storage-settings";
import { siteOf } from "@convene/shared/site";
import type { Logger } from "pino";
import type { PlatformConfig } from "../config.ts";
import { type DemoState, describeDemo } from "../demo/demo-state.ts";
import { loadDemo } from "../demo/load-demo.ts";
import { explainLoss } from "./database-loss.ts";
import { type Beginning, beginIn } from "./beginning.ts";
import { type Database, openDatabase } from "./database.ts";
import { startGateway } from "./gateway.ts";
import { listeningUrl } from "./port.ts";
import { openSecrets, type Secrets } from "./secrets.ts";
import { type OpenedServices, openServices, serviceNames, type Services } from "./services.ts";
import { PlatformState } from "./state.ts";

/** Told as the start goes on, for whoever watches. */
export interface StartProgress {
  /** Runs one step under a title, and tells what it answered as its result. */
  step<T>(title: string, work: () => Promise<T>, result: (value: T) => string): Promise<T>;
}

export interface StartOptions {
  readonly config: PlatformConfig;
  /** Without the demo network. A database that has it keeps it. */
  readonly empty: boolean;
  readonly progress: StartProgress;
  readonly log: Logger;
  readonly onLost?: (sentence: string) => void;
  /** Ends a start that goes on, after the step at which it is. */
  readonly signal?: AbortSignal;
}

export interface Platform {
  /** Where people reach it: `PUBLIC_URL`, or where it listens. */
  readonly url: string;
  readonly secrets: Secrets;
  readonly services: Services;
  /** Null where there is none, or not any more. */
  readonly demo: DemoState | null;
  readonly notice: string | null;
  /** How the first administrator comes in; null where there is one, and beside the demo network. */
  readonly beginning: Beginning | null;
  readonly stop: () => Promise<void>;
}

/**
 * Everything in this process: database, services, demo network, gateway.
 *
 * @throws the reason of `signal` once it is aborted. Ctrl-C also reaches the programs that a step
 *   has started: that they fail is then no news.
 */
export async function startPlatform(options: StartOptions): Promise<Platform> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const started = await startAll(options, stops);
    warmSolver();
    return { ...started, stop };
  } catch (error) {
    await stop();
    options.signal?.throwIfAborted();
    throw explainLoss(error, options.config.dataFolder);
  }
}

async function startAll(
  options: StartOptions,
  stops: (() => Promise<void>)[],
): Promise<Omit<Platform, "stop">> {
  const { config, empty, log } = options;
  const progress = untilAborted(options);
  const database = await progress.step(
    "Database",
    () => openOwnDatabase(options, stops),
    ({ embedded }) => (embedded ? `PostgreSQL in ${config.dataFolder}` : "DATABASE_URL"),
  );
  const secrets = await openSecrets(config.dataFolder, config.CONVENE_SECRET);
  let url = listeningUrl(config);
  const opened = await progress.step(
    "Services",
    async () => {
      const given = { adminUrl: database.adminUrl, secret: secrets.secret };
      const mail = openMailer(config, config.dataFolder, log);
      const site = siteOf(() => url, secrets.secret, issuerOf(config));
      const files = await openStorage(config, config.dataFolder);
      const services = await openServices(given, log, { mail, site, files });
      stops.push(() => services.stop());
      await services.start();
      return services;
    },
    () => serviceNames.join(", "),
  );
  const state = new PlatformState(database.adminUrl);
  const demo = empty ? null : await demoOf(opened, state, progress);
  const { services } = opened;
  const gateway = await progress.step(
    "Gateway",
    () => startGateway({ config, secrets, log, services }),
    ({ address }) => publicUrlOf(config.PUBLIC_URL, address),
  );
  stops.push(() => gateway.stop());
  url = publicUrlOf(config.PUBLIC_URL, gateway.address);
  const beginning = empty ? await beginIn(services.identity, url) : null;
  return { url, secrets, services, demo, beginning, notice: database.notice };
}

/** Begins no step once the start is to end. */
const untilAborted = ({ progress, signal }: StartOptions): StartProgress => ({
  step: (title, work, result) => {
    signal?.throwIfAborted();
    return progress.step(title, work, result);
  },
});

/** Null where it was removed. */
async function demoOf(
  opened: OpenedServices,
  state: PlatformState,
  progress: StartProgress,
): Promise<DemoState | null> {
  const load = () => state.alone(() => loadDemo(opened, state));
  const demo = await progress.step("Demo network", load, describeDemo);
  return demo.state === "loaded" ? demo : null;
}

async function openOwnDatabase(
  { config, onLost }: StartOptions,
  stops: (() => Promise<void>)[],
): Promise<Database> {
  const opened = await openDatabase({
    dataFolder: config.dataFolder,
    databaseUrl: config.DATABASE_URL,
    ...(onLost && { onLost }),
  });
  stops.push(() => opened.stop());
  return opened;
}
