import type { AddressInfo } from "node:net";
import type { SubgraphExecutor } from "@convene/shared/subgraph/subgraph-call";
import { createSubgraphServer, type ServedService } from "@convene/shared/server/subgraph-server";
import { LocalSubgraph } from "@convene/shared/subgraph/local-subgraph";
import type { ServiceContext } from "@convene/shared/subgraph/service-context";
import type { Claims, Viewer } from "@convene/shared/viewer";
import type { GraphQLSchema } from "graphql";
import { HttpSubgraph } from "../src/transport/http-subgraph.ts";
import { httpClaims } from "../src/transport/http-claims.ts";
import { SignedClient } from "../src/transport/signed-client.ts";
import type { ClaimsSource } from "../src/viewer/claims.ts";

export const TRANSPORTS = ["in process", "over HTTP"] as const;
export type Transport = (typeof TRANSPORTS)[number];

export const STORY_SECRET = "the secret of the stories, of no use elsewhere";

/** A subgraph of a story, without a database. */
export interface StoryService {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly claims?: (person: string) => Partial<Claims>;
}

export interface Reached {
  readonly subgraphs: Readonly<Record<string, SubgraphExecutor>>;
  readonly claims: Readonly<Record<string, ClaimsSource>>;
  readonly logged: readonly object[];
  readonly log: Log;
  /** Stops one service, while the others go on. */
  readonly stop: (service: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The services of a story, reached by the gateway in one of its two ways. */
export async function reach(
  services: readonly StoryService[],
  transport: Transport,
): Promise<Reached> {
  const logged: object[] = [];
  const log = {
    error: (details: object) => void logged.push(details),
    info: (details: object) => void logged.push(details),
  };
  const open = transport === "in process" ? inProcess : overHttp;
  const reached = await Promise.all(services.map((service) => open(service, log)));
  return {
    subgraphs: Object.fromEntries(reached.map(({ name, subgraph }) => [name, subgraph])),
    claims: Object.fromEntries(reached.map(({ name, claims }) => [name, claims])),
    logged,
    log,
    stop: async (service) => {
      await reached.find(({ name }) => name === service)?.stop();
    },
    close: async () => {
      await Promise.all(reached.map(({ close }) => close()));
    },
  };
}

interface Log {
  error(details: object): void;
  info(details: object): void;
}

interface ReachedService {
  readonly name: string;
  readonly subgraph: SubgraphExecutor;
  readonly claims: ClaimsSource;
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
}

type Open = (service: StoryService, log: Log) => Promise<ReachedService>;

const inProcess: Open = ({ name, schema, claims }, log) =>
  Promise.resolve({
    name,
    subgraph: new LocalSubgraph({ schema, createContext, log }),
    claims: (person) => Promise.resolve(claims?.(person) ?? {}),
    stop: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });

const overHttp: Open = async ({ name, schema, claims }, log) => {
  const service: ServedService = {
    source: name,
    schema,
    createContext,
    isReady: () => Promise.resolve(true),
    changesAfter: (position) => Promise.resolve({ changes: [], position, whole: true }),
    claims: (person) => Promise.resolve(claims?.(person) ?? {}),
  };
  const server = await createSubgraphServer({ service, secrets: { secret: STORY_SECRET }, log });
  await server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = server.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const client = new SignedClient({ service: name, url, secret: STORY_SECRET });
  return {
    name,
    subgraph: new HttpSubgraph(client),
    claims: httpClaims(client),
    stop: () => server.close(),
    close: async () => {
      await client.close();
      await server.close();
    },
  };
};

const createContext = (viewer: Viewer | null, requestId: string): ServiceContext => ({
  viewer,
  requestId,
  loaders: {},
  createLoaders: () => ({}),
});
