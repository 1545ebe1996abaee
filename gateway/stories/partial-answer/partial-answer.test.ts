import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { TRANSPORTS } from "../transports.ts";
import { shop } from "./shop.ts";

const messageOf = (details: object): unknown =>
  "err" in details && details.err instanceof Error ? details.err.message : null;

describe.each(TRANSPORTS)("errors of services, %s", (transport) => {
  let gateway: OpenedStory;

  beforeAll(async () => {
    gateway = await openGateway({ services: shop(), transport });
  });
  afterAll(() => gateway.close());

  it("are told where they were thrown on purpose", async () => {
    const { data, errors } = await gateway.ask("{ mine: conflicting best { name } }");
    expect(data).toEqual({ mine: null, best: { name: "Table" } });
    expect(errors).toEqual([
      {
        message: "Somebody was faster",
        path: ["mine"],
        extensions: { code: "CONFLICT", version: 2 },
      },
    ]);
  });

  it("are masked where they were not, and written down with the request id", async () => {
    const { data, errors, text } = await gateway.ask("{ broken }", {
      "x-request-id": "request-42",
    });
    expect(data).toEqual({ broken: null });
    expect(errors).toEqual([
      {
        message: "Internal error",
        path: ["broken"],
        extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "request-42" },
      },
    ]);
    expect(text).not.toMatch(/hunter2|catalogue|stack/);
    expect(gateway.logged).toContainEqual(expect.objectContaining({ requestId: "request-42" }));
  });

  it("stand at their place in the client's own names, and leave the rest", async () => {
    const { data, errors } = await gateway.ask("{ list: products { stars: rating name } }");
    expect(data).toEqual({
      list: [
        { stars: 4.5, name: "Table" },
        { stars: null, name: "Chair" },
      ],
    });
    expect(errors?.map(({ path }) => path)).toEqual([["list", 1, "stars"]]);
  });

  it("make a mutation's answer null", async () => {
    const { data, errors } = await gateway.ask('mutation { rename(id: "7", name: "x") { id } }');
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: "Product 7 does not exist",
      path: ["rename"],
      extensions: { code: "NOT_FOUND", type: "Product", id: "7" },
    });
  });
});

describe.each(TRANSPORTS)("a reference that its owner does not know, %s", (transport) => {
  let gateway: OpenedStory;

  beforeAll(async () => {
    gateway = await openGateway({ services: shop(), transport });
  });
  afterAll(() => gateway.close());

  it("is null without an error: it may be gone, or hidden from this viewer", async () => {
    const query = "{ latest { text product { id name } } all { product { name } } }";
    const { data, errors } = await gateway.ask(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      latest: { text: "Good", product: null },
      all: [{ product: { name: "Table" } }, { product: null }],
    });
  });

  it("is null in a list, and leaves its neighbours", async () => {
    const { data, errors } = await gateway.ask("{ latest { products { name } } }");
    expect(errors).toBeUndefined();
    expect(data).toEqual({ latest: { products: [null, { name: "Chair" }] } });
  });

  it("is an error where it may not be null, which the rule of the graph forbids", async () => {
    const { data, errors } = await gateway.ask("{ worst { name } }");
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: "Internal error",
      path: ["worst"],
      extensions: { code: "INTERNAL_SERVER_ERROR" },
    });
    expect(JSON.stringify(gateway.logged.map(messageOf))).toContain("Query.worst");
  });

  it("keeps what other services say of it, where nothing else is asked", async () => {
    const { data } = await gateway.ask("{ latest { product { rating } } }");
    expect(data).toEqual({ latest: { product: { rating: 4.5 } } });
  });
});

it("answers in part while a service is down", async () => {
  const gateway = await openGateway({ services: shop(), transport: "over HTTP" });
  await gateway.stop("reviews");
  const { data, errors, status, text } = await gateway.ask(
    "{ products { name rating } latest { text } }",
  );
  expect(status).toBe(200);
  expect(data).toEqual({
    products: [
      { name: "Table", rating: null },
      { name: "Chair", rating: null },
    ],
    latest: null,
  });
  expect(new Set(errors?.map(({ extensions }) => extensions["code"]))).toEqual(
    new Set(["SERVICE_UNAVAILABLE"]),
  );
  expect(errors?.map(({ path }) => path?.[0]).sort()).toEqual(["latest", "products"]);
  expect(text).not.toMatch(/reviews|ECONNREFUSED|127\.0\.0\.1/);
  await gateway.stop("catalogue");
  const without = await gateway.ask("{ best { name } }");
  expect(without.data).toBeNull();
  expect(without.errors?.map(({ extensions }) => extensions)).toEqual([
    { code: "SERVICE_UNAVAILABLE" },
  ]);
  await gateway.close();
});
