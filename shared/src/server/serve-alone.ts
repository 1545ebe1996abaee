import { resolve } from "node:path";
import pino, { type Logger } from "pino";
import { z } from "zod";
import { ConfigError, logLevel, parseConfig, port, postgresUrl, secret } from "../config.ts";
import { guardAudit } from "../database/guard-audit.ts";
import { provision, serviceUrl } from "../database/provision.ts";
import { mailVariables, openMailer } from "../mail/mail-settings.ts";
import { issuerOf, issuerVariables } from "../open-id-issuer.ts";
import { requireSoundSecrets } from "../production-secrets.ts";
import { publicUrl } from "../public-url.ts";
import { ChangeListener } from "../replica/change-listener.ts";
import type { ServiceDefinition } from "../service/service-definition.ts";
import { openService, type Service } from "../service/service.ts";
import { siteOf } from "../site.ts";
import { HttpFeed } from "./http-feed.ts";
import { openStorage, storageVariables } from "../storage/storage-settings.ts";
import { createSubgraphServer } from "./subgraph-server.ts";

/** The variables of a service that runs alone. A service may extend them in its `config.ts`. */
export const serviceConfig = z.object({
  PORT: port.default(4001),
  HOST: z.string().default("0.0.0.0"),
  LOG_LEVEL: logLevel.default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** The folder of what this service keeps in files, such as mails where no SMTP_URL is set. */
  CONVENE_DATA: z.string().default(".data"),
  ...mailVariables,
  ...storageVariables,
  ...issuerVariables,
  /** Where people reach the gateway: what links and cookies are made of. */
  PUBLIC_URL: publicUrl,
  /** The database of the platform: its role makes the service's own role and schema. */
  DATABASE_URL: postgresUrl.optional(),
  /** Or the service's own role in a database that is already prepared. */
  SERVICE_DATABASE_URL: postgresUrl.optional(),
  /** Shared by the gateway and all services. */
  CONVENE_SECRET: secret,
  CONVENE_PREVIOUS_SECRET: secret.optional(),
  /** Where the other services listen: `stakeholders=http://stakeholders:4001,…`. */
  SERVICES: z
    .string()
    .default("")
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(z.array(z.string().regex(/^[a-z-]+=https?:\/\/\S+$/, "want name=http://host:port,…")))
    .transform((list) => new Map(list.map((item) => split(item)))),
});

export type ServiceConfig = z.infer<typeof serviceConfig>;

const split = (item: string): [name: string, url: string] => [
  item.slice(0, item.indexOf("=")),
  item.slice(item.indexOf("=") + 1),
];

/** The variables of one service. A bad one ends the program, with a list of all problems. */
export function readServiceConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  try {
    return parseServiceConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** @throws ConfigError with every problem. */
export function parseServiceConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  const config = parseConfig(serviceConfig, environment);
  if (!config.DATABASE_URL && !config.SERVICE_DATABASE_URL) {
    throw new ConfigError("DATABASE_URL or SERVICE_DATABASE_URL is not set");
  }
  issuerOf(config);
  requireSoundSecrets(config);
  return config;
}

/** Where the gateway listens by its own defaults. */
const LOCAL_GATEWAY = "http://localhost:4000";

/** Starts one service in this process, until SIGTERM or SIGINT. */
export async function serveAlone(
  definition: ServiceDefinition,
  config: ServiceConfig,
): Promise<void> {
  const log = pino({ name: definition.name, level: config.LOG_LEVEL });
  const { service, url, secrets } = await openAlone(definition, config, log);
  const listener = new ChangeListener(url, log);
  await listener.start();
  await service.start(listener);
  const server = await createSubgraphServer({ service, secrets, log });
  const address = await server.listen({ port: config.PORT, host: config.HOST });
  log.info({ address }, `${definition.name} is ready`);
  const stop = async () => {
    await server.close();
    await listener.stop();
    await service.stop();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
}

/** Opens one service for a piece of work, beside those of its processes that run. */
export async function workAlone(
  definition: ServiceDefinition,
  config: ServiceConfig,
  work: (service: Service) => Promise<void>,
): Promise<void> {
  const log = pino({ name: definition.name, level: config.LOG_LEVEL }, pino.destination(2));
  const { service } = await openAlone(definition, config, log);
  try {
    await work(service);
  } finally {
    await service.stop();
  }
}

async function openAlone(definition: ServiceDefinition, config: ServiceConfig, log: Logger) {
  const secrets = {
    secret: config.CONVENE_SECRET,
    ...(config.CONVENE_PREVIOUS_SECRET && { previousSecret: config.CONVENE_PREVIOUS_SECRET }),
  };
  const url = await databaseUrl(definition.name, config);
  const feeds = [...config.SERVICES]
    .filter(([source]) => source !== definition.name)
    .map(([source, address]) => new HttpFeed({ source, url: address, ...secrets }));
  const mail = openMailer(config, resolve(config.CONVENE_DATA), log);
  const site = siteOf(
    () => config.PUBLIC_URL ?? LOCAL_GATEWAY,
    config.CONVENE_SECRET,
    issuerOf(config),
  );
  const files = await openStorage(config, resolve(config.CONVENE_DATA));
  const options = { connection: { url }, feeds, log, mail, site, files };
  const service = await openService(definition, options);
  if (!config.SERVICE_DATABASE_URL) await guardAudit(provisioningOf(config), [definition.name]);
  return { service, url, secrets };
}

const provisioningOf = ({ DATABASE_URL, CONVENE_SECRET }: ServiceConfig) => ({
  adminUrl: DATABASE_URL ?? "",
  secret: CONVENE_SECRET,
});

async function databaseUrl(name: string, config: ServiceConfig): Promise<string> {
  if (config.SERVICE_DATABASE_URL) return config.SERVICE_DATABASE_URL;
  const given = provisioningOf(config);
  await provision(given, [name]);
  return serviceUrl(given, name);
}
