import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { composeSupergraph } from "../src/composition/composition.ts";
import { createGateway, type GatewayOptions } from "../src/gateway.ts";
import { noTokens } from "./anonymous.ts";
import { reach, type StoryService, type Transport } from "./transports.ts";

export interface StorySubgraph extends StoryService {
  readonly sdl: string;
}

export interface GatewayStory extends Partial<Omit<GatewayOptions, "subgraphs" | "supergraph">> {
  readonly services: readonly StorySubgraph[];
  readonly transport: Transport;
}

/** What comes back for a question. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly AnswerError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface OpenedStory {
  readonly url: string;
  /** Any request; `path` with its query string. */
  readonly send: (path: string, init?: RequestInit) => Promise<Answer>;
  /** A question as most clients put it. */
  readonly ask: (question: Question, headers?: Record<string, string>) => Promise<Answer>;
  /** What the gateway and the services wrote down. */
  readonly logged: readonly object[];
  /** Stops one service, while the gateway goes on. */
  readonly stop: (service: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export type Question = string | { readonly query: string; readonly variables?: object };

/** A gateway over the services of a story, on a port of its own. */
export async function openGateway(story: GatewayStory): Promise<OpenedStory> {
  const { services, transport, ...options } = story;
  const reached = await reach(services, transport);
  const { listener, close } = await createGateway({
    supergraph: composeSupergraph(services).supergraph,
    subgraphs: reached.subgraphs,
    claims: reached.claims,
    tokens: noTokens,
    log: reached.log,
    ...options,
  });
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = (path: string, init?: RequestInit) => fetch(url + path, init).then(readAnswer);
  return {
    url,
    send,
    ask: (question, headers) => send("/graphql", postOf(question, headers)),
    logged: reached.logged,
    stop: reached.stop,
    close: async () => {
      close();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
      await reached.close();
    },
  };
}

const postOf = (question: Question, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(typeof question === "string" ? { query: question } : question),
});

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const told = isJson ? (JSON.parse(text) as Pick<Answer, "data" | "errors" | "extensions">) : {};
  return { status: response.status, headers: response.headers, text, ...told };
}
