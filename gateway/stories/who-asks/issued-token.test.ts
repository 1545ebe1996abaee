import type { AuthDoor, Grant } from "@convene/shared/auth-door";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { buildMirror } from "./mirror.ts";
import { makeTokens } from "./token.ts";

type Key = Awaited<ReturnType<typeof makeKey>>;

async function makeKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA");
  const published = { ...(await exportJWK(publicKey)), kty: "OKP", kid, alg: "EdDSA", use: "sig" };
  return { kid, privateKey, published };
}

const now = Math.floor(Date.now() / 1000);
const usual = { iss: "convene-identity", aud: "convene", sub: "acc_ada", sid: "ses_1" };

const sign = ({ privateKey, kid }: Key, claims: JWTPayload = {}) =>
  new SignJWT({ ...usual, iat: now, exp: now + 600, ...claims })
    .setProtectedHeader({ alg: "EdDSA", kid, typ: "at+jwt" })
    .sign(privateKey);

const ada: Grant = { kind: "account", id: "acc_ada", person: null, platform: [], scopes: [] };

describe("a token of the service of accounts", () => {
  let old: Key;
  let current: Key;
  let stranger: Key;
  let next: Key;
  let gateway: OpenedStory;
  const published: Key[] = [];
  const grants = new Map<string, Grant>([
    ["ses_1", ada],
    ["key_1", { ...ada, kind: "key", scopes: ["read"] }],
  ]);
  let reads = 0;
  const auth: AuthDoor = {
    answer: () => Promise.resolve({ status: 204, headers: [], body: "" }),
    session: () => Promise.resolve(ada),
    key: () => Promise.resolve(null),
    grant: (id) => Promise.resolve(grants.get(id) ?? null),
    tokenKeys: () => {
      reads += 1;
      return Promise.resolve({ keys: published.map((key) => key.published) });
    },
  };

  beforeAll(async () => {
    const names = ["jwk_old", "jwk_current", "jwk_stranger", "jwk_next"] as const;
    const made = await Promise.all(names.map((kid) => makeKey(kid)));
    [old, current, stranger, next] = made as [Key, Key, Key, Key];
    published.push(current, old);
    const services = [buildMirror("people", () => ({})).service];
    const { options: tokens } = await makeTokens();
    gateway = await openGateway({ services, transport: "in process", auth, tokens });
  });
  afterAll(() => gateway.close());

  const ask = (token: string, question = "{ people }") =>
    gateway.ask(question, { authorization: `Bearer ${token}` });

  it("speaks for whom its session or key speaks now, and no further than that reaches", async () => {
    const { data } = await ask(await sign(current, { platform: ["ADMIN"] }));
    expect(JSON.parse(String(data?.["people"]))).toMatchObject({ kind: "account", platform: [] });
    const byKey = await sign(current, { sid: "key_1" });
    expect((await ask(byKey)).data?.["people"]).toContain('"kind":"key"');
    const change = await ask(byKey, "mutation { peopleChange }");
    expect(change.errors?.[0]?.extensions).toEqual({ code: "FORBIDDEN" });
  });

  it("is good by the key before, as long as that is published", async () => {
    expect((await ask(await sign(old))).status).toBe(200);
    expect(reads).toBe(1);
  });

  it.each<[string, () => string | Promise<string>]>([
    ["not signed", () => new UnsecuredJWT(usual).setExpirationTime("10m").encode()],
    ["for another audience", () => sign(current, { aud: "elsewhere" })],
    ["that has run out", () => sign(current, { exp: now - 1 })],
    ["without an end", () => sign(current, { exp: undefined })],
    ["of a key that nobody knows", () => sign(stranger)],
    ["signed by another key than it says", () => sign({ ...stranger, kid: current.kid })],
    ["of a session that has ended", () => sign(current, { sid: "ses_gone" })],
    ["without a session", () => sign(current, { sid: undefined })],
    ["of somebody else's session", () => sign(current, { sub: "acc_eve" })],
    // The operator's own keys and those of the service of accounts do not stand for each other.
    ["in the name of the other issuer", () => sign(current, { iss: "convene" })],
    [
      "of the other issuer's key",
      async () => (await makeTokens()).token({ iss: "convene-identity", sid: "ses_1" }),
    ],
  ])("is refused: one %s", async (_, token) => {
    const { status, errors } = await ask(await token());
    expect(status).toBe(401);
    expect(errors?.[0]?.extensions).toEqual({ code: "UNAUTHENTICATED" });
  });

  it("ends with its session, at once by way of this gateway", async () => {
    const token = await sign(current);
    expect((await ask(token)).status).toBe(200);
    grants.delete("ses_1");
    await gateway.send("/auth/account/sign-out", {
      method: "POST",
      headers: { cookie: "convene.session_token=one.two" },
    });
    expect((await ask(token)).status).toBe(401);
    grants.set("ses_1", ada);
  });

  it("may be of a new key, for which the keys are read again, but not for every guess", async () => {
    const { status } = await ask(await sign(stranger));
    expect(status).toBe(401);
    expect(reads).toBe(1);
    const clock = Date.now;
    Date.now = () => clock() + 16_000;
    try {
      published.unshift(next);
      expect((await ask(await sign(next))).status).toBe(200);
      expect(reads).toBe(2);
    } finally {
      Date.now = clock;
    }
  });
});
