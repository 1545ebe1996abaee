import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigError } from "@convene/shared/config";
import pino from "pino";
import { startAlone } from "../../src/alone.ts";
import { parseGatewayConfig } from "../../src/config.ts";
import { publicUrlOf } from "@convene/shared/public-url";

const NAMES = ["stakeholders", "working-groups", "meetings", "practices", "discovery", "identity"];
const secret = { CONVENE_SECRET: "d41c08fa72b95e6310c7a9d2e84f6b53" };
const at = (url: string) => NAMES.map((name) => `${name}=${url}`).join(",");

function problemsOf(environment: Record<string, string>): string {
  try {
    parseGatewayConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  throw new Error("It was accepted");
}

it("lists every problem of its variables at once", () => {
  expect(
    problemsOf({})
      .split("\n")
      .map((line) => line.split(" ")[0]),
  ).toEqual(["CONVENE_SECRET", "SERVICES"]);
  const wrong = { PORT: "x", SERVICES: "meetings", TOKEN_KEYS: "{}", CORS_ORIGINS: "a" };
  const problems = problemsOf({ ...wrong, CONVENE_SECRET: "short" });
  for (const name of ["PORT", "CONVENE_SECRET", "SERVICES", "TOKEN_KEYS", "CORS_ORIGINS"]) {
    expect(problems).toContain(name);
  }
});

it("starts in production by no secret that others could guess", () => {
  const guessed = { CONVENE_SECRET: "changeme".repeat(4), SERVICES: at("http://10.0.0.1") };
  expect(problemsOf(guessed)).toMatch(/^CONVENE_SECRET is not valid: it is a placeholder/);
  expect(() => parseGatewayConfig({ ...guessed, NODE_ENV: "development" })).not.toThrow();
});

it("is reached at PUBLIC_URL, an origin and nothing else, or else where it listens", () => {
  const publicUrl = (PUBLIC_URL: string) =>
    parseGatewayConfig({ ...secret, SERVICES: at("http://10.0.0.1"), PUBLIC_URL }).PUBLIC_URL;
  const listening = { address: "10.0.0.2", family: "IPv4", port: 4000 };
  expect(publicUrlOf(publicUrl("https://Graph.example.org:443/"), listening)).toBe(
    "https://graph.example.org",
  );
  for (const wrong of ["graph.example.org", "ftp://a", "https://a/b", "https://a?b", "http://u@a"])
    expect(() => publicUrl(wrong)).toThrow("PUBLIC_URL is not valid: want https://host");
  expect(publicUrlOf(publicUrl(""), listening)).toBe("http://10.0.0.2:4000");
  const everywhere = { address: "::", family: "IPv6", port: 4001 };
  expect(publicUrlOf(undefined, everywhere)).toBe("http://localhost:4001");
  expect(publicUrlOf(undefined, { ...everywhere, address: "::1" })).toBe("http://[::1]:4001");
});

it("is closed unless its variables say otherwise", () => {
  const config = parseGatewayConfig({ ...secret, SERVICES: at("http://10.0.0.1:4001") });
  expect(config).toMatchObject({
    PORT: 4000,
    NODE_ENV: "production",
    INTROSPECTION: false,
    CORS_ORIGINS: [],
  });
  expect(config.SERVICES.get("working-groups")).toBe("http://10.0.0.1:4001");
  expect(config.TOKEN_KEYS ?? config.TOKEN_KEYS_URL).toBeUndefined();
});

it("is ready when every service has been, and answers in part when one is not any more", async () => {
  let ready = false;
  const services = createServer((request, response) => {
    response.writeHead(request.url === "/readyz" && ready ? 200 : 503).end("{}");
  }).listen(0, "127.0.0.1");
  await once(services, "listening");
  const { port } = services.address() as AddressInfo;
  const environment = { ...secret, PORT: "0", SERVICES: at(`http://127.0.0.1:${port}`) };
  const config = parseGatewayConfig({ ...environment, HOST: "127.0.0.1" });
  const { address, stop } = await startAlone(config, pino({ level: "silent" }));
  const url = `http://127.0.0.1:${address.port}`;
  const readiness = async () => (await fetch(`${url}/readyz`)).status;
  expect(await readiness()).toBe(503);
  ready = true;
  expect(await readiness()).toBe(200);
  ready = false;
  expect(await readiness()).toBe(200);
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: '{ organisation(id: "org_1") { id } }' }),
  });
  expect(await response.text()).toContain("SERVICE_UNAVAILABLE");
  await stop();
  await expect(fetch(`${url}/healthz`)).rejects.toThrow("fetch failed");
  services.close();
});
