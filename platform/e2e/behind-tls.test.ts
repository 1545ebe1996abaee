import { siteOf } from "@convene/shared/site";
import pino from "pino";
import { readPlatformConfig } from "../src/config.ts";
import { beginIn } from "../src/runtime/beginning.ts";
import { type RunningGateway, startGateway } from "../src/runtime/gateway.ts";
import { type OpenedServices, openServices } from "../src/runtime/services.ts";
import { createEmptyDatabase } from "../test/demo-database.ts";
import { OPENING } from "../test/open-graphs.ts";
import { testSecrets } from "../test/secrets.ts";
import { settle } from "../test/settle.ts";
import { openTlsProxy, type TlsProxy } from "../test/tls-proxy.ts";

/** As docs/behind-a-proxy.md has it: `PUBLIC_URL` is the proxy's, which is trusted. */
let proxy: TlsProxy;
let opened: OpenedServices;
let gateway: RunningGateway;
const closings: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  proxy = await openTlsProxy();
  closings.push(() => proxy.close());
  const { url: adminUrl, drop } = await createEmptyDatabase();
  closings.push(drop);
  const log = pino({ level: "silent" });
  const secrets = await testSecrets();
  const { secret } = secrets;
  const site = siteOf(() => proxy.url, secret);
  opened = await openServices({ adminUrl, secret }, log, { site });
  closings.push(() => opened.stop());
  await opened.start();
  const config = readPlatformConfig({
    PORT: "0",
    PUBLIC_URL: proxy.url,
    NODE_ENV: "production",
    TRUSTED_PROXIES: "loopback",
  });
  gateway = await startGateway({ config, secrets, services: opened.services, log });
  closings.push(() => gateway.stop());
  proxy.passTo(`http://127.0.0.1:${gateway.address.port}`);
}, OPENING);
afterAll(async () => {
  for (const closing of closings.reverse()) await closing();
});

const form = "application/x-www-form-urlencoded";
let cookie: string;

it("signs in by a link to the public address, and only from a page there, with a cookie for TLS alone", async () => {
  const begun = await beginIn(opened.services.identity, proxy.url);
  const link = new URL(begun?.link ?? "");
  expect(link.origin + link.pathname).toBe(`${proxy.url}/auth/administrator`);
  const token = link.searchParams.get("token") ?? "";
  const given = { name: "Ada Okafor", email: "ada@example.org", token };
  const send = (origin: string) =>
    proxy.send("/auth/administrator", {
      method: "POST",
      headers: { origin, "content-type": form },
      body: new URLSearchParams(given).toString(),
    });
  expect((await send("https://evil.test")).status).toBe(403);
  expect((await send(proxy.url.replace("https:", "http:"))).status).toBe(403);
  const { status, headers } = await send(proxy.url);
  expect([status, headers.location]).toEqual([303, "/auth/account"]);
  const [set = ""] = headers["set-cookie"] ?? [];
  const [pair = "", ...attributes] = set.split("; ");
  expect(pair).toMatch(/^__Secure-convene\.session_token=./);
  expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "Secure", "SameSite=Lax"]));
  cookie = pair;
  expect((await proxy.send("/auth/account", { headers: { cookie } })).text).toContain("Ada Okafor");
});

it("lets a page at the public address change something by that cookie, and no other page", async () => {
  await settle(opened);
  const query = `mutation { createNetwork(input: { name: "Behind TLS", kind: GLOBAL }) { name } }`;
  const ask = async (origin: string): Promise<unknown> => {
    const { text } = await proxy.send("/graphql", {
      method: "POST",
      headers: { cookie, origin, "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    return JSON.parse(text);
  };
  for (const origin of ["https://evil.test", proxy.url.replace("https:", "http:")]) {
    const forbidden = expect.objectContaining({ extensions: { code: "FORBIDDEN" } });
    expect(await ask(origin)).toMatchObject({ errors: [forbidden] });
  }
  expect(await ask(proxy.url)).toMatchObject({ data: { createNetwork: { name: "Behind TLS" } } });
});
