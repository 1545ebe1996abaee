import { randomUUID } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { readSupergraph } from "@convene/gateway/composition/committed";
import { openServices, serviceNames } from "@convene/platform/runtime/services";
import pino from "pino";
import { readContenderConfig } from "./contender-config.ts";
import { serveApollo } from "./contender-server.ts";
import { contextOf, type MonolithContext, monolithSchema } from "./monolith-schema.ts";

const config = readContenderConfig();
const log = pino({ name: "monolith", level: "error" });
const given = { adminUrl: config.DATABASE_URL, secret: config.CONVENE_SECRET };
const { services, start } = await openServices(given, log);
await start();
const schema = monolithSchema(services, await readSupergraph());

await serveApollo<MonolithContext>({
  apollo: new ApolloServer<MonolithContext>({ schema }),
  config,
  claims: Object.fromEntries(
    serviceNames.map((name) => [name, (person: string) => services[name].claims(person)]),
  ),
  log,
  context: (viewer) => contextOf(services, viewer, randomUUID()),
});
