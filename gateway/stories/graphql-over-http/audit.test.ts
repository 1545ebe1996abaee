import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { serverAudits } from "graphql-http";
import { type OpenedStory, openGateway } from "../open-gateway.ts";

const sdl = "type Query { greeting: String }";
const schema = buildSubgraphSchema({
  typeDefs: parse(sdl),
  resolvers: { Query: { greeting: () => "hello" } },
});

let gateway: OpenedStory;

beforeAll(async () => {
  const services = [{ name: "greeter", sdl, schema }];
  // One audit of variables asks for __type.
  gateway = await openGateway({ services, transport: "in process", introspection: true });
});
afterAll(() => gateway.close());

/** All that GraphQL over HTTP says a server must or should do, told by its own authors. */
const audits = serverAudits({ url: () => `${gateway.url}/graphql` }).filter(
  ({ name }) => !name.startsWith("MAY"),
);

it.each(audits.map((audit) => [audit.name, audit] as const))("%s", async (_, audit) => {
  const result = await audit.fn();
  expect(result.status === "ok" ? "ok" : result.reason).toBe("ok");
});

it("is audited in full", () => {
  expect(audits.filter(({ name }) => name.startsWith("MUST")).length).toBeGreaterThan(10);
  expect(audits.filter(({ name }) => name.startsWith("SHOULD")).length).toBeGreaterThan(20);
});

it.each([
  [undefined, "application/json"],
  ["*/*", "application/json"],
  ["application/json", "application/json"],
  ["application/graphql-response+json", "application/graphql-response+json"],
  ["application/json, application/graphql-response+json", "application/json"],
  [
    "application/graphql-response+json, application/json;q=0.9",
    "application/graphql-response+json",
  ],
  [
    "application/json;q=0.1, application/graphql-response+json;q=0.2",
    "application/graphql-response+json",
  ],
  ["text/html, application/*;q=0.8", "application/json"],
])("answers a client that accepts %s in %s", async (accept, type) => {
  const { headers, data } = await gateway.ask(
    "{ greeting }",
    accept === undefined ? {} : { accept },
  );
  expect(headers.get("content-type")).toBe(`${type}; charset=utf-8`);
  expect(data).toEqual({ greeting: "hello" });
});

it.each(["text/html", "application/json;q=0", "image/*", "application/json; charset=latin1"])(
  "has no answer for a client that accepts %s",
  async (accept) => {
    expect((await gateway.ask("{ greeting }", { accept })).status).toBe(406);
  },
);

it("answers a query by GET, with variables and an operation's name", async () => {
  const params = new URLSearchParams({
    query: "query A($with: Boolean!) { greeting @include(if: $with) } query B { b: greeting }",
    variables: '{"with":true}',
    operationName: "A",
  });
  const headers = { "graphql-require-preflight": "1" };
  const { data } = await gateway.send(`/graphql?${params.toString()}`, { headers });
  expect(data).toEqual({ greeting: "hello" });
});
