import { getIntrospectionQuery } from "graphql";
import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { buildLibrary } from "./library.ts";

const open = (options: { development?: boolean; introspection?: boolean }) =>
  openGateway({ services: [buildLibrary().service], transport: "in process", ...options });

describe("in production", () => {
  let gateway: OpenedStory;

  beforeAll(async () => {
    gateway = await open({});
  });
  afterAll(() => gateway.close());

  it.each([
    getIntrospectionQuery(),
    '{ __type(name: "Book") { name } }',
    "{ x: __schema { types { name } } }",
  ])("does not tell its schema: %#", async (query) => {
    const { data, errors } = await gateway.ask(query);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions).toEqual({ code: "GRAPHQL_VALIDATION_FAILED" });
  });

  it("does not tell names that are like the one that was sent", async () => {
    const { errors } = await gateway.ask("{ book(id: 1) { titel } }");
    expect(errors?.[0]?.message).toBe('Cannot query field "titel" on type "Book".');
  });

  it.each(["{ _service { sdl } }", "{ _entities(representations: []) { __typename } }"])(
    "has no door for services: %s",
    async (query) => {
      const { errors } = await gateway.ask(query);
      expect(errors?.[0]?.extensions).toEqual({ code: "GRAPHQL_VALIDATION_FAILED" });
    },
  );

  it("has no page to try queries on", async () => {
    expect((await gateway.send("/graphiql")).status).toBe(404);
  });

  it("tells what an object is", async () => {
    const { data } = await gateway.ask("{ __typename book(id: 1) { kind: __typename } }");
    expect(data).toEqual({ __typename: "Query", book: { kind: "Book" } });
  });
});

describe("in development", () => {
  let gateway: OpenedStory;

  beforeAll(async () => {
    gateway = await open({ development: true });
  });
  afterAll(() => gateway.close());

  it("tells its schema without what only the planner needs", async () => {
    const { data, errors, text } = await gateway.ask(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty("__schema.queryType.name", "Query");
    expect(text).not.toMatch(/join__|_Any|_Entity|_service/);
  });

  it("tells its schema beside data, under any name", async () => {
    const { data, errors } = await gateway.ask(
      `query ($name: String!) {
        book(id: 1) { title }
        here: __type(name: $name) { ...T }
        __schema { queryType { name } }
      }
      fragment T on __Type { name kind }`.replace("$name: String!", '$name: String! = "Book"'),
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      book: { title: "Persuasion" },
      here: { name: "Book", kind: "OBJECT" },
      __schema: { queryType: { name: "Query" } },
    });
  });

  it("has a page to try queries on, and only there", async () => {
    const { status, headers, text } = await gateway.send("/graphiql");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(text).toContain("/graphql");
    expect((await gateway.send("/", { headers: { accept: "text/html" } })).status).toBe(404);
  });
});

it("may tell its schema in production, where that is wished", async () => {
  const gateway = await open({ introspection: true });
  const { errors } = await gateway.ask("{ __schema { queryType { name } } }");
  expect(errors).toBeUndefined();
  expect((await gateway.send("/graphiql")).status).toBe(404);
  await gateway.close();
});
