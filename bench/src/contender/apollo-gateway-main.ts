import { randomUUID } from "node:crypto";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { readSupergraph } from "@convene/gateway/composition/committed";
import { httpClaims } from "@convene/gateway/transport/http-claims";
import { SignedClient } from "@convene/gateway/transport/signed-client";
import { CALL_HEADER, signCall } from "@convene/shared/call-signature";
import type { Viewer } from "@convene/shared/viewer";
import pino from "pino";
import { readContenderConfig } from "./contender-config.ts";
import { serveApollo } from "./contender-server.ts";

interface Context {
  readonly viewer: Viewer | null;
  readonly requestId: string;
}

const config = readContenderConfig();
const secret = config.CONVENE_SECRET;
const log = pino({ name: "apollo", level: "error" });
const clients = [...config.SERVICES].map(
  ([service, url]) => new SignedClient({ service, url, secret }),
);

/** Apollo's own way to call a subgraph, with its own HTTP client; and the call is signed. */
class SignedDataSource extends RemoteGraphQLDataSource {
  constructor(
    private readonly service: string,
    address: string,
  ) {
    super({ url: `${address}/graphql` });
  }

  override willSendRequest({ request, context }: ProcessOptions): void {
    const { http, ...rest } = request;
    // When it starts it has no context.
    const { viewer = null, requestId = "apollo-starts" } = context as Partial<Context>;
    const signed = signCall({
      secret,
      audience: this.service,
      method: "POST",
      path: "/graphql",
      // The very bytes that it sends: see `sendRequest` of RemoteGraphQLDataSource.
      body: JSON.stringify(rest),
      viewer,
      requestId,
    });
    http?.headers.set(CALL_HEADER, signed);
  }
}

type ProcessOptions = Parameters<RemoteGraphQLDataSource["process"]>[0];

const gateway = new ApolloGateway({
  supergraphSdl: await readSupergraph(),
  buildService: ({ name }) => new SignedDataSource(name, config.SERVICES.get(name) ?? ""),
});

await serveApollo<Context>({
  apollo: new ApolloServer<Context>({ gateway }),
  config,
  claims: Object.fromEntries(clients.map((client) => [client.address.service, httpClaims(client)])),
  log,
  context: (viewer) => ({ viewer, requestId: randomUUID() }),
});
