import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { buildLibrary } from "./library.ts";

let gateway: OpenedStory;

beforeAll(async () => {
  gateway = await openGateway({ services: [buildLibrary().service], transport: "in process" });
});
afterAll(() => gateway.close());

describe("a question that no graph could answer", () => {
  it.each([
    ["a subscription, where there are none", "subscription { x }", "BAD_USER_INPUT"],
    ["no GraphQL at all", "}{", "GRAPHQL_PARSE_FAILED"],
    ["an empty document", "", "GRAPHQL_PARSE_FAILED"],
    [
      "a fragment that holds itself",
      "{ ...F } fragment F on Query { ...F }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "an alias that says a type",
      "{ book(id: 1) { __typename: title } }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["a name that only the prototype has", "{ constructor }", "GRAPHQL_VALIDATION_FAILED"],
    ["a text that holds NUL", '{ book(id: "a\\u0000b") { id } }', "BAD_USER_INPUT"],
    ["half a character", '{ book(id: "a\\ud83db") { id } }', "GRAPHQL_PARSE_FAILED"],
    ["a variable without its value", "query ($id: ID!) { book(id: $id) { id } }", "BAD_USER_INPUT"],
  ])("is refused: %s", async (_, query, code) => {
    const { errors, data, status } = await gateway.ask(query);
    expect(errors?.[0]?.extensions["code"]).toBe(code);
    expect(data).toBeUndefined();
    expect(status).toBeLessThan(500);
  });

  it.each([
    ["NUL", "a\u0000b"],
    ["half a character", "a\ud83db"],
  ])("is refused when a variable holds %s, however deep", async (_, id) => {
    const query = "query ($id: ID!) { book(id: $id) { id } }";
    const { errors, data } = await gateway.ask({ query, variables: { id } });
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect(data).toBeUndefined();
  });

  it("is refused with 20 of its faults at most", async () => {
    const { errors } = await gateway.ask(`{ ${"x ".repeat(1_000)} }`);
    expect(errors?.length).toBeLessThanOrEqual(21);
  });

  it.each([
    ["several operations and no name", { query: "query A { __typename } query B { __typename }" }],
    ["the name of no operation", { query: "query A { __typename }", operationName: "C" }],
    ["a list of questions", [{ query: "{ __typename }" }]],
    ["no query", { variables: {} }],
    ["a query that is a number", { query: 1 }],
    ["variables that are a text", { query: "{ __typename }", variables: "{}" }],
    ["nothing", null],
  ])("is refused: %s", async (_, body) => {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const { errors, data, status } = await gateway.send("/graphql", init);
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect(data).toBeUndefined();
    expect(status).toBeLessThan(500);
  });
});

describe("names that a client chooses", () => {
  it("may be those of keys: the planner as it is would end the process", async () => {
    const { data, errors } = await gateway.ask(
      "{ book(id: 1) { id: similar { nodes { id: title title: id } } sequel { id: __typename } } }",
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      book: {
        id: { nodes: [{ id: "Persuasion", title: "1" }] },
        sequel: { id: "Book" },
      },
    });
  });

  it.each(["constructor", "toString", "hasOwnProperty", "valueOf"])("may be %s", async (name) => {
    const { data, errors } = await gateway.ask(`{ ${name}: book(id: 1) { ${name}: title } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ [name]: { [name]: "Persuasion" } });
  });
});
