import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import type { Account } from "../account/account.entity.ts";
import { insertAccount } from "../account/account.service.ts";
import { CreateApiKeyInput } from "../api-key/api-key.inputs.ts";
import { ApiKeyService } from "../api-key/api-key.service.ts";
import { ApiKeyScope } from "../api-key/api-key.enum.ts";
import { identity } from "../definition.ts";
import { createBetterAuth, openedSession } from "../sign-in/sign-in.auth.ts";
import { SigningKeyService } from "../signing-key/signing-key.service.ts";

const { service, db } = createHarness(identity);
const ORIGIN = "https://convene.test";

let ada: Account;
let cookie: string;
beforeAll(async () => {
  const account = { name: "Ada", email: "ada@example.org", emailVerified: true, platform: [] };
  ada = await service().parts.transactions.write((tx) => insertAccount(tx, account));
  const [set = ""] = await openedSession(createBetterAuth(service().parts), ada.id, new Headers());
  cookie = set.split(";")[0] ?? "";
});

const door = () => {
  const { auth } = service();
  if (!auth) throw new Error("identity signs people in");
  return auth;
};

async function send(method: "GET" | "POST", path: string, headers: Record<string, string> = {}) {
  const asked = { method, path, origin: ORIGIN, headers, body: "", client: null };
  const { status, headers: told, body } = await door().answer(asked);
  return { status, headers: new Map(told), body: JSON.parse(body) };
}

const tokenBy = (headers: Record<string, string>) => send("POST", "/auth/token", headers);

const verified = async (token: string) => {
  const { body } = await send("GET", "/auth/jwks.json");
  const claims = { issuer: "convene-identity", audience: "convene" };
  return (await jwtVerify(token, createLocalJWKSet(body), claims)).payload;
};

const makeKey = async () => {
  const asked = { name: "Script", scopes: [ApiKeyScope.WRITE], expiresInDays: 1 };
  const input = Object.assign(new CreateApiKeyInput(), asked);
  const viewer = buildViewer({ id: ada.id });
  const { secret, apiKey } = await new ApiKeyService(service().parts).create(viewer, input);
  return { secret: secret ?? "", id: apiKey.id };
};

it("is given for a session, good for ten minutes, and verified by the published keys", async () => {
  const { status, headers, body } = await tokenBy({ cookie });
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(body).toMatchObject({ token_type: "Bearer", expires_in: 600 });
  const claims = await verified(body.access_token);
  expect(claims).toMatchObject({ sub: ada.id, person: ada.personId, platform: [] });
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(600);
  expect(decodeProtectedHeader(body.access_token)).toMatchObject({ alg: "EdDSA", typ: "at+jwt" });
  const grant = { kind: "account", id: ada.id, person: ada.personId, platform: [], scopes: [] };
  expect(await door().grant(String(claims["sid"]))).toEqual(grant);
});

it("is given for an API key, with its scopes and as long as that stands", async () => {
  const { secret, id } = await makeKey();
  const { body } = await tokenBy({ authorization: `Bearer ${secret}` });
  expect(decodeJwt(body.access_token)).toMatchObject({ sid: id, scope: "read write" });
  expect(await door().grant(id)).toMatchObject({ kind: "key", scopes: ["read", "write"] });
  expect((await tokenBy({ "x-api-key": secret })).status).toBe(200);
  await db().query("UPDATE api_key SET expires_at = now() - interval '1 second'");
  expect((await tokenBy({ "x-api-key": secret })).status).toBe(401);
  expect(await door().grant(id)).toBeNull();
});

it.each<[string, Record<string, string>]>([
  ["nobody", {}],
  ["a cookie that was changed", { cookie: "__Secure-convene.session_token=one.two" }],
  ["a key that is none", { authorization: "Bearer cnv_none" }],
])("is not given for %s", async (_, headers) => {
  const { status, body } = await tokenBy(headers);
  expect(status).toBe(401);
  expect(body.errors[0].extensions).toEqual({ code: "UNAUTHENTICATED" });
});

it("is not given to a page of another site, nor for a cookie where a wrong key was sent", async () => {
  expect((await tokenBy({ cookie, origin: "https://evil.example" })).status).toBe(401);
  expect((await tokenBy({ cookie, "sec-fetch-site": "same-site" })).status).toBe(401);
  expect((await tokenBy({ cookie, "x-api-key": "cnv_none" })).status).toBe(401);
  expect((await tokenBy({ cookie, origin: ORIGIN })).status).toBe(200);
});

it("is signed by a new key after a month; what the old one signed is good until it has run out", async () => {
  const keys = new SigningKeyService(service().parts);
  const aged = (days: number) =>
    db().query("UPDATE signing_key SET created_at = created_at - make_interval(days => $1)", [
      days,
    ]);
  const { body: before } = await tokenBy({ cookie });
  await keys.rotate();
  expect((await keys.published()).keys).toHaveLength(1);
  await aged(31);
  await Promise.all([keys.rotate(), keys.rotate()]);
  const { body: after } = await tokenBy({ cookie });
  const kidOf = (token: string) => decodeProtectedHeader(token).kid;
  expect(kidOf(after.access_token)).not.toBe(kidOf(before.access_token));
  await expect(verified(before.access_token)).resolves.toMatchObject({ sub: ada.id });
  await expect(verified(after.access_token)).resolves.toMatchObject({ sub: ada.id });
  await aged(2);
  await keys.rotate();
  await expect(verified(before.access_token)).rejects.toThrow();
  await expect(verified(after.access_token)).resolves.toMatchObject({ sub: ada.id });
});

it("is signed by keys that nobody reads out of the database, and by a new one under a new secret", async () => {
  const stored = await db().query("SELECT to_jsonb(k)::text AS row FROM signing_key AS k");
  const { d, kid } = await new SigningKeyService(service().parts).current();
  expect(d).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(stored)).not.toContain(d);
  const site = { ...service().parts.site, keyFor: () => Buffer.alloc(32, 1).toString("base64url") };
  const elsewhere = new SigningKeyService({ ...service().parts, site });
  const made = await elsewhere.current();
  expect(made.kid).not.toBe(kid);
  expect(made.d).not.toBe(d);
  expect((await elsewhere.current()).kid).toBe(made.kid);
});
