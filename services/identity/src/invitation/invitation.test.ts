import { setTimeout } from "node:timers/promises";
import { createHarness } from "@convene/shared/testing/harness";
import { newId } from "@convene/shared/type-id";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { startJobs } from "../../test/start-jobs.ts";
import { PlatformRole } from "../account/account.enum.ts";
import { identity } from "../definition.ts";
import { INVITATION_KEY, invitationToken } from "./invitation-token.value.ts";
import { InvitationService } from "./invitation.service.ts";

const { service, tell, told, mails, db } = createHarness(identity);

const payload = {
  network: "UK network",
  organisation: "Ferrybridge Shelter",
  email: "owner@example.org",
  language: "fr" as string | null,
  mailings: 1,
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  isRevoked: false,
  outcome: null as "ACCEPTED" | "REFUSED" | null,
};

/** As stakeholders tell of it. */
const tellOf = (id: string, overrides: Partial<typeof payload> = {}) =>
  tell("stakeholders", { type: "Invitation", id, payload: { ...payload, ...overrides } });

const tokenOf = (invitation: string, mailing = 1) =>
  invitationToken(service().parts.site.keyFor(INVITATION_KEY), { invitation, mailing });

const invitations = () => new InvitationService(service().parts);
const byLink = (token: string) => ({ token, id: "", by: null });
const stageOf = async (token: string) => (await invitations().find(byLink(token)))?.stage ?? null;
const accept = (token: string, name: string) => invitations().accept(byLink(token), name);

const accepted = async (id: string) =>
  (await told("Acceptance")).find((change) => change.id === id)?.payload;

let working = false;

/** What the jobs have sent to somebody, once there are so many. */
async function sentTo(address: string, many: number) {
  if (!working) await startJobs(service());
  working = true;
  const sent = () => mails.filter(({ to }) => to.address === address);
  for (let tries = 0; sent().length < many && tries < 400; tries += 1) await setTimeout(50);
  expect(sent()).toHaveLength(many);
  return sent().map(({ language, subject, plain }) => {
    const link = new URL(/https:\/\/convene\.test\/\S+/.exec(plain)?.[0] ?? "");
    return { language, subject, query: Object.fromEntries(link.searchParams) };
  });
}

it("mails an invitation in its language once for each mailing, also when the feed is read again", async () => {
  const id = newId("inv");
  await tellOf(newId("inv"), { isRevoked: true });
  await tellOf(id);
  const [first] = await sentTo(payload.email, 1);
  expect(first).toMatchObject({ language: "fr", subject: "Invitation à rejoindre UK network" });
  await tellOf(id, { mailings: 2 });
  await service().parts.feeds.rebuild();
  const [, second] = await sentTo(payload.email, 2);
  // Only the link of the last mail is good.
  const [older, newer] = [first?.query["token"] ?? "", second?.query["token"] ?? ""];
  expect([await stageOf(older), await stageOf(newer)]).toEqual([null, "NO_ACCOUNT"]);
  expect(await accept(older, "Bo")).toBeNull();
  expect(await stageOf(newer.replace(".2.", ".3."))).toBeNull();
  // Nothing that is stored holds it.
  const stored = await db().query<{ found: string }[]>(
    "SELECT to_jsonb(t)::text AS found FROM invitation AS t",
  );
  expect(JSON.stringify(stored)).not.toContain(newer.split(".").at(-1));
});

it("makes an account of its address, once, until it is taken back or over", async () => {
  const id = newId("inv");
  const email = "once@example.org";
  await tellOf(id, { email });
  const token = tokenOf(id);
  await expect(accept(token, " ")).rejects.toThrow("name must not be blank");
  await tellOf(id, { email, isRevoked: true });
  expect(await accept(token, "Bo")).toBeNull();
  await tellOf(id, { email, expiresAt: "2020-01-01T00:00:00.000Z" });
  expect(await stageOf(token)).toBeNull();
  // Somebody else was first.
  await tellOf(id, { email, outcome: "REFUSED" });
  expect(await stageOf(token)).toBeNull();
  await tellOf(id, { email });
  const both = await Promise.all(["Bo", "Eve"].map((name) => accept(token, name)));
  const [made, ...more] = both.flatMap((found) => found?.made ?? []);
  expect([made?.email, made?.emailVerified, more.length]).toEqual([email, true, 0]);
  expect(await accepted(id)).toEqual({ person: made?.personId });
  expect(await stageOf(token)).toBeNull();
});

it("opens nobody's account: an administrator who is invited accepts by a session of their own", async () => {
  const id = newId("inv");
  const [email, platform] = ["ada@example.org", [PlatformRole.ADMIN]];
  const ada = await buildAccount(service(), { name: "Ada Okafor", email, platform });
  const other = await buildAccount(service(), { email: "other@example.org" });
  await tellOf(id, { email, language: null });
  const token = tokenOf(id);
  const thief = new PageBrowser(service());
  const page = await thief.get(`/auth/invitation?token=${token}`);
  expect(page.text).toContain("has an account here already");
  expect(page.text).not.toContain("Ada");
  const answer = await thief.send("/auth/invitation", { token, name: "Eve" });
  expect([answer.status, await thief.account()]).toEqual([200, null]);
  const known = await PageBrowser.of(service(), other);
  expect(await known.send("/auth/invitation", { token, name: "Eve" })).toEqual(answer);
  expect((await known.get(`/auth/invitation?id=${id}`)).status).toBe(410);
  expect(await accepted(id)).toBeUndefined();

  const signIn = (await sentTo(email, 2)).find(({ query }) => query["invitation"] === id);
  expect(signIn?.subject).toBe("Your link to sign in");
  const owner = new PageBrowser(service());
  const { location } = await owner.send("/auth/link", signIn?.query ?? {});
  expect([location, await owner.account()]).toEqual([`/auth/invitation?id=${id}`, ada.id]);
  expect((await owner.get(location)).text).toContain("Accept the invitation");
  expect((await owner.send("/auth/invitation", { id })).location).toBe(location);
  expect(await accepted(id)).toEqual({ person: ada.personId });
  expect((await known.get(location)).status).toBe(410);
});

it("tells whoever has accepted what came of it", async () => {
  const id = newId("inv");
  const email = "outcome@example.org";
  await tellOf(id, { email });
  const owner = new PageBrowser(service());
  const { location } = await owner.send("/auth/invitation", { token: tokenOf(id), name: "Bo" });
  expect((await owner.get(location)).text).toContain("One moment more");
  await tellOf(id, { email, outcome: "ACCEPTED" });
  expect((await owner.get(location)).text).toContain("is yours to look after");
  await tellOf(id, { email, outcome: "REFUSED" });
  expect((await owner.get(location)).text).toContain("was not given to you");
});

it("makes one account of two invitations that a new address accepts at once", async () => {
  const ids = [newId("inv"), newId("inv")];
  for (const id of ids) await tellOf(id, { email: "twice@example.org" });
  const found = await Promise.all(ids.map((id) => accept(tokenOf(id), "Bo")));
  const stages = found.map((one) => one?.stage ?? "").sort();
  expect(stages).toEqual(["ACCEPTED", "OTHER_ACCOUNT"]);
});

it("keeps nothing of an invitation that is forgotten, nor tells of it", async () => {
  const id = newId("inv");
  await tellOf(id, { email: "gone@example.org" });
  await accept(tokenOf(id), "Bo");
  await tell("stakeholders", { type: "Invitation", id, payload: null });
  expect(await accepted(id)).toBeNull();
  expect(await db().query("SELECT 1 FROM invitation WHERE id = $1", [id])).toEqual([]);
  expect(await stageOf(tokenOf(id))).toBeNull();
});

it("is stopped by one click from no page: no network mails the address any more, and is told", async () => {
  const [id, another] = [newId("inv"), newId("inv")];
  const email = "tired@example.org";
  await tellOf(id, { email });
  await sentTo(email, 1);
  const link = new URL(mails.find(({ to }) => to.address === email)?.unsubscribe ?? "");
  const path = `${link.pathname}${link.search}`;
  const stranger = new PageBrowser(service());
  expect((await stranger.get(path)).text).toContain("Ne plus recevoir ces messages");
  expect((await stranger.oneClick(path.slice(0, -1))).status).toBe(404);
  const stops = async () => (await told("InvitationStop")).map((change) => change.id);
  expect(await stops()).toEqual([]);
  for (const answer of [await stranger.oneClick(path), await stranger.oneClick(path)]) {
    expect(answer.status).toBe(200);
  }
  expect(await stops()).toEqual([id]);
  await tellOf(another, { email, network: "Another network" });
  for (let tries = 0; (await stops()).length < 2 && tries < 400; tries += 1) await setTimeout(50);
  expect((await stops()).toSorted()).toEqual([id, another].toSorted());
  await sentTo(email, 1);
  expect(await stageOf(tokenOf(id))).toBe("NO_ACCOUNT");
  const kept = await db().query("SELECT to_jsonb(t)::text AS row FROM stopped_address AS t");
  expect([kept.length, JSON.stringify(kept).includes("tired")]).toEqual([1, false]);
});
