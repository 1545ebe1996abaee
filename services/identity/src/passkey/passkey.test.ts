import { createHarness } from "@convene/shared/testing/harness";
import { changesToTell } from "../../test/security-changes.ts";
import { SoftwareAuthenticator } from "../../test/software-authenticator.ts";
import type { Account } from "../account/account.entity.ts";
import { insertAccount } from "../account/account.service.ts";
import { identity } from "../definition.ts";
import { createBetterAuth, openedSession } from "../sign-in/sign-in.auth.ts";

const { service, db } = createHarness(identity);
const ORIGIN = "https://convene.test";

let ada: Account;
beforeEach(async () => {
  await db().query("DELETE FROM user_account");
  const account = { name: "Ada", email: "ada@example.org", emailVerified: true, platform: [] };
  ada = await service().parts.transactions.write((tx) => insertAccount(tx, account));
});

const door = () => {
  const { auth } = service();
  if (!auth) throw new Error("identity signs people in");
  return auth;
};

const cookiesOf = (set: readonly string[]) =>
  set.map((cookie) => cookie.split(";")[0] ?? "").filter((cookie) => !cookie.endsWith("="));

const signedIn = async () =>
  cookiesOf(await openedSession(createBetterAuth(service().parts), ada.id, new Headers())).join(
    "; ",
  );

interface Sending {
  readonly cookie?: string;
  readonly body?: object;
}

async function send(path: string, { cookie = "", body }: Sending = {}) {
  const {
    status,
    headers,
    body: told,
  } = await door().answer({
    method: body ? "POST" : "GET",
    path: `/auth/passkey/${path}`,
    origin: ORIGIN,
    headers: { "content-type": "application/json", origin: ORIGIN, cookie },
    body: JSON.stringify(body ?? {}),
    client: null,
  });
  const set = headers.filter(([name]) => name === "set-cookie").map(([, value]) => value);
  return { status, told: told === "" ? null : JSON.parse(told), cookie: cookiesOf(set).join("; ") };
}

const whom = async (cookie: string) => (await door().session(cookie))?.id ?? null;

async function add(device: SoftwareAuthenticator, session: string) {
  const asked = await send("generate-register-options", { cookie: session });
  const cookie = `${session}; ${asked.cookie}`;
  const body = { name: "Phone", response: device.register(asked.told) };
  return send("verify-registration", { cookie, body });
}

async function enter(device: SoftwareAuthenticator) {
  const { told, cookie } = await send("generate-authenticate-options");
  return send("verify-authentication", { cookie, body: { response: device.enter(told) } });
}

it("signs in by itself, from the device on which it was made", async () => {
  const session = await signedIn();
  const device = new SoftwareAuthenticator(ORIGIN);
  expect((await enter(device)).status).toBe(401);
  expect((await add(device, session)).status).toBe(200);
  const entered = await enter(device);
  expect(entered.status).toBe(200);
  expect(await whom(entered.cookie)).toBe(ada.id);
  const page = await door().answer({
    method: "GET",
    path: "/auth/account/passkeys",
    origin: ORIGIN,
    headers: { cookie: entered.cookie },
    body: "",
    client: null,
  });
  expect(page.body).toContain("Phone");
  const policy = new Map(page.headers).get("content-security-policy");
  expect(policy).toMatch(/script-src 'sha256-[^']+'; connect-src 'self'/);
});

it("is not taken from another site, from a device that is locked, or a second time", async () => {
  const session = await signedIn();
  const locked = new SoftwareAuthenticator(ORIGIN);
  locked.isUnlocked = false;
  expect((await add(locked, session)).status).toBe(400);
  const elsewhere = new SoftwareAuthenticator("https://convene.evil.example");
  expect((await add(elsewhere, session)).status).toBeGreaterThanOrEqual(400);
  const proxied = new SoftwareAuthenticator("https://convene.evil.example", "convene.test");
  expect((await add(proxied, session)).status).toBeGreaterThanOrEqual(400);

  const device = new SoftwareAuthenticator(ORIGIN);
  await add(device, session);
  device.isUnlocked = false;
  expect((await enter(device)).status).toBe(400);
  device.isUnlocked = true;
  const { told, cookie } = await send("generate-authenticate-options");
  const body = { response: device.enter(told) };
  expect((await send("verify-authentication", { cookie, body })).status).toBe(200);
  expect((await send("verify-authentication", { cookie, body })).status).toBe(400);
});

it("is added by somebody who has just signed in", async () => {
  const device = new SoftwareAuthenticator(ORIGIN);
  expect((await send("generate-register-options")).status).toBe(401);
  const session = await signedIn();
  await db().query("UPDATE session SET created_at = now() - interval '16 minutes'");
  expect((await send("generate-register-options", { cookie: session })).status).toBe(403);
  expect((await enter(device)).status).toBe(401);
});

it("is told of by mail when it is added, and when it is taken away; not when it is refused", async () => {
  const email = "noor@example.org";
  await db().query("UPDATE user_account SET email = $1", [email]);
  const cookie = await signedIn();
  await add(new SoftwareAuthenticator("https://convene.evil.example"), cookie);
  expect(await changesToTell(db(), email)).toEqual([]);
  await add(new SoftwareAuthenticator(ORIGIN), cookie);
  const [{ id }]: [{ id: string }] = await db().query("SELECT id FROM passkey");
  const remove = (passkey: string) =>
    door().answer({
      ...{ method: "POST", path: "/auth/account/passkeys/remove", origin: ORIGIN, client: null },
      headers: { "content-type": "application/x-www-form-urlencoded", origin: ORIGIN, cookie },
      body: new URLSearchParams({ id: passkey }).toString(),
    });
  await remove("none");
  await remove(id);
  expect(await changesToTell(db(), email)).toEqual(["PASSKEY_ADDED", "PASSKEY_REMOVED"]);
});
