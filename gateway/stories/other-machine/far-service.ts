import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { ExecutionResult } from "graphql";
import { createGateway } from "../../src/gateway.ts";
import { composeSupergraph } from "../../src/composition/composition.ts";
import { HttpSubgraph } from "../../src/transport/http-subgraph.ts";
import { SignedClient } from "../../src/transport/signed-client.ts";
import { noTokens } from "../anonymous.ts";
import { STORY_SECRET } from "../transports.ts";

const sdl = `
  type Query { greeting: String }
  type Mutation { greet: String }
`;

export interface FarService {
  /** The gateway in front of it. */
  readonly ask: (query: string, signal?: AbortSignal) => Promise<unknown>;
  /** Requests that came to the service. */
  readonly came: readonly string[];
  readonly logged: readonly object[];
  readonly close: () => Promise<void>;
}

/** A service whose answers are whatever the story wants, and a gateway that calls it over HTTP. */
export async function openFarService(answer: RequestListener): Promise<FarService> {
  const came: string[] = [];
  const logged: object[] = [];
  const server = createServer((request, response) => {
    came.push(`${request.method ?? ""} ${request.url ?? ""}`);
    request.resume().once("end", () => {
      answer(request, response);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new SignedClient({ service: "far", url, secret: STORY_SECRET });
  const log = { error: (details: object) => void logged.push(details) };
  const { fetch } = await createGateway({
    supergraph: composeSupergraph([{ name: "far", sdl }]).supergraph,
    subgraphs: { far: new HttpSubgraph(client) },
    claims: {},
    tokens: noTokens,
    log,
  });
  return {
    came,
    logged,
    ask: async (query, signal) => {
      const response = await fetch(questionOf(query, signal));
      const { data, errors } = (await response.json()) as ExecutionResult;
      return { data, ...(errors && { errors }) };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await client.close();
    },
  };
}

const questionOf = (query: string, signal: AbortSignal | undefined): Request =>
  new Request("http://gateway/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });
