import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT, UnsecuredJWT } from "jose";
import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { TRANSPORTS } from "../transports.ts";
import { buildMirror, type Mirror } from "./mirror.ts";
import { makeTokens, type TokenMaker } from "./token.ts";

const person = "per_ada";
const past = Math.floor(Date.now() / 1000) - 60;
let tokens: TokenMaker;

beforeAll(async () => {
  tokens = await makeTokens();
});

const bearer = async (claims?: object) => ({
  authorization: `Bearer ${await tokens.token({ ...claims })}`,
});

describe.each(TRANSPORTS)("the viewer, %s", (transport) => {
  let people: Mirror;
  let groups: Mirror;
  let gateway: OpenedStory;

  beforeEach(async () => {
    people = buildMirror("people", () => ({ organisations: [{ id: "org_1", role: "OWNER" }] }));
    groups = buildMirror("groups", () => ({ groups: [{ id: "grp_1", role: "CO_LEAD" }] }));
    gateway = await openGateway({
      services: [people.service, groups.service],
      transport,
      tokens: tokens.options,
    });
  });
  afterEach(() => gateway.close());

  const viewerOf = async (headers?: Record<string, string>): Promise<unknown> => {
    const { data, errors } = await gateway.ask("{ people groups }", headers);
    expect(errors).toBeUndefined();
    expect(data?.["people"]).toBe(data?.["groups"]);
    return JSON.parse(String(data?.["people"]));
  };

  it("is nobody without a token", async () => {
    expect(await viewerOf()).toBeNull();
  });

  it("has the roles that each service gives, and those of the token", async () => {
    const headers = await bearer({ person, platform: ["REVIEWER"] });
    expect(await viewerOf(headers)).toEqual({
      kind: "account",
      id: "acc_1",
      person,
      platform: ["REVIEWER"],
      scopes: [],
      organisations: [{ id: "org_1", role: "OWNER" }],
      groups: [{ id: "grp_1", role: "CO_LEAD" }],
      networks: [],
    });
  });

  it("has no roles in the graph while the account is tied to no person", async () => {
    expect(await viewerOf(await bearer())).toMatchObject({ person: null, organisations: [] });
    expect(people.asked).toEqual([]);
  });

  it("is looked up once, for many requests at once", async () => {
    const headers = await bearer({ person });
    await Promise.all(Array.from({ length: 5 }, () => viewerOf(headers)));
    expect(people.asked).toEqual([person]);
  });

  it("is looked up anew after a change of the same viewer", async () => {
    const headers = await bearer({ person });
    await gateway.ask("mutation { peopleChange }", headers);
    await viewerOf(headers);
    expect(people.asked).toEqual([person, person]);
  });

  it("is never that of another request, also when both ask the same at once", async () => {
    const persons = ["per_a", "per_b", "per_c", "per_d"];
    const viewers = await Promise.all(
      persons.map(async (one) => viewerOf(await bearer({ person: one, sub: `acc_${one}` }))),
    );
    expect(viewers).toEqual(
      persons.map((one) => expect.objectContaining({ person: one }) as object),
    );
  });

  it("comes with one request id to all services", async () => {
    const { data } = await gateway.ask("{ peopleRequest groupsRequest }", {
      "x-request-id": "request-0001",
    });
    expect(data).toEqual({ peopleRequest: "request-0001", groupsRequest: "request-0001" });
  });
});

describe("a service that gives no roles", () => {
  it("leaves the viewer with fewer, and is asked again the next time", async () => {
    let works = false;
    const people = buildMirror("people", () => {
      if (works) return { organisations: [{ id: "org_1", role: "OWNER" }] };
      throw new Error("no database");
    });
    const services = [people.service];
    const gateway = await openGateway({
      services,
      transport: "in process",
      tokens: tokens.options,
      claims: { people: (one) => Promise.resolve().then(() => people.service.claims?.(one) ?? {}) },
    });
    const headers = await bearer({ person });
    const first = await gateway.ask("{ people }", headers);
    expect(first.data?.["people"]).toContain('"organisations":[]');
    works = true;
    const second = await gateway.ask("{ people }", headers);
    expect(second.data?.["people"]).toContain("org_1");
    await gateway.close();
  });
});

describe("a token", () => {
  let gateway: OpenedStory;

  beforeAll(async () => {
    const services = [buildMirror("people", () => ({})).service];
    gateway = await openGateway({ services, transport: "in process", tokens: tokens.options });
  });
  afterAll(() => gateway.close());

  const symmetric = () =>
    new SignJWT({ sub: "acc_1" })
      .setProtectedHeader({ alg: "HS256", kid: "one" })
      .setIssuer("convene")
      .setAudience("convene")
      .setExpirationTime("1h")
      .sign(Buffer.from(JSON.stringify(tokens.options.keys)));

  const unsigned = () =>
    new UnsecuredJWT({ sub: "acc_1", iss: "convene", aud: "convene" }).setExpirationTime("1h");

  it.each<[string, () => string | Promise<string>]>([
    ["that has run out", () => tokens.token({ exp: past })],
    ["that is not good yet", () => tokens.token({ nbf: past + 3_600 })],
    ["for another audience", () => tokens.token({ aud: "elsewhere" })],
    ["of another issuer", () => tokens.token({ iss: "elsewhere" })],
    ["without an account", () => tokens.token({ sub: "" })],
    ["without an end", () => tokens.token({ exp: undefined })],
    ["for something that is no person", () => tokens.token({ person: "org_1" })],
    ["with a role that does not exist", () => tokens.token({ platform: ["GOD"] })],
    ["signed with another key", async () => (await makeTokens()).token()],
    ["signed with the public key as a secret", symmetric],
    ["that is not signed", () => unsigned().encode()],
    ["that is none", () => "x.y.z"],
    ["that is far too long", async () => `${await tokens.token()}${"x".repeat(8_000)}`],
    ["that was changed", async () => changed(await tokens.token())],
  ])("is refused: one %s", async (_, token) => {
    const authorization = `Bearer ${await token()}`;
    const { status, errors, data, headers } = await gateway.ask("{ people }", { authorization });
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(errors?.[0]?.extensions).toEqual({ code: "UNAUTHENTICATED" });
    expect(data).toBeUndefined();
  });

  it.each(["Basic YTpi", "Bearer", "Bearer a b", "token"])(
    "is refused in any other header: %s",
    async (authorization) => {
      expect((await gateway.ask("{ people }", { authorization })).status).toBe(401);
    },
  );

  it("is refused again when it has run out since it was seen", async () => {
    const headers = await bearer({ exp: Math.floor(Date.now() / 1000) + 2 });
    expect((await gateway.ask("{ people }", headers)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await gateway.ask("{ people }", headers)).status).toBe(401);
  });
});

describe("the keys of tokens", () => {
  it("may stand at an address; while it does not answer, nobody is taken for anybody", async () => {
    const keys = tokens.options.keys;
    const server = createServer((_, response) => response.end(JSON.stringify(keys)));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const url = new URL(`http://127.0.0.1:${port}/keys`);
    const services = [buildMirror("people", () => ({})).service];
    const open = () =>
      openGateway({ services, transport: "in process", tokens: { issuer: "convene", keys: url } });
    const [gateway, late] = await Promise.all([open(), open()]);
    expect((await gateway.ask("{ people }", await bearer())).data?.["people"]).toContain("acc_1");
    server.close();
    server.closeAllConnections();
    const { status, errors } = await late.ask("{ people }", await bearer());
    expect(status).toBe(503);
    expect(errors?.[0]?.extensions).toEqual({ code: "SERVICE_UNAVAILABLE" });
    expect((await late.ask("{ people }")).data).toEqual({ people: "null" });
    await Promise.all([gateway.close(), late.close()]);
  });
});

/** The first six bits of the signature are others. */
const changed = (token: string): string =>
  token.replace(/(?<=\.)[^.](?=[^.]*$)/, (first) => (first === "A" ? "B" : "A"));
