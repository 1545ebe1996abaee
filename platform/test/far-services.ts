import type { AddressInfo } from "node:net";
import { HttpAuth } from "@convene/gateway/transport/http-auth";
import { httpClaims } from "@convene/gateway/transport/http-claims";
import { HttpLive } from "@convene/gateway/transport/http-live";
import { HttpPages } from "@convene/gateway/transport/http-pages";
import { httpPersonalData } from "@convene/gateway/transport/http-personal-data";
import { HttpSubgraph } from "@convene/gateway/transport/http-subgraph";
import { HttpUploads } from "@convene/gateway/transport/http-uploads";
import { SignedClient } from "@convene/gateway/transport/signed-client";
import { createSubgraphServer } from "@convene/shared/server/subgraph-server";
import type { ServiceLog } from "@convene/shared/service/service-definition";
import type { Secrets } from "../src/runtime/secrets.ts";
import { type ServiceName, serviceNames, type Services } from "../src/runtime/services.ts";
import type { Reached } from "./open-graphs.ts";

export interface FarOptions {
  readonly services: Services;
  readonly secrets: Secrets;
  readonly log: ServiceLog;
}

type Server = Awaited<ReturnType<typeof createSubgraphServer>>;

/** The services each behind a server of its own, reached by signed calls. */
export class FarServices implements Reached {
  private readonly servers = new Map<ServiceName, Server>();
  private readonly clients = new Map<ServiceName, SignedClient>();

  private constructor(private readonly options: FarOptions) {}

  static async open(options: FarOptions): Promise<FarServices> {
    const far = new FarServices(options);
    for (const name of serviceNames) {
      const url = await far.listen(name, 0);
      const client = new SignedClient({ service: name, url, secret: options.secrets.secret });
      far.clients.set(name, client);
    }
    return far;
  }

  get subgraphs(): Reached["subgraphs"] {
    const clients = [...this.clients];
    return Object.fromEntries(clients.map(([name, client]) => [name, new HttpSubgraph(client)]));
  }

  get claims(): Reached["claims"] {
    return Object.fromEntries(
      [...this.clients].map(([name, client]) => [name, httpClaims(client)]),
    );
  }

  get uploads(): Reached["uploads"] {
    return Object.fromEntries(
      [...this.clients].map(([name, client]) => [name, new HttpUploads(client, this.options.log)]),
    );
  }

  get live(): Reached["live"] {
    return Object.fromEntries(
      [...this.clients].map(([name, client]) => [name, new HttpLive(client, this.options.log)]),
    );
  }

  get pages(): Reached["pages"] {
    return Object.fromEntries(
      [...this.clients].map(([name, client]) => [name, new HttpPages(client, this.options.log)]),
    );
  }

  get personalData(): Reached["personalData"] {
    return Object.fromEntries(
      [...this.clients].map(([name, client]) => [name, httpPersonalData(client)]),
    );
  }

  get auth(): Reached["auth"] {
    const client = this.clients.get("identity");
    return client ? new HttpAuth(client, this.options.log) : null;
  }

  async takeDown(service: ServiceName): Promise<() => Promise<void>> {
    const server = this.servers.get(service);
    const { port } = server?.server.address() as AddressInfo;
    await server?.close();
    return async () => {
      await this.listen(service, port);
    };
  }

  async close(): Promise<void> {
    for (const client of this.clients.values()) await client.close();
    for (const server of this.servers.values()) await server.close();
  }

  private async listen(name: ServiceName, port: number): Promise<string> {
    const { services, secrets, log } = this.options;
    const server = await createSubgraphServer({ service: services[name], secrets, log });
    this.servers.set(name, server);
    return server.listen({ port, host: "127.0.0.1" });
  }
}
