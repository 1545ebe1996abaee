import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { buildLibrary, type Library } from "./library.ts";

const ORIGIN = "https://app.example.org";
const ADD = 'mutation { addBook(title: "Emma") { id } }';
const query = encodeURIComponent("{ book(id: 1) { title } }");
const json = { "content-type": "application/json" };

let library: Library;
let gateway: OpenedStory;

beforeAll(async () => {
  library = buildLibrary();
  const services = [library.service];
  gateway = await openGateway({ services, transport: "in process", origins: [ORIGIN] });
});
afterAll(() => gateway.close());

describe("what a page of another site can send", () => {
  it.each(["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"])(
    "does not change anything as %s",
    async (type) => {
      for (const body of [JSON.stringify({ query: ADD }), `query=${encodeURIComponent(ADD)}`]) {
        const headers = { "content-type": type };
        const { status } = await gateway.send("/graphql", { method: "POST", headers, body });
        expect(status).toBe(415);
      }
      expect(library.titles).not.toContain("Emma");
    },
  );

  it("does not change anything without a content type", async () => {
    const body = new TextEncoder().encode(JSON.stringify({ query: ADD }));
    expect((await gateway.send("/graphql", { method: "POST", body })).status).toBe(415);
    expect(library.titles).not.toContain("Emma");
  });

  it("does not change anything by GET, even where it was asked first", async () => {
    const path = `/graphql?query=${encodeURIComponent(ADD)}`;
    const { status, headers } = await gateway.send(path, {
      headers: { "graphql-require-preflight": "1" },
    });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("POST");
    expect(library.titles).not.toContain("Emma");
  });

  it("gets no answer by GET, unless the browser asked first", async () => {
    const refused = await gateway.send(`/graphql?query=${query}`);
    expect(refused.status).toBe(400);
    expect(refused.data).toBeUndefined();
    for (const name of ["graphql-require-preflight", "apollo-require-preflight"]) {
      const { data } = await gateway.send(`/graphql?query=${query}`, { headers: { [name]: "1" } });
      expect(data).toEqual({ book: { title: "Persuasion" } });
    }
  });

  it("changes something by a POST of JSON, for which a browser asks first", async () => {
    const { data } = await gateway.ask('mutation { addBook(title: "Ulysses") { title } }');
    expect(data).toEqual({ addBook: { title: "Ulysses" } });
    expect(library.titles).toContain("Ulysses");
  });
});

describe("pages of other sites", () => {
  it("may read answers where their origin is listed, without cookies", async () => {
    const { headers } = await gateway.ask("{ __typename }", { origin: ORIGIN });
    expect(headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("vary")).toBe("origin");
  });

  it.each(["https://evil.example", "null", `${ORIGIN}.evil.example`, "http://app.example.org"])(
    "may not read answers from %s",
    async (origin) => {
      const asked = await gateway.ask("{ __typename }", { origin });
      expect(asked.headers.get("access-control-allow-origin")).toBeNull();
      const preflight = await gateway.send("/graphql", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
      expect(preflight.headers.get("access-control-allow-origin")).toBeNull();
      expect(preflight.headers.get("access-control-allow-headers")).toBeNull();
    },
  );

  it("are told what they may send when they ask first", async () => {
    const { status, headers } = await gateway.send("/graphql", {
      method: "OPTIONS",
      headers: { origin: ORIGIN, "access-control-request-method": "POST" },
    });
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(headers.get("access-control-allow-headers")).toContain("authorization");
  });
});

describe("other paths", () => {
  it.each(["/", "/graphiql", "/graphql/", "/graphql/x", "/favicon.ico", "/%00", "//graphql"])(
    "hold nothing: %s",
    async (path) => {
      for (const method of ["GET", "POST"]) {
        const { status, text, headers } = await gateway.send(path, {
          method,
          headers: { accept: "text/html" },
        });
        expect(status).toBe(404);
        expect(text).not.toContain("<");
        expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
      }
    },
  );

  it.each(["PUT", "DELETE", "PATCH"])("/graphql does not know %s", async (method) => {
    const { status } = await gateway.send("/graphql", { method, headers: json, body: "{}" });
    expect(status).toBe(405);
  });

  it("say that the gateway lives, and that it is ready", async () => {
    expect(JSON.parse((await gateway.send("/healthz")).text)).toEqual({ status: "ok" });
    expect(JSON.parse((await gateway.send("/readyz")).text)).toEqual({ status: "ready" });
  });
});

describe("every answer", () => {
  it("is not kept by anyone in between, and is taken for nothing else", async () => {
    for (const { headers } of [await gateway.ask("{ __typename }"), await gateway.send("/x")]) {
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("has a request id, a proxy's own where it is sound", async () => {
    const own = await gateway.ask("{ __typename }");
    expect(own.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    const given = await gateway.ask("{ __typename }", { "x-request-id": "proxy-0000001" });
    expect(given.headers.get("x-request-id")).toBe("proxy-0000001");
    const bad = await gateway.ask("{ __typename }", { "x-request-id": 'x" onload="alert(1)' });
    expect(bad.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
  });
});
