import type { AskedFrom, Subject } from "@convene/shared/personal-data/personal-table";
import type { SubgraphCall } from "@convene/shared/subgraph/subgraph-call";
import type { Viewer } from "@convene/shared/viewer";
import { type ServiceName, serviceNames, type Services } from "../src/runtime/services.ts";
import { liveOf, pagesOf, uploadsOf } from "../src/runtime/gateway.ts";
import type { Reached } from "./open-graphs.ts";

/** The services called as functions. One that is down throws, as one without its database may. */
export class NearServices implements Reached {
  private readonly down = new Set<ServiceName>();
  readonly subgraphs: Reached["subgraphs"];
  readonly claims: Reached["claims"];
  readonly uploads: Reached["uploads"];
  readonly pages: Reached["pages"];
  readonly personalData: Reached["personalData"];
  readonly live: Reached["live"];
  readonly auth: Reached["auth"];

  constructor(services: Services) {
    this.subgraphs = fromNames((name) => ({
      execute: async (call: SubgraphCall) => {
        this.requireUp(name);
        return services[name].execute(call);
      },
    }));
    this.live = liveOf(services);
    this.uploads = uploadsOf(services);
    this.pages = pagesOf(services);
    this.personalData = fromNames(
      (name) => async (viewer: Viewer, subject: Subject, from: AskedFrom) => {
        this.requireUp(name);
        return services[name].personalData(viewer, subject, from);
      },
    );
    this.auth = services.identity.auth;
    this.claims = fromNames((name) => async (person: string) => {
      this.requireUp(name);
      return services[name].claims(person);
    });
  }

  takeDown(service: ServiceName): Promise<() => Promise<void>> {
    this.down.add(service);
    return Promise.resolve(() => {
      this.down.delete(service);
      return Promise.resolve();
    });
  }

  private requireUp(service: ServiceName): void {
    if (this.down.has(service)) throw new Error(`the secret reason why ${service} is down`);
  }
}

const fromNames = <T>(make: (name: ServiceName) => T): Record<string, T> =>
  Object.fromEntries(serviceNames.map((name) => [name, make(name)]));
