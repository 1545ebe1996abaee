import { discovery } from "@convene/discovery/definition";
import { identity } from "@convene/identity/definition";
import { meetings } from "@convene/meetings/definition";
import { practices } from "@convene/practices/definition";
import {
  provision,
  type Provisioning,
  serviceRole,
  serviceUrl,
} from "@convene/shared/database/provision";
import { guardAudit } from "@convene/shared/database/guard-audit";
import type { ChangeFeed } from "@convene/shared/outbox/change-feed";
import { ChangeListener } from "@convene/shared/replica/change-listener";
import type { ServiceDefinition, ServiceLog } from "@convene/shared/service/service-definition";
import { openService, type Service, type ServiceOptions } from "@convene/shared/service/service";
import { NewerDataError } from "@convene/shared/service/prepare-tables";
import { stakeholders } from "@convene/stakeholders/definition";
import { workingGroups } from "@convene/working-groups/definition";
import { StartError } from "../postgres/start-error.ts";

export const definitions = {
  stakeholders,
  "working-groups": workingGroups,
  meetings,
  practices,
  discovery,
  identity,
} as const satisfies Record<string, ServiceDefinition>;

export type ServiceName = keyof typeof definitions;
export type Services = Readonly<Record<ServiceName, Service>>;

export const serviceNames = Object.keys(definitions) as readonly ServiceName[];

/** The services of a database by the name of their role in it. */
export const serviceOwners = (adminUrl: string): ReadonlyMap<string, ServiceName> =>
  new Map(serviceNames.map((name) => [serviceRole(adminUrl, name), name]));

export interface OpenedServices {
  readonly services: Services;
  /** Loads reference data and follows the feeds. */
  readonly start: () => Promise<void>;
  /** Brings every replica up to date, now. */
  readonly catchUp: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

type MoreOptions = Pick<ServiceOptions, "mail" | "site" | "files">;

/** Every service in this process, its tables brought to this version, its feeds not yet followed. */
export async function openServices(
  given: Provisioning,
  log: ServiceLog,
  more: MoreOptions = {},
): Promise<OpenedServices> {
  await provision(given, serviceNames);
  const opened = new Map<ServiceName, Service>();
  const feeds = serviceNames.map((name) => feedOf(name, opened));
  const results = await Promise.allSettled(
    serviceNames.map(async (name) => {
      const options = { connection: { url: serviceUrl(given, name) }, feeds, log, ...more };
      opened.set(name, await openService(definitions[name], options));
    }),
  );
  const listener = new ChangeListener(serviceUrl(given, "discovery"), log);
  const stop = async () => {
    await listener.stop();
    const all = [...opened.values()];
    // Each reads the others' feeds out of their databases, so nobody closes before all have ended.
    await Promise.all(all.map((service) => service.rest()));
    await Promise.all(all.map((service) => service.stop()));
  };
  const guarded = await Promise.allSettled([guardAudit(given, serviceNames)]);
  const failed = [...results, ...guarded].find((result) => result.status === "rejected");
  if (failed) {
    await stop();
    throw explain(failed.reason);
  }
  const services = Object.fromEntries(opened) as Record<ServiceName, Service>;
  return {
    services,
    start: async () => {
      await listener.start();
      await Promise.all(serviceNames.map((name) => services[name].start(listener)));
    },
    catchUp: async () => {
      await Promise.all(serviceNames.map((name) => services[name].parts.feeds.catchUpAll()));
    },
    stop,
  };
}

/** One sentence, where somebody only has to start another version. */
const explain = (reason: unknown): unknown =>
  reason instanceof NewerDataError ? new StartError(reason.message, { cause: reason }) : reason;

/** The feed of a service that may not be open yet: it is asked only once all are. */
const feedOf = (source: ServiceName, opened: ReadonlyMap<ServiceName, Service>): ChangeFeed => ({
  source,
  changesAfter: (position, limit) => {
    const service = opened.get(source);
    if (!service) throw new Error(`${source} is not open`);
    return service.changesAfter(position, limit);
  },
});
