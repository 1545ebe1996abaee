import { request } from "node:http";
import { once } from "node:events";
import { defaultLimits } from "../../src/limit/limits.ts";
import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { buildLibrary } from "./library.ts";

let gateway: OpenedStory;

beforeAll(async () => {
  const services = [buildLibrary().service];
  gateway = await openGateway({ services, transport: "in process" });
});
afterAll(() => gateway.close());

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");

/** `{ book(id: 1) { sequel { sequel { … id } } } }`, `depth` selections deep. */
const deep = (depth: number) =>
  `{ book(id: 1) ${"{ sequel ".repeat(depth - 2)}{ id }${" }".repeat(depth - 2)} }`;

/** Each level spreads the next one twice, so that the last stands 2^levels times. */
const doubling = (levels: number) =>
  repeat(levels, (n) => `fragment F${n} on Book { ...F${n + 1} sequel { ...F${n + 1} } }`) +
  ` fragment F${levels} on Book { id } { book(id: 1) { ...F0 } }`;

const roots = (count: number) => repeat(count, (n) => `a${n}: book(id: ${n}) { id }`);

const pages = (first: string) =>
  `books(first: ${first}) { nodes { similar(first: ${first}) { nodes { similar(first: ${first}) { nodes { id } } } } } }`;

describe("a question within the limits is answered", () => {
  it.each([
    ["at the depth that is allowed", deep(defaultLimits.depth)],
    ["of as many fields at the root", `{ ${roots(defaultLimits.breadth)} }`],
    ["with as many aliases", `{ ${repeat(defaultLimits.aliases, (n) => `a${n}: __typename`)} }`],
    ["with pages of 100 in pages of 100", `{ ${pages("40")} }`],
    ["with fragments that repeat", doubling(defaultLimits.depth - 2)],
    ["with literals in literals", `{ sum(of: [[1, 2], [3]]) }`],
  ])("%s", async (_, query) => {
    const { errors, data } = await gateway.ask(query);
    expect(errors).toBeUndefined();
    expect(data).toBeTruthy();
  });
});

describe("a question beyond the limits is refused", () => {
  it.each([
    ["too deep", deep(defaultLimits.depth + 1)],
    ["too deep by fragments", doubling(defaultLimits.depth)],
    ["of too many fields at the root", `{ ${roots(defaultLimits.breadth + 1)} }`],
    [
      "of too many changes",
      `mutation { ${repeat(31, (n) => `a${n}: addBook(title: "x") { id }`)} }`,
    ],
    ["of too many aliases", `{ ${roots(51)} }`],
    ["of too many aliases of __typename", `{ ${repeat(51, (n) => `a${n}: __typename`)} }`],
    ["of too many directives", `{ __typename ${"@skip(if: false) ".repeat(51)} }`],
    ["of too many unknown directives", `{ __typename ${"@x ".repeat(1_000)} }`],
    ["of too many tokens", `{ ${"__typename ".repeat(2_500)} }`],
    ["that could hold too many objects", `{ ${pages("100")} }`],
    ["of lists in lists", `{ sum(of: ${"[".repeat(50)}1${"]".repeat(50)}) }`],
    ["of lists without end", `{ sum(of: ${"[".repeat(50_000)}`],
    ["of selections without end", "{ book ".repeat(100_000)],
    ["of objects in lists", `{ sum(of: ${"[{a:".repeat(500)}1${"}]".repeat(500)}) }`],
  ])("%s", async (_, query) => {
    const started = performance.now();
    const { errors, data, status } = await gateway.ask(query);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code: "LIMIT_EXCEEDED" });
    expect(data).toBeUndefined();
    expect(status).toBe(200);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("when a variable asks for pages that are too large", async () => {
    const query = `query ($n: Int!) { ${pages("$n")} }`;
    const { errors } = await gateway.ask({ query, variables: { n: 100 } });
    expect(errors?.[0]?.extensions).toEqual({ code: "LIMIT_EXCEEDED" });
    expect((await gateway.ask({ query, variables: { n: 3 } })).errors).toBeUndefined();
  });

  it("when its variables are nested without end", async () => {
    const of = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const body = `{"query":"query ($of: [[Int]]) { sum(of: $of) }","variables":{"of":${of}}}`;
    const headers = { "content-type": "application/json" };
    const { errors, status } = await gateway.send("/graphql", { method: "POST", headers, body });
    expect(errors?.[0]?.extensions).toEqual({ code: "LIMIT_EXCEEDED" });
    expect(status).toBe(200);
  });

  it("when fragments written out would have too many fields", async () => {
    const edges = (n: number) =>
      ["sequel", "prequel", "rival"].map((edge) => `${edge} { ...F${n + 1} }`).join(" ");
    const tripling = (levels: number) =>
      repeat(levels, (n) => `fragment F${n} on Book { ${edges(n)} }`) +
      ` fragment F${levels} on Book { id } { book(id: 1) { ...F0 } }`;
    expect((await gateway.ask(tripling(5))).errors).toBeUndefined();
    for (const levels of [7, 17]) {
      const { errors } = await gateway.ask(tripling(levels));
      expect(errors?.[0]?.message).toBe("A request may not ask for more than 2000 fields");
    }
  });
});

describe("a body that is too long", () => {
  it("is refused by the length that it tells", async () => {
    const { status, errors } = await gateway.ask(`{ __typename } # ${"x".repeat(1024 * 1024)}`);
    expect(status).toBe(413);
    expect(errors?.[0]?.extensions).toEqual({ code: "LIMIT_EXCEEDED" });
  });

  it("is refused while it comes in, when it does not tell its length", async () => {
    const sending = request(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "transfer-encoding": "chunked" },
    });
    sending.on("error", () => undefined);
    for (let part = 0; part < 20; part += 1) sending.write(" ".repeat(64 * 1024));
    const [response] = (await once(sending, "response")) as [{ statusCode: number }];
    expect(response.statusCode).toBe(413);
    sending.destroy();
  });
});
