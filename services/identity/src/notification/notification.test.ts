import { createHarness } from "@convene/shared/testing/harness";
import { jobSchemaOf } from "@convene/shared/database/provision";
import { buildViewer } from "@convene/shared/testing/viewers";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import type { Account } from "../account/account.entity.ts";
import { identity } from "../definition.ts";
import { Notification } from "./notification.entity.ts";
import { sendNotifications } from "./notification.job.ts";

const { service, db, execute, mails, tell } = createHarness(identity);

const ANY = { quietHours: null };
let count = 0;
const notice = ({ personId }: Account, title: string, text: string | null = null) =>
  tell("stakeholders", {
    type: "Notice",
    id: `ntc_${(count += 1)}`,
    payload: {
      ...{ people: [personId], moderators: false, except: null },
      item: { event: "MESSAGE_RECEIVED", title, name: "Bo", text },
    },
  });

const UPDATE = `mutation ($input: UpdateNotificationPreferencesInput!) {
  updateNotificationPreferences(input: $input) { language timeZone kinds { kind frequency } } }`;
const choose = ({ id }: Account, input: object) =>
  execute(UPDATE, { viewer: buildViewer({ id }), input });

const waiting = ({ id }: Account) =>
  db().manager.find(Notification, { where: { accountId: id }, order: { id: "ASC" } });
const jobsOf = async ({ id }: Account) => {
  const [{ schema }]: [{ schema: string }] = await db().query("SELECT current_schema() AS schema");
  return db().query<{ data: { data: { until: string; only: string | null } } }[]>(
    `SELECT data FROM ${jobSchemaOf(schema)}.job WHERE data->'data'->>'account' = $1`,
    [id],
  );
};
const run = async (account: Account, mailer = service().parts.mail, id = "job-1") => {
  const until = new Date(Date.now() + 1e11).toISOString();
  const parts = { ...service().parts, mail: mailer };
  const signal = AbortSignal.abort();
  const data = { account: account.id, until, only: null };
  await sendNotifications.run(parts, data, { id, attempt: 1, signal });
};
const mailsTo = ({ email }: Account) => mails.filter(({ to }) => to.address === email);

it("collects a day's news into one mail, also when it is cut off in the middle", async () => {
  const ada = await buildAccount(service(), { email: "ada@example.org" });
  const kinds = [{ kind: "MESSAGE", frequency: "DAILY" }];
  const { data } = await choose(ada, { language: "fr", timeZone: "Asia/Manila", kinds, ...ANY });
  expect(data.updateNotificationPreferences).toEqual({
    language: "fr",
    timeZone: "Asia/Manila",
    kinds: [
      { kind: "MESSAGE", frequency: "DAILY" },
      { kind: "DECISION", frequency: "AT_ONCE" },
      { kind: "REPORT", frequency: "DAILY" },
      { kind: "POLL", frequency: "AT_ONCE" },
      { kind: "CALL", frequency: "AT_ONCE" },
      { kind: "SEARCH", frequency: "WEEKLY" },
      { kind: "MEETING", frequency: "AT_ONCE" },
      { kind: "AGENDA", frequency: "AT_ONCE" },
      { kind: "ACTION", frequency: "AT_ONCE" },
    ],
  });
  await notice(ada, "Une première", "Bonjour <b>");
  await notice(ada, "Une deuxième");
  const [one, other] = await waiting(ada);
  expect(one?.dueAt).toEqual(other?.dueAt);
  expect(one?.dueAt.toISOString()).toContain("T00:00:00.000Z");
  expect(await jobsOf(ada)).toHaveLength(1);

  const died = { send: () => Promise.reject(new Error("killed")) };
  await expect(run(ada, died)).rejects.toThrow("killed");
  // What comes in between is of the next mail, and no other job takes what this one has.
  await notice(ada, "Une troisième");
  await run(ada);
  await run(ada);
  expect(mailsTo(ada)).toHaveLength(2);
  const [mail, next] = mailsTo(ada);
  expect(mail).toMatchObject({ id: "job-1", language: "fr", subject: "2 nouvelles de Convene" });
  expect(mail?.plain).toContain("Message de Bo : Une deuxième");
  expect(mail?.html).toContain("Bonjour &lt;b&gt;");
  expect(next?.subject).toBe("Message de Bo : Une troisième");
  expect(await waiting(ada)).toEqual([]);
});

it("tells of a saved search that has found something, and once in a mail", async () => {
  const eve = await buildAccount(service(), { email: "eve@example.org" });
  const item = { event: "SEARCH_FOUND", title: "Housing", name: null, text: null };
  const payload = { people: [eve.personId], moderators: false, except: null, item };
  const found = ["ntc_found_1", "ntc_found_2"].map((id) => ({ type: "Notice", id, payload }));
  await tell("discovery", ...found);
  expect((await waiting(eve)).map(({ kind }) => kind)).toEqual(["SEARCH", "SEARCH"]);
  await run(eve, undefined, "job-3");
  expect(mailsTo(eve)).toMatchObject([{ subject: "New in your saved search: Housing" }]);
});

it("mails what waits as is chosen now, and forgets what nobody wants", async () => {
  const bea = await buildAccount(service(), { email: "bea@example.org" });
  const wish = (frequency: string) => choose(bea, { kinds: [{ kind: "MESSAGE", frequency }] });
  await wish("QUARTERLY");
  await notice(bea, "One");
  const [before] = await waiting(bea);
  await wish("AT_ONCE");
  const [after] = await waiting(bea);
  expect(after?.id).toBe(before?.id);
  expect(after?.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
  expect((await jobsOf(bea)).map(({ data }) => data.data.only)).toContain(after?.id);
  await wish("NEVER");
  await notice(bea, "Two");
  expect(await waiting(bea)).toEqual([]);
});

it("stops mails by one POST from anywhere, and never by a GET", async () => {
  const cleo = await buildAccount(service(), { email: "cleo@example.org" });
  await choose(cleo, { language: "es" });
  await notice(cleo, "Hola");
  await run(cleo, undefined, "job-2");
  const url = new URL(mailsTo(cleo)[0]?.unsubscribe ?? "");
  expect(mailsTo(cleo)[0]?.plain).toContain(url.href);
  const path = `${url.pathname}${url.search}`;
  const stranger = new PageBrowser(service());
  const asked = await stranger.get(path);
  expect(asked.text).toContain("¿Dejar de recibir estos correos?");
  const frequency = async () => {
    const query = "{ me { notificationPreferences { kinds { kind frequency } } } }";
    const { data } = await execute(query, { viewer: buildViewer({ id: cleo.id }) });
    return data.me.notificationPreferences.kinds[0].frequency;
  };
  expect(await frequency()).toBe("AT_ONCE");
  expect((await stranger.oneClick(`${path}x`)).status).toBe(404);
  expect((await stranger.oneClick("/auth/unsubscribe?token=e30.e30")).status).toBe(404);
  expect((await stranger.oneClick(path)).status).toBe(200);
  expect(await frequency()).toBe("NEVER");
});

it("lets people choose on a page in their language, and refuses everybody else", async () => {
  const dora = await buildAccount(service(), { email: "dora@example.org" });
  await choose(dora, { language: "ru" });
  const browser = await PageBrowser.of(service(), dora);
  expect((await browser.get("/auth/account/mail")).text).toContain("Настройки почты");
  const form = { MESSAGE: "WEEKLY", REPORT: "often", language: "zh", timeZone: "Europe/Paris" };
  expect((await browser.send("/auth/account/mail", form)).status).toBe(303);
  const { text } = await browser.get("/auth/account/mail");
  expect(text).toContain("邮件偏好");
  expect(text).toMatch(/"WEEKLY" selected/);
  const bad = { ...form, timeZone: "Mars/Olympus" };
  expect((await browser.send("/auth/account/mail", bad)).status).toBe(400);
  expect((await new PageBrowser(service()).get("/auth/account/mail")).status).toBe(303);
  const codeOf = async (viewer: ReturnType<typeof buildViewer> | null, input = {}) =>
    (await execute(UPDATE, { viewer, input })).errors?.[0]?.extensions["code"];
  expect(await codeOf(null)).toBe("UNAUTHENTICATED");
  expect(await codeOf(buildViewer({ kind: "link" }))).toBe("FORBIDDEN");
  expect(await codeOf(buildViewer({ id: "acc_none" }))).toBe("FORBIDDEN");
  expect(await codeOf(buildViewer({ id: dora.id }), { language: "de" })).toBe("BAD_USER_INPUT");
});

it("leads to the page of a poll by a link that is kept nowhere, and not once it is answered", async () => {
  const fay = await buildAccount(service(), { email: "fay@example.org" });
  await choose(fay, { language: "en", timeZone: "Africa/Nairobi", kinds: [], ...ANY });
  const asked = {
    ...{ people: [fay.personId], moderators: false, except: null },
    item: {
      ...{ event: "POLL_ASKED", title: "The quarter", name: null, text: null },
      at: { moment: "2041-01-07T17:00:00.000Z", timeZone: "Europe/London" },
      page: { service: "meetings", page: "poll", id: "plk_fay" },
    },
  };
  await tell("meetings", { type: "Notice", id: "plk_fay", payload: asked });
  const kept = JSON.stringify([await waiting(fay), await jobsOf(fay)]);
  await run(fay, service().parts.mail, "job-fay");
  const [mail] = mailsTo(fay);
  expect(mail?.subject).toMatch(/When can you meet\? The quarter \(answer until .*20:00, Africa/);
  const [, token = ""] = /pages\/meetings\/poll\?link=([\w-]{43})/.exec(mail?.plain ?? "") ?? [];
  expect(token).not.toBe("");
  expect(kept).not.toContain(token);
  await choose(fay, { kinds: [{ kind: "POLL", frequency: "DAILY" }] });
  const item = { ...asked.item, event: "POLL_REMINDER" };
  await tell("meetings", { type: "Notice", id: "plk_fay:1", payload: { ...asked, item } });
  expect(await waiting(fay)).toHaveLength(1);
  await tell("meetings", { type: "Notice", id: "plk_fay:1", payload: null });
  expect(await waiting(fay)).toEqual([]);
});

it("says how many actions are open before a meeting, and the first of them", async () => {
  const kim = await buildAccount(service(), { email: "kim@example.org" });
  await choose(kim, { language: "en", timeZone: "UTC", kinds: [], ...ANY });
  const at = { moment: "2027-01-14T14:00:00.000Z", timeZone: "UTC" };
  const said = { event: "ACTION_NUDGE", title: "Quarterly", name: null, text: "Write", at };
  const everybody = { people: [kim.personId], moderators: false, except: null };
  const payload = { ...everybody, item: { ...said, count: 3 } };
  await tell("meetings", { type: "Notice", id: "ntc_nudge", payload });
  await run(kim, service().parts.mail, "job-nudge");
  const [mail] = mailsTo(kim);
  expect(mail?.subject).toMatch(
    /^3 actions of yours are still open before Quarterly \(Thursday.* 14 January 2027 at 14:00, UTC\)/,
  );
  expect(mail?.plain).toContain("Write");
});
