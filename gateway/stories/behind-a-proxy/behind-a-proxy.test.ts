import { buildSchema } from "graphql";
import { parseGatewayConfig } from "../../src/config.ts";
import { openGateway } from "../open-gateway.ts";

const sdl = "type Query { greeting: String }";

/** Whom the gateway takes for the client of a request that comes over the loopback. */
async function seen(TRUSTED_PROXIES: string, headers: Record<string, string>) {
  const environment = {
    CONVENE_SECRET: "d41c08fa72b95e6310c7a9d2e84f6b53",
    SERVICES: "far=http://far",
  };
  const config = parseGatewayConfig({ ...environment, TRUSTED_PROXIES });
  const told: { client?: object }[] = [];
  const gateway = await openGateway({
    services: [{ name: "far", sdl, schema: buildSchema(sdl) }],
    transport: "in process",
    trustedProxies: config.TRUSTED_PROXIES,
    log: { error: () => undefined, debug: (details) => told.push(details) },
  });
  try {
    const { data } = await gateway.ask("{ greeting }", headers);
    expect(data).toEqual({ greeting: null });
    return { client: told[0]?.client, host: new URL(gateway.url).host };
  } finally {
    await gateway.close();
  }
}

const by = (proto: string, host: string, ...chain: string[]) => ({
  "x-forwarded-for": chain.join(", "),
  "x-forwarded-proto": proto,
  "x-forwarded-host": host,
});

describe("behind a proxy", () => {
  it("believes nothing that a client says of itself where no proxy is trusted", async () => {
    const { client, host } = await seen("", by("https", "evil.example", "203.0.113.9"));
    expect(client).toEqual({ address: "127.0.0.1", scheme: "http", host });
  });

  it("believes nothing of one that is not among the trusted", async () => {
    const { client, host } = await seen("10.0.0.0/8", by("https", "evil.example", "203.0.113.9"));
    expect(client).toEqual({ address: "127.0.0.1", scheme: "http", host });
  });

  it("takes address, scheme and host from a trusted proxy", async () => {
    const { client } = await seen("loopback", by("https", "graph.example.org", "203.0.113.9"));
    const host = "graph.example.org";
    expect(client).toEqual({ address: "203.0.113.9", scheme: "https", host });
  });

  it("reads from the right, so that what the client put in front does not count", async () => {
    const lied = by("http, https", "evil.example, graph.example.org", "10.1.1.1", "203.0.113.9");
    const { client } = await seen("loopback", lied);
    const host = "graph.example.org";
    expect(client).toEqual({ address: "203.0.113.9", scheme: "https", host });
  });

  it("passes over each trusted proxy of a chain, and no further", async () => {
    const chain = by("ftp, https, http", "a b", "198.51.100.1", "203.0.113.9", "10.0.0.7");
    const { client, host } = await seen("127.0.0.1, 10.0.0.0/8", chain);
    expect(client).toEqual({ address: "203.0.113.9", scheme: "https", host });
  });

  it("keeps what it knows itself where a trusted proxy says what is none", async () => {
    const { client, host } = await seen("loopback", by("gopher", "a/b", "unknown"));
    expect(client).toEqual({ address: "127.0.0.1", scheme: "http", host });
  });

  it("does not start with a proxy that is none", () => {
    const environment = {
      CONVENE_SECRET: "d41c08fa72b95e6310c7a9d2e84f6b53",
      SERVICES: "far=http://far",
    };
    expect(() => parseGatewayConfig({ ...environment, TRUSTED_PROXIES: "nginx" })).toThrow(
      "TRUSTED_PROXIES is not valid: want addresses",
    );
  });
});
