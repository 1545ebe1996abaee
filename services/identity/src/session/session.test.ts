import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import type { Account } from "../account/account.entity.ts";
import { insertAccount } from "../account/account.service.ts";
import { identity } from "../definition.ts";
import { createBetterAuth, openedSession } from "../sign-in/sign-in.auth.ts";
import { forgetEndedSessions } from "./session.service.ts";

const { service, db, execute } = createHarness(identity);
const ORIGIN = "https://convene.test";
const DAY = 86_400_000;

let ada: Account;
beforeAll(async () => {
  const account = { name: "Ada", email: "ada@example.org", emailVerified: true, platform: [] };
  ada = await service().parts.transactions.write((tx) => insertAccount(tx, account));
});
beforeEach(() => db().query("DELETE FROM session"));

const door = () => {
  const { auth } = service();
  if (!auth) throw new Error("identity signs people in");
  return auth;
};

const open = async (cookie: string) => {
  const asked = { method: "GET", path: "/auth/account", origin: ORIGIN, body: "" } as const;
  const { status, headers } = await door().answer({ ...asked, headers: { cookie }, client: null });
  const [set] = headers.filter(([name]) => name === "set-cookie").map(([, value]) => value);
  return { status, cookie: set?.split(";")[0] ?? null };
};

async function signIn(headers = new Headers()): Promise<string> {
  const [set = ""] = await openedSession(createBetterAuth(service().parts), ada.id, headers);
  expect(set).toContain(`Max-Age=${(90 * DAY) / 1000}`);
  return set.split(";")[0] ?? "";
}

/** As if somebody had signed in, and used the session, and been given its token, so long ago. */
const agedBy = (days: { signedIn: number; used: number; rotated: number; left: number }) =>
  db().query(
    `UPDATE session SET created_at = now() - make_interval(days => $1),
       updated_at = now() - make_interval(days => $2),
       rotated_at = now() - make_interval(days => $3),
       expires_at = now() + make_interval(days => $4)`,
    [days.signedIn, days.used, days.rotated, days.left],
  );

/** In days from now. */
async function endsIn(): Promise<number | null> {
  const [row] = await db().query<{ expires_at: Date }[]>("SELECT expires_at FROM session");
  return row ? Math.round((row.expires_at.getTime() - Date.now()) / DAY) : null;
}

it("ends two weeks after it was used last", async () => {
  const cookie = await signIn();
  expect(await endsIn()).toBe(14);
  await agedBy({ signedIn: 10, used: 10, rotated: 0, left: 4 });
  expect(await door().session(cookie)).toMatchObject({ id: ada.id });
  expect(await endsIn()).toBe(14);
  await agedBy({ signedIn: 20, used: 20, rotated: 0, left: -1 });
  expect(await door().session(cookie)).toBeNull();
  expect((await open(cookie)).status).toBe(303);
});

it("is not written to at every use", async () => {
  const cookie = await signIn();
  await agedBy({ signedIn: 1, used: 0, rotated: 0, left: 4 });
  await door().session(cookie);
  expect(await endsIn()).toBe(4);
});

it("ends ninety days after they signed in, however often it is used", async () => {
  const cookie = await signIn();
  await agedBy({ signedIn: 88, used: 2, rotated: 2, left: 1 });
  await door().session(cookie);
  expect(await endsIn()).toBe(2);
  await agedBy({ signedIn: 89, used: 2, rotated: 2, left: 1 });
  expect((await open(cookie)).cookie).not.toBeNull();
  expect(await endsIn()).toBe(1);
  await db().query("UPDATE session SET expires_at = now() - interval '1 second'");
  await forgetEndedSessions(db());
  expect(await endsIn()).toBeNull();
});

it("has a new token every day that its owner comes to the account, and the old is worth nothing", async () => {
  const old = await signIn();
  expect((await open(old)).cookie).toBeNull();
  await agedBy({ signedIn: 3, used: 0, rotated: 1, left: 10 });
  const { status, cookie } = await open(old);
  expect(status).toBe(200);
  expect(cookie).not.toBe(old);
  expect(await door().session(old)).toBeNull();
  expect(await door().session(cookie ?? "")).toMatchObject({ id: ada.id });
  expect((await open(cookie ?? "")).cookie).toBeNull();
  // It is the same session, in the same list.
  const sessions = "{ me { sessions { id } } }";
  const { data } = await execute(sessions, { viewer: buildViewer({ id: ada.id }) });
  expect(data?.me.sessions).toHaveLength(1);
});

it("is another after signing in, whatever cookie the browser had before", async () => {
  const planted = await signIn();
  const cookie = await signIn(new Headers({ cookie: planted }));
  expect(cookie).not.toBe(planted);
});
