import { REPLY_KEY, repliedTo } from "@convene/shared/notice/reply-link";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { buildAccount } from "../../test/page-browser.ts";
import { identity } from "../definition.ts";
import { Notification } from "./notification.entity.ts";
import { sendNotifications } from "./notification.job.ts";

const { service, db, execute, mails, tell } = createHarness(identity);

const CALENDAR = {
  ...{ invitation: "cin_1", occurrence: null, method: "REQUEST", more: 0 },
  text: "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  ...{ startsAt: "2027-03-29T13:00:00.000Z", endsAt: "2027-03-29T14:30:00.000Z" },
  ...{ timeZone: "Europe/London", joinUrl: "https://meet.example.org/q" },
};

const notice = (id: string, person: string, more: object = {}) =>
  tell("meetings", {
    type: "Notice",
    id,
    payload: {
      ...{ people: [person], moderators: false, except: null },
      item: { event: "MEETING_INVITED", title: "Quarterly", name: null, text: null, ...more },
    },
  });

it("mails each invitation by itself, in the recipient's language and on their clock, to be answered", async () => {
  const ada = await buildAccount(service(), { email: "ada@example.org" });
  const query = `mutation ($input: UpdateNotificationPreferencesInput!) {
    updateNotificationPreferences(input: $input) { language } }`;
  const kinds = [{ kind: "MESSAGE", frequency: "DAILY" }];
  const input = { language: "fr", timeZone: "Asia/Manila", quietHours: null, kinds };
  await execute(query, { viewer: buildViewer({ id: ada.id }), input });
  await notice("ntc_1", ada.personId, { calendar: CALENDAR });
  const cancel = {
    ...CALENDAR,
    method: "CANCEL",
    joinUrl: null,
    occurrence: "2027-03-29T14:00:00",
  };
  await notice("ntc_2", ada.personId, { event: "MEETING_CANCELLED", calendar: cancel });
  const waiting = await db().manager.find(Notification, { order: { id: "ASC" } });
  const until = new Date(Date.now() + 1e6).toISOString();
  const run = (only: string | null, id: string) =>
    sendNotifications.run(service().parts, { account: ada.id, until, only }, { id, ...ATTEMPT });
  // What is collected for a day takes none of them with it.
  await run(null, "digest");
  expect(mails).toEqual([]);
  for (const { id } of waiting) await run(id, `of-${id}`);
  const [invited, cancelled] = mails;
  expect(invited).toMatchObject({
    ...{ kind: "meeting", language: "fr", subject: "Invitation : Quarterly" },
    calendar: { method: "REQUEST", text: CALENDAR.text },
  });
  expect(invited?.plain).toContain("lundi 29 mars 2027");
  expect(invited?.plain).toContain("14:00");
  expect(invited?.plain).toMatch(/21:00.*\(Asia\/Manila\)/);
  expect(invited?.plain).toContain("https://meet.example.org/q");
  const link = /https?:\S+\/calendar\/replies\/\S+/.exec(invited?.plain ?? "")?.[0] ?? "";
  const key = service().parts.site.keyFor(REPLY_KEY);
  expect(repliedTo(key, new URL(link).pathname)).toBe("cin_1");
  expect(repliedTo(key, new URL(link).pathname.replace("cin_1", "cin_2"))).toBeNull();
  expect(cancelled).toMatchObject({
    subject: "Annulée : Quarterly",
    calendar: { method: "CANCEL" },
  });
  expect(cancelled?.plain).not.toContain("/calendar/replies/");
});

const ATTEMPT = { attempt: 1, signal: AbortSignal.abort() };
