import { once } from "node:events";
import { connect } from "node:net";
import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { buildLibrary } from "./library.ts";

const open = (options: { publicUrl?: string; development?: boolean } = {}) =>
  openGateway({ services: [buildLibrary().service], transport: "in process", ...options });

const json = { "content-type": "application/json" };

/** One request of each kind, whatever comes of it. */
const REQUESTS: readonly (readonly [string, string, RequestInit])[] = [
  ["a question", "/graphql", { method: "POST", headers: json, body: '{"query":"{ __typename }"}' }],
  ["a question that is refused", "/graphql?query={__typename}", {}],
  ["a method that is not known", "/graphql", { method: "DELETE" }],
  ["a browser that asks first", "/graphql", { method: "OPTIONS" }],
  ["the health", "/healthz", {}],
  ["a file", "/uploads/library/upl_1?token=x", { method: "PUT", body: "x" }],
  ["a page to try queries on", "/graphiql", {}],
  ["nothing", "/.env", {}],
];

let gateway: OpenedStory;

beforeAll(async () => {
  gateway = await open({ development: true });
});
afterAll(() => gateway.close());

describe.each(REQUESTS)("the answer to %s", (_, path, init) => {
  it("is shown in no frame, taken for nothing else, kept by nobody and tells nobody of itself", async () => {
    const { headers } = await gateway.send(path, init);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-security-policy": expect.stringMatching(
        /^default-src 'none'; .*frame-ancestors 'none'$/,
      ),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    });
  });

  it("does not say by which programs it was made", async () => {
    const { headers } = await gateway.send(path, init);
    for (const name of ["server", "x-powered-by", "via"]) expect(headers.get(name)).toBeNull();
  });
});

it("does not say so to one who does not speak HTTP either", async () => {
  const socket = connect(Number(new URL(gateway.url).port), "127.0.0.1");
  let told = "";
  socket.on("data", (chunk: Buffer) => (told += chunk.toString()));
  socket.end("hello\r\n\r\n");
  await once(socket, "close");
  expect(told).toMatch(/^HTTP\/1.1 400 Bad Request\r\nConnection: close\r\n\r\n$/);
});

it("lets nothing run on data, and on the page its own script alone, by a nonce that is new each time", async () => {
  const data = await gateway.ask("{ __typename }");
  expect(data.headers.get("content-security-policy")).not.toMatch(/script-src|unsafe/);
  const nonces = new Set<string>();
  for (const { headers, text } of [
    await gateway.send("/graphiql"),
    await gateway.send("/graphiql"),
  ]) {
    const [, nonce = ""] =
      /script-src 'nonce-([^']+)';/.exec(headers.get("content-security-policy") ?? "") ?? [];
    expect(Buffer.from(nonce, "base64")).toHaveLength(16);
    expect(text).toContain(`<div id="root"></div>\n\n      <script nonce="${nonce}">`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});

it.each([
  ["https://graph.example.org", "max-age=31536000"],
  ["http://graph.example.org", null],
  [undefined, null],
])("asks browsers to come by TLS alone only where people do: %s", async (publicUrl, promise) => {
  const other = await open({ ...(publicUrl && { publicUrl }) });
  const { headers } = await other.ask("{ __typename }");
  expect(headers.get("strict-transport-security")).toBe(promise);
  await other.close();
});
