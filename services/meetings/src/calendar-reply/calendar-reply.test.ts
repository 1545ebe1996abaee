import { REPLY_KEY, replyPath } from "@convene/shared/notice/reply-link";
import type { PageRequest } from "@convene/shared/page/page-door";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, localFromNow, QUARTERLY } from "../../test/factories.ts";
import { CalendarInvitation } from "../calendar-invitation/calendar-invitation.entity.ts";
import { CalendarInvitationService } from "../calendar-invitation/calendar-invitation.service.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { db, execute, service, tell } = harness;
const { buildGroup, buildMeeting, buildOrganisation, buildPerson, buildSeat, buildSeries } =
  createFactories(harness);

/** A delegate who is invited to what the group convenes. */
async function invited(make: (group: string) => Promise<string>) {
  const organisation = await buildOrganisation();
  const group = await buildGroup({ organisations: [organisation] });
  const delegate = await buildPerson();
  await tell("identity", { type: "Account", id: `acc_${delegate}`, payload: { person: delegate } });
  await buildSeat({ group, organisation, delegate });
  const subject = await make(group);
  await new CalendarInvitationService(service().parts.transactions).bringUpToDate(subject);
  const { id } = await db().manager.findOneByOrFail(CalendarInvitation, { personId: delegate });
  const path = replyPath(service().parts.site.keyFor(REPLY_KEY), id);
  return { organisation, group, delegate, subject, path };
}

async function ask(path: string, more: Partial<PageRequest> = {}) {
  const { pages } = service();
  const owner = (await pages?.owner(path)) ?? null;
  const viewer = owner && buildViewer({ kind: "link", ...owner });
  const answer = await pages?.answer(viewer, {
    ...{
      method: "GET",
      path,
      headers: { "accept-language": "fr" },
      body: "",
      client: null,
      ...more,
    },
  });
  if (!answer) throw new Error("It has no pages");
  return answer;
}

const form = (path: string, answer: string) =>
  ask(path, {
    method: "POST",
    body: `answer=${answer}`,
    headers: { "accept-language": "fr", "content-type": "application/x-www-form-urlencoded" },
  });

const reply = (path: string, lines: readonly string[], head = "METHOD:REPLY") =>
  ask(path, {
    method: "POST",
    headers: { "content-type": "text/calendar; method=REPLY; charset=utf-8" },
    body: [
      ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", head, "BEGIN:VEVENT"],
      ...[...lines, "DTSTAMP:20261130T120000Z", "END:VEVENT", "END:VCALENDAR", ""],
    ].join("\r\n"),
  });

const attendee = (partstat: string) => `ATTENDEE;PARTSTAT=${partstat}:mailto:ada@example.org`;

interface Answered {
  readonly status: string;
  readonly person: { readonly id: string } | null;
  readonly organisation: { readonly id: string } | null;
}

async function answersTo(id: string): Promise<string[]> {
  const query = `query ($id: ID!) { meeting(id: $id) {
    attendance(first: 9) { nodes { status person { id } organisation { id } } } } }`;
  const { data } = await execute(query, { id, viewer: admin });
  return data.meeting.attendance.nodes.map(
    ({ status, person, organisation }: Answered) =>
      `${status} ${person?.id ?? ""} ${organisation?.id ?? ""}`,
  );
}

it("asks by a page, records what is sent from it, and answers nothing by GET", async () => {
  const { path, subject, delegate, organisation } = await invited((group) =>
    buildMeeting({ group, title: "<b>Ours</b>" }),
  );
  const page = await ask(path);
  expect(page).toMatchObject({ status: 200, headers: { "content-language": "fr" } });
  expect(page.body).toContain("&lt;b&gt;Ours&lt;/b&gt;");
  expect(page.body).toContain("jeudi 14 janvier 2027");
  expect(await answersTo(subject)).toEqual([]);
  expect((await form(path, "yes")).body).toContain("Votre réponse est enregistrée");
  expect(await answersTo(subject)).toEqual([`ACCEPTED ${delegate} ${organisation}`]);
  expect((await form(path, "no")).status).toBe(200);
  expect(await answersTo(subject)).toEqual([`DECLINED ${delegate} ${organisation}`]);
  expect((await form(path, "perhaps")).status).toBe(400);
  const other = path.replace(/.{43}$/, "A".repeat(43));
  for (const status of [(await ask(other)).status, (await form(other, "yes")).status]) {
    expect(status).toBe(404);
  }
});

it("takes replies of calendars to one meeting of a series, or to all but those that were moved", async () => {
  const { path, subject } = await invited((group) => buildSeries({ ...QUARTERLY, group }));
  const query =
    "query ($id: ID!) { meetingSeries(id: $id) { meetings(first: 3) { nodes { id } } } }";
  const { data } = await execute(query, { id: subject, viewer: admin });
  const [first, second, third] = (data.meetingSeries.meetings.nodes as { id: string }[]).map(
    ({ id }) => id,
  );
  const move = `mutation ($id: ID!) {
    updateMeeting(input: { id: $id, localStart: "2027-04-20T09:00:00" }) { recurrenceStart } }`;
  const moved = await execute(move, { id: second, viewer: admin });
  const uid = `UID:${subject}@convene`;
  expect((await reply(path, [uid, "SEQUENCE:0", attendee("ACCEPTED")])).status).toBe(200);
  const one = "RECURRENCE-ID;TZID=America/New_York:20270114T090000";
  expect((await reply(path, [uid, one, attendee("DECLINED")])).status).toBe(200);
  expect(await answersTo(first ?? "")).toEqual([expect.stringContaining("DECLINED")]);
  expect(await answersTo(second ?? "")).toEqual([]);
  expect(await answersTo(third ?? "")).toEqual([expect.stringContaining("ACCEPTED")]);
  const { recurrenceStart } = moved.data.updateMeeting as { recurrenceStart: string };
  const at = `RECURRENCE-ID;TZID=Europe/London:${recurrenceStart.replaceAll(/[-:]/g, "")}`;
  const old = await reply(path, [uid, at, "SEQUENCE:0", attendee("ACCEPTED")]);
  expect(old).toMatchObject({ status: 409, body: expect.stringContaining("moved") as string });
  expect((await reply(path, [uid, at, "SEQUENCE:1", attendee("TENTATIVE")])).status).toBe(200);
  expect(await answersTo(second ?? "")).toEqual([expect.stringContaining("INVITED")]);
});

it("refuses what is no reply, what is too long or too late, and whoever sits there no more", async () => {
  const { path, subject, group } = await invited((of) =>
    buildMeeting({ group: of, localStart: localFromNow(1), timeZone: "UTC" }),
  );
  const uid = `UID:${subject}@convene`;
  const good = [uid, attendee("ACCEPTED")];
  const statusOf = async (answer: ReturnType<typeof ask>) => (await answer).status;
  expect(await statusOf(reply(path, good, "METHOD:REQUEST"))).toBe(400);
  expect(await statusOf(reply(path, ["UID:other@convene", attendee("ACCEPTED")]))).toBe(400);
  expect(await statusOf(reply(path, [uid, attendee("DELEGATED")]))).toBe(400);
  expect(await statusOf(reply(path, [uid, attendee("ACCEPTED"), attendee("ACCEPTED")]))).toBe(400);
  expect(await statusOf(reply(path, [...good, "RECURRENCE-ID:20300101T100000Z"]))).toBe(400);
  expect(await statusOf(reply(path, [...good, `COMMENT:${"x".repeat(70_000)}`]))).toBe(413);
  const headers = { "content-type": "text/calendar" };
  expect(await statusOf(ask(path, { method: "POST", headers, body: "BEGIN:" }))).toBe(400);
  const json = { "content-type": "application/json" };
  expect(await statusOf(ask(path, { method: "POST", headers: json, body: "{}" }))).toBe(415);
  await db().query("UPDATE meeting SET starts_at = now() - interval '1 minute' WHERE id = $1", [
    subject,
  ]);
  expect(await statusOf(reply(path, good))).toBe(409);
  expect(await statusOf(form(path, "yes"))).toBe(409);
  expect(await answersTo(subject)).toEqual([]);
  const seats = await db().query<{ id: string; organisation_id: string }[]>(
    "SELECT id, organisation_id FROM seat_replica WHERE group_id = $1",
    [group],
  );
  for (const { id, organisation_id: organisation } of seats) {
    const seat = { group, organisation, delegate: null, alternate: null, role: "MEMBER" };
    const payload = { ...seat, startDate: "2020-01-01", endDate: "2020-02-01" };
    await tell("working-groups", { type: "Seat", id, payload });
  }
  expect(await statusOf(reply(path, good))).toBe(404);
  expect(await statusOf(ask(path))).toBe(404);
});
