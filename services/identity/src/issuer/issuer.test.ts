import type { AuthDoor } from "@convene/shared/auth-door";
import { createHarness } from "@convene/shared/testing/harness";
import { changesToTell } from "../../test/security-changes.ts";
import { TinyIssuer } from "../../test/tiny-issuer.ts";
import type { Account } from "../account/account.entity.ts";
import { insertAccount } from "../account/account.service.ts";
import { identity } from "../definition.ts";
import { createAuth } from "../pages.ts";

const { service, db } = createHarness(identity);
const ORIGIN = "https://convene.test";

let issuer: TinyIssuer;
let door: AuthDoor;
let ada: Account;
beforeAll(async () => {
  issuer = await TinyIssuer.open();
  const { url, clientId, clientSecret } = issuer;
  const site = {
    ...service().parts.site,
    issuer: { url, clientId, clientSecret, name: "Lighthouse" },
  };
  door = createAuth({ ...service().parts, site });
});
afterAll(() => issuer.close());
beforeEach(async () => {
  issuer.wrong = {};
  await db().query("DELETE FROM user_account");
  ada = await buildAccount("ada@example.org");
});

const buildAccount = (email: string, emailVerified = true) => {
  const account = { name: "Ada", email, emailVerified, platform: [] };
  return service().parts.transactions.write((tx) => insertAccount(tx, account));
};

async function open(path: string, cookie = "") {
  const asked = { method: "GET", path, origin: ORIGIN, body: "", client: null } as const;
  const { status, headers, body } = await door.answer({ ...asked, headers: { cookie } });
  const set = headers.filter(([name]) => name === "set-cookie").map(([, value]) => value);
  const kept = set.map((one) => one.split(";")[0] ?? "").filter((one) => !one.endsWith("="));
  const location = headers.find(([name]) => name === "location")?.[1] ?? "";
  return { status, body, location, cookie: kept.join("; ") };
}

type Person = Parameters<TinyIssuer["consent"]>[1];

/** To the issuer and back. */
async function comeBy(person: Person) {
  const left = await open("/auth/issuer");
  const query = issuer.consent(left.location, person);
  return open(`/auth/callback/issuer?${query}`, left.cookie);
}

const whom = async (cookie: string) => {
  const session = cookie.split("; ").find((one) => one.includes("session_token=")) ?? "";
  return (await door.session(session))?.id ?? null;
};

const proven: Person = { sub: "42", email: "Ada@Example.org", email_verified: true };

it("is offered by its name, and asked with a state, a nonce and PKCE", async () => {
  expect((await open("/auth/sign-in")).body).toContain("by Lighthouse");
  const { status, location } = await open("/auth/issuer");
  expect(status).toBe(303);
  const asked = new URL(location).searchParams;
  expect(asked.get("redirect_uri")).toBe(`${ORIGIN}/auth/callback/issuer`);
  for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)).toBeTruthy();
  expect(asked.get("code_challenge_method")).toBe("S256");
});

it("signs in whose address is proven on both sides, and later by who they are there", async () => {
  const first = await comeBy(proven);
  expect(first.location).toContain("/auth/account");
  expect(await whom(first.cookie)).toBe(ada.id);
  const moved = await comeBy({ ...proven, email: "elsewhere@example.org" });
  expect(await whom(moved.cookie)).toBe(ada.id);
  const rows = await db().query(
    "SELECT provider_account_id, access_token, refresh_token, id_token FROM credential",
  );
  expect(rows).toEqual([
    { provider_account_id: "42", access_token: null, refresh_token: null, id_token: null },
  ]);
  expect(await changesToTell(db(), "ada@example.org")).toEqual(["ISSUER_TIED"]);
});

it("asks for the code of an app as well where the account has set one up", async () => {
  await db().query("UPDATE user_account SET two_factor_enabled = true");
  const half = await comeBy(proven);
  expect([half.status, half.location]).toEqual([303, "/auth/second-factor"]);
  expect(await whom(half.cookie)).toBeNull();
  expect(half.cookie).toContain("two_factor=");
  expect(await db().query("SELECT 1 FROM session")).toEqual([]);
});

it.each<[string, Person]>([
  ["whose address the issuer has not proven", { ...proven, email_verified: false }],
  ["of whose address it does not say", { sub: "42", email: "ada@example.org" }],
  ["who has no account here", { ...proven, email: "nobody@example.org" }],
])("does not let in one %s", async (_, person) => {
  const { location, cookie } = await comeBy(person);
  expect(location).toContain("/auth/issuer/refused");
  expect(await whom(cookie)).toBeNull();
  expect(await db().query("SELECT 1 FROM credential")).toEqual([]);
  expect(await db().query("SELECT 1 FROM user_account")).toHaveLength(1);
});

it("does not tie itself to an account whose address nobody has proven here", async () => {
  await buildAccount("unproven@example.org", false);
  const { location } = await comeBy({ ...proven, email: "unproven@example.org" });
  expect(location).toContain("/auth/issuer/refused");
});

it.each<[string, Record<string, unknown>]>([
  ["of another sign-in", { nonce: "another" }],
  ["of another issuer", { iss: "https://evil.example" }],
  ["for another client", { aud: "somebody else" }],
])("does not take a token %s", async (_, wrong) => {
  issuer.wrong = wrong;
  const { location, cookie } = await comeBy(proven);
  expect(location).toContain("/auth/issuer/refused");
  expect(await whom(cookie)).toBeNull();
});

it("does not take an answer that belongs to another browser", async () => {
  const left = await open("/auth/issuer");
  const query = issuer.consent(left.location, proven);
  const { cookie } = await open(`/auth/callback/issuer?${query}`);
  expect(await whom(cookie)).toBeNull();
});

it("calls nobody but the issuer of the configuration, whatever the browser says", async () => {
  const stranger = await TinyIssuer.open();
  const asked = new URLSearchParams({
    ...{ provider: stranger.url, issuer: stranger.url, iss: stranger.url, code: "code-0" },
    ...{ discoveryUrl: stranger.url, callbackURL: stranger.url, redirect_uri: stranger.url },
    ...{ requestUri: stranger.url, jwks_uri: stranger.url, token_endpoint: stranger.url },
  });
  const left = await open(`/auth/issuer?${asked.toString()}`);
  expect(left.location.startsWith(`${issuer.url}/authorize?`)).toBe(true);
  expect(left.location).not.toContain(encodeURIComponent(stranger.url));
  const query = new URLSearchParams(issuer.consent(left.location, proven));
  for (const [name, value] of asked) if (name !== "code") query.set(name, value);
  const { location, cookie } = await open(`/auth/callback/issuer?${query.toString()}`, left.cookie);
  expect(location).not.toContain(stranger.url);
  expect(cookie).not.toContain(stranger.url);
  const other = await open(
    `/auth/callback/${encodeURIComponent(stranger.url)}?${query.toString()}`,
  );
  expect(other.status).toBe(404);
  expect(stranger.calls).toBe(0);
  await stranger.close();
});
