import { createHash, createHmac } from "node:crypto";
import { createHarness } from "@convene/shared/testing/harness";
import { changesToTell } from "../../test/security-changes.ts";
import type { Account } from "../account/account.entity.ts";
import { insertAccount } from "../account/account.service.ts";
import { identity } from "../definition.ts";
import { keepPassword } from "../password/password.auth.ts";
import { createBetterAuth, openedSession } from "../sign-in/sign-in.auth.ts";
import { newNonce, signInToken } from "../sign-in/sign-in-link.value.ts";

const { service, db } = createHarness(identity);
const ORIGIN = "https://convene.test";
const HOME = "/auth/account/second-factor";
const PASSWORD = "violet tractor umbrella 7 sonata";

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

const auth = () => createBetterAuth(service().parts);
const cookiesOf = (set: readonly string[]) =>
  set.map((cookie) => cookie.split(";")[0] ?? "").filter((cookie) => !cookie.endsWith("="));

const signedIn = async () =>
  cookiesOf(await openedSession(auth(), ada.id, new Headers())).join("; ");

async function send(path: string, form: Record<string, string>, cookie = "") {
  const { status, headers, body } = await door().answer({
    method: "POST",
    path,
    origin: ORIGIN,
    headers: { "content-type": "application/x-www-form-urlencoded", origin: ORIGIN, cookie },
    body: new URLSearchParams(form).toString(),
    client: null,
  });
  const set = headers.filter(([name]) => name === "set-cookie").map(([, value]) => value);
  const location = headers.find(([name]) => name === "location")?.[1] ?? null;
  return { status, body, location, cookie: cookiesOf(set).join("; ") };
}

const whom = async (cookie: string) => (await door().session(sessionIn(cookie)))?.id ?? null;
const sessionIn = (cookie: string) =>
  cookie.split("; ").find((part) => part.includes("session_token=")) ?? "";

/** RFC 6238 with SHA-1, as every app has it. */
function codeOf(secret: string, at = Date.now()): string {
  const bits = Array.from(secret.replaceAll("=", ""))
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter))
    .map((value) => value.toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac("sha1", key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** What the app shows next, which is taken for clocks that differ. */
const nextCode = (secret: string) => codeOf(secret, Date.now() + 30_000);

/** Sets the app up. */
async function setUp(cookie: string, password = "") {
  const { body } = await send(HOME, { password }, cookie);
  const secret = /type this into it: <code>([A-Z2-7=]+)<\/code>/.exec(body)?.[1] ?? "";
  const codes = [...body.matchAll(/<li><code>([\w-]+)<\/code>/g)].map(([, code = ""]) => code);
  return { body, secret, codes };
}

/** The link that is mailed, as far as better-auth goes. */
async function openLink() {
  const { parts } = service();
  const token = signInToken(parts.site.keyFor("sign-in-link"), newNonce());
  const identifier = createHash("sha256").update(token).digest("base64url");
  await db().query(
    `INSERT INTO verification (id, identifier, value, created_at, updated_at, expires_at)
     VALUES ($1, $2, $3, now(), now(), now() + interval '15 minutes')`,
    [`idt_${identifier}`, identifier, JSON.stringify({ email: ada.email, attempt: 0 })],
  );
  return send("/auth/link", { token });
}

it("is in force once a code was given, and asked for after a link and after a password", async () => {
  const cookie = await signedIn();
  const { body, secret, codes } = await setUp(cookie);
  expect(body).toContain("<svg");
  expect(codes).toHaveLength(10);
  expect((await send(`${HOME}/confirm`, { code: "000000" }, cookie)).status).toBe(400);
  expect((await openLink()).location).toBe("/auth/account");
  const on = await send(`${HOME}/confirm`, { code: codeOf(secret) }, cookie);
  expect(on.location).toBe(HOME);
  expect(await whom(on.cookie)).toBe(ada.id);

  const half = await openLink();
  expect(half.location).toBe("/auth/second-factor");
  expect(await whom(half.cookie)).toBeNull();
  expect((await send("/auth/second-factor", { code: "000000" }, half.cookie)).status).toBe(400);
  const whole = await send("/auth/second-factor", { code: nextCode(secret) }, half.cookie);
  expect(whole.location).toBe("/auth/account");
  expect(await whom(whole.cookie)).toBe(ada.id);

  await keepPassword(auth(), { account: ada.id, password: PASSWORD }, new Headers());
  const byPassword = await send("/auth/password", { email: ada.email, password: PASSWORD });
  expect(byPassword.location).toBe("/auth/second-factor");
  expect(await whom(byPassword.cookie)).toBeNull();
});

it("takes each code of the app once, also when it is given twice at the same moment", async () => {
  const cookie = await signedIn();
  const { secret } = await setUp(cookie);
  const confirming = codeOf(secret);
  await send(`${HOME}/confirm`, { code: confirming }, cookie);
  const enter = async (code: string) =>
    send("/auth/second-factor", { code }, (await openLink()).cookie);
  expect((await enter(confirming)).status).toBe(400);
  const code = nextCode(secret);
  const halves = [await openLink(), await openLink()];
  const both = await Promise.all(
    halves.map((half) => send("/auth/second-factor", { code }, half.cookie)),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 400]);
  const refused = both.find(({ status }) => status === 400);
  expect(await whom(refused?.cookie ?? "")).toBeNull();
  expect((await enter(code)).status).toBe(400);
  // The one of the setup, which got a new token, and the one that was let in.
  expect(await db().query("SELECT 1 FROM session")).toHaveLength(2);
  expect(JSON.stringify(await db().query("SELECT * FROM used_code"))).not.toContain(code);
});

it("is replaced by a code for emergencies, each of which works once", async () => {
  const cookie = await signedIn();
  const { secret, codes } = await setUp(cookie);
  await send(`${HOME}/confirm`, { code: codeOf(secret) }, cookie);
  const [code = ""] = codes;
  const first = await send("/auth/second-factor", { code }, (await openLink()).cookie);
  expect(await whom(first.cookie)).toBe(ada.id);
  const again = await send("/auth/second-factor", { code }, (await openLink()).cookie);
  expect(again.status).toBe(400);
});

it("cannot be guessed: five tries for a sign-in", async () => {
  const cookie = await signedIn();
  const { secret } = await setUp(cookie);
  await send(`${HOME}/confirm`, { code: codeOf(secret) }, cookie);
  const half = await openLink();
  for (let tries = 0; tries < 5; tries += 1) {
    await send("/auth/second-factor", { code: "000000" }, half.cookie);
  }
  const late = await send("/auth/second-factor", { code: codeOf(secret) }, half.cookie);
  expect(late.status).toBe(400);
});

it("is turned on and off by somebody who has just signed in, with their password if they have one", async () => {
  const email = "noor@example.org";
  await db().query("UPDATE user_account SET email = $1", [email]);
  ada.email = email;
  const set = await keepPassword(auth(), { account: ada.id, password: PASSWORD }, new Headers());
  const cookie = cookiesOf(set).join("; ");
  expect((await setUp(cookie, "wrong")).body).toContain("This is not your password.");
  const { secret } = await setUp(cookie, PASSWORD);
  const on = await send(`${HOME}/confirm`, { code: codeOf(secret) }, cookie);
  expect((await send(`${HOME}/remove`, { password: "wrong" }, on.cookie)).status).toBe(400);
  const off = await send(`${HOME}/remove`, { password: PASSWORD }, on.cookie);
  expect(off.location).toBe(HOME);
  const told = await changesToTell(db(), email);
  expect(told.slice(-2)).toEqual(["SECOND_FACTOR_ON", "SECOND_FACTOR_OFF"]);
  expect((await openLink()).location).toBe("/auth/account");
  await db().query("UPDATE session SET created_at = now() - interval '16 minutes'");
  expect((await send(HOME, {}, off.cookie)).body).toContain("Sign in once more");
});

it("keeps nothing readable of its secrets", async () => {
  const { secret, codes } = await setUp(await signedIn());
  const rows = await db().query("SELECT to_jsonb(s)::text AS row FROM second_factor AS s");
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(secret.replaceAll("=", ""));
  for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code);
});
