import { createHarness } from "@convene/shared/testing/harness";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { identity } from "../definition.ts";
import { Account } from "../account/account.entity.ts";
import { PersonNews } from "../person-mail/person-news.entity.ts";
import { sendPersonNews } from "./person-news.job.ts";

const { service, db, mails, tell } = createHarness(identity);

const DEADLINE = { moment: "2041-01-07T17:00:00.000Z", timeZone: "Europe/London" };
let count = 0;

/** Somebody without an account, whose mail address is known. */
async function buildMailed(told: object = {}) {
  const name = `noor-${(count += 1)}`;
  const person = { id: `per_${name}`, address: `${name}@example.org` };
  await tellMail(person.id, { name, address: person.address, language: "ar", ...told });
  return person;
}

const tellMail = (id: string, told: object | null) =>
  tell("stakeholders", {
    ...{ type: "PersonMail", id },
    payload: told && { language: null, timeZone: null, ...told },
  });

async function notice(person: string, more: object = {}): Promise<string> {
  const id = `plk_${(count += 1)}`;
  const page = { service: "meetings", page: "poll", id };
  const said = { event: "POLL_ASKED", title: "The quarter", name: null, text: null };
  const item = { ...said, at: DEADLINE, page, ...more };
  const payload = { people: [person], moderators: false, except: null, item };
  await tell("meetings", { type: "Notice", id, payload });
  return id;
}

const waiting = (personId: string) => db().manager.findBy(PersonNews, { personId });

/** All that waits for them, as its jobs do it. */
async function send(person: string, parts = service().parts): Promise<void> {
  const run = { id: "job", attempt: 1, signal: AbortSignal.abort() };
  for (const { id } of await waiting(person)) await sendPersonNews.run(parts, { news: id }, run);
}

const mailsTo = (address: string) => mails.filter(({ to }) => to.address === address);

it("mails a personal link to somebody without an account, once, also when it is cut off", async () => {
  const { id, address } = await buildMailed();
  const link = await notice(id);
  const { parts } = service();
  const failing = { ...parts, mail: { send: () => Promise.reject(new Error("Cut off")) } };
  await expect(send(id, failing)).rejects.toThrow("Cut off");
  const [news] = await waiting(id);
  await send(id);
  await send(id);
  const [mail, ...none] = mailsTo(address);
  expect(none).toEqual([]);
  expect(mail).toMatchObject({ id: news?.id, language: "ar", to: { name: "noor-1" } });
  expect(mail?.plain).toMatch(/\/pages\/meetings\/poll\?link=[\w-]{43}/);
  expect(mail?.plain).not.toContain("/auth/account");
  expect(mail?.plain).not.toContain(link);
  expect(mail?.bounce).toMatch(/^[0-9a-f]{48}$/);
  // Once they have answered, what has told it is taken back.
  const reminder = await notice(id, { event: "POLL_REMINDER" });
  await tell("meetings", { type: "Notice", id: reminder, payload: null });
  expect(await waiting(id)).toEqual([]);
  // Of other things only those hear who have an account.
  await notice(id, { event: "MESSAGE_RECEIVED" });
  expect(await waiting(id)).toEqual([]);
});

it("mails an invitation for their calendar, to be answered by a link", async () => {
  const { id, address } = await buildMailed({ language: "fr" });
  const text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  const times = { startsAt: "2027-03-29T13:00:00.000Z", endsAt: "2027-03-29T14:30:00.000Z" };
  const invitation = { invitation: "cin_1", occurrence: null, method: "REQUEST", more: 0 };
  const calendar = { ...invitation, ...times, text, timeZone: "Europe/London", joinUrl: null };
  await notice(id, { event: "MEETING_INVITED", calendar });
  await send(id);
  const [mail] = mailsTo(address);
  expect(mail).toMatchObject({ kind: "meeting", language: "fr", calendar: { method: "REQUEST" } });
  expect(mail?.plain).toMatch(/\/calendar\/replies\/cin_1\//);
  // Nobody knows which clock they have.
  expect(mail?.plain).not.toContain("(UTC)");
});

it("is stopped by one POST without an account, whoever enters the address again", async () => {
  const { id, address } = await buildMailed({ language: "en" });
  await notice(id);
  await send(id);
  const stop = new URL(mailsTo(address)[0]?.unsubscribe ?? "");
  const path = stop.pathname + stop.search;
  const browser = new PageBrowser(service());
  expect((await browser.get(path)).text).toContain("Stop these mails?");
  await notice(id);
  expect(await waiting(id)).toHaveLength(1);
  expect((await browser.post(path, "List-Unsubscribe=One-Click")).status).toBe(200);
  expect(await waiting(id)).toEqual([]);
  await tellMail("per_again", { name: "Again", address });
  await notice("per_again");
  await send("per_again");
  expect(mailsTo(address)).toHaveLength(1);
});

it("sends nothing to an address from which mail comes back", async () => {
  const { id, address } = await buildMailed();
  await notice(id);
  await send(id);
  const recipient = `bounce+${mailsTo(address)[0]?.bounce ?? ""}@mail.example.org`;
  const report = JSON.stringify({ recipient, status: "5.1.1" });
  await new PageBrowser(service()).post("/auth/bounces", report);
  await notice(id);
  await send(id);
  expect(mailsTo(address)).toHaveLength(1);
  expect(await waiting(id)).toEqual([]);
});

it("waits for their morning, where their zone is known", async () => {
  // At this hour it is three in the night there; the sign of these names is turned around.
  const hours = (3 - new Date().getUTCHours() + 24) % 24;
  const timeZone = hours > 12 ? `Etc/GMT+${24 - hours}` : `Etc/GMT-${hours}`;
  const { id, address } = await buildMailed({ timeZone });
  await notice(id);
  await send(id);
  expect(mailsTo(address)).toEqual([]);
  expect(await waiting(id)).toHaveLength(1);
  // What is of no use in the morning goes at once.
  const soon = new Date(Date.now() + 60_000).toISOString();
  await notice(id, { at: { moment: soon, timeZone: "UTC" } });
  await send(id);
  expect(mailsTo(address)).toHaveLength(1);
});

it("writes to whoever has an account at its address, and forgets an address that is taken away", async () => {
  const { id, address } = await buildMailed();
  await notice(id);
  await tellMail(id, null);
  expect(await waiting(id)).toEqual([]);
  await tellMail(id, { name: "Noor", address });
  const account = await buildAccount(service(), { email: "proven@example.org" });
  await db().manager.update(Account, account.id, { personId: id });
  await notice(id);
  expect(await waiting(id)).toEqual([]);
  const left: unknown[] = await db().query("SELECT 1 FROM notification WHERE account_id = $1", [
    account.id,
  ]);
  expect(left).toHaveLength(1);
});
