import { createHarness } from "@convene/shared/testing/harness";
import type { Account } from "../account/account.entity.ts";
import { insertAccount } from "../account/account.service.ts";
import { identity } from "../definition.ts";
import { createBetterAuth, openedSession } from "../sign-in/sign-in.auth.ts";

const { service, db } = createHarness(identity);
const ORIGIN = "https://convene.test";
const GOOD = "violet tractor umbrella 7 sonata";
const BETTER = "marble kettle 42 thunder orchid";
const HOME = "/auth/account/password";

let ada: Account;
beforeEach(async () => {
  await db().query("DELETE FROM password_attempt");
  await db().query("DELETE FROM user_account");
  const account = {
    name: "Adaeze Okonkwo-Lindqvist",
    email: "adaeze@ferrybridge.example",
    emailVerified: true,
    platform: [],
  };
  ada = await service().parts.transactions.write((tx) => insertAccount(tx, account));
});

const door = () => {
  const { auth } = service();
  if (!auth) throw new Error("identity signs people in");
  return auth;
};

const signedIn = async () => {
  const cookies = await openedSession(createBetterAuth(service().parts), ada.id, new Headers());
  return cookies[0]?.split(";")[0] ?? "";
};

interface Sending {
  readonly cookie?: string;
  readonly client?: string;
}

async function send(path: string, form: Record<string, string>, sending: Sending = {}) {
  const { cookie = "", client = "192.0.2.1" } = sending;
  const { status, headers, body } = await door().answer({
    method: "POST",
    path,
    origin: ORIGIN,
    headers: { "content-type": "application/x-www-form-urlencoded", origin: ORIGIN, cookie },
    body: new URLSearchParams(form).toString(),
    client,
  });
  const all = headers.filter(([name]) => name === "set-cookie").map(([, value]) => value);
  const set = all.find((value) => value.includes("session_token="))?.split(";")[0] ?? null;
  return { status, body, cookie: set };
}

const signIn = (password: string, email = ada.email, client?: string) =>
  send("/auth/password", { email, password }, client === undefined ? {} : { client });

const set = async (password: string, more: Record<string, string> = {}, cookie?: string) =>
  send(HOME, { password, ...more }, { cookie: cookie ?? (await signedIn()) });

const whom = async (cookie: string | null) => (await door().session(cookie ?? ""))?.id ?? null;

it("signs in, once its owner has set it; of it a hash is kept", async () => {
  expect((await signIn(GOOD)).status).toBe(400);
  const other = await signedIn();
  const done = await set(GOOD);
  expect(done.status).toBe(303);
  expect(await whom(done.cookie)).toBe(ada.id);
  // One of them may have been a thief's.
  expect(await whom(other)).toBeNull();
  const { status, cookie } = await signIn(GOOD, " Adaeze@Ferrybridge.example ");
  expect(status).toBe(303);
  expect(await whom(cookie)).toBe(ada.id);
  const stored = await db().query("SELECT to_jsonb(c)::text AS row FROM credential AS c");
  expect(stored).toHaveLength(1);
  expect(JSON.stringify(stored)).not.toContain("tractor");
});

it.each([
  ["short", "x7!Kq", "at least 10 characters"],
  ["known", "password1234", "<p"],
  ["on a keyboard", "qwertyuiop123", "<p"],
  ["their own name", "adaezeokonkwo", "<p"],
  ["their own address", "ferrybridge2024", "<p"],
  ["far too long", "violet tractor ".repeat(20), "at most 128 characters"],
])("is refused when it is %s", async (_, password, words) => {
  const { status, body, cookie } = await set(password);
  expect(status).toBe(400);
  expect(body).toContain('aria-invalid="true"');
  expect(body).toContain(words);
  expect(body).not.toContain(`value="${password}"`);
  expect(cookie).toBeNull();
});

it("answers the same for a wrong password, an unknown address, and an account without one", async () => {
  const answer = async (email: string) => (await signIn(BETTER, email)).body.replace(email, "");
  const without = await answer(ada.email);
  await set(GOOD);
  const wrong = await answer(ada.email);
  expect(wrong).toContain("do not go together");
  expect(without).toBe(wrong);
  expect(await answer("nobody@example.org")).toBe(wrong);
  expect(await answer("no address")).toBe(wrong);
});

it("may be tried ten times within a quarter of an hour, whether there is an account or not", async () => {
  await set(GOOD);
  for (const email of [ada.email, "nobody@example.org"]) {
    const tries = Array.from({ length: 10 }, (_, at) => signIn(BETTER, email, `192.0.2.${at}`));
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(Array(10).fill(400));
    expect((await signIn(GOOD, email, "192.0.2.99")).status).toBe(429);
  }
  await db().query("UPDATE password_attempt SET ends_at = now() - interval '1 second'");
  expect((await signIn(GOOD)).status).toBe(303);
});

it("may be tried from one address of the internet sixty times", async () => {
  await signIn(BETTER, "one@example.org");
  await db().query("UPDATE password_attempt SET tries = 60 WHERE subject LIKE 'client:%'");
  expect((await signIn(BETTER, "other@example.org")).status).toBe(429);
  expect((await signIn(BETTER, "other@example.org", "192.0.2.2")).status).toBe(400);
});

it("is set and changed by somebody who has just signed in, or who knows the one before", async () => {
  const stale = async () => {
    const cookie = await signedIn();
    await db().query("UPDATE session SET created_at = now() - interval '16 minutes'");
    return cookie;
  };
  expect((await set(GOOD, {}, await stale())).body).toContain("Sign in once more");
  expect((await signIn(GOOD)).status).toBe(400);
  await set(GOOD);
  const refused = await set(BETTER, { current: "something else" }, await stale());
  expect(refused.body).toContain("This is not your password of now.");
  expect((await set(BETTER, { current: GOOD }, await stale())).status).toBe(303);
  expect((await signIn(GOOD)).status).toBe(400);
  expect((await signIn(BETTER)).status).toBe(303);
  await send(`${HOME}/remove`, {}, { cookie: await stale() });
  expect((await signIn(BETTER)).status).toBe(303);
  await send(`${HOME}/remove`, {}, { cookie: await signedIn() });
  expect((await signIn(BETTER)).status).toBe(400);
});

it("is nobody's business but its owner's", async () => {
  expect((await set(GOOD, {}, "none=at-all")).status).toBe(303);
  expect(await db().query("SELECT 1 FROM credential")).toEqual([]);
});
