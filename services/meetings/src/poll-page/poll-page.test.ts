import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { coLeadOf, createFactories, errorOf } from "../../test/factories.ts";
import { createPolls, FINALISE } from "../../test/polls.ts";
import { meetings } from "../definition.ts";
import { Poll } from "../poll/poll.entity.ts";
import { PollLink } from "../poll-link/poll-link.entity.ts";

const harness = createHarness(meetings);
const { execute, db, service, tell, told } = harness;
const { buildPerson, buildSeat } = createFactories(harness);
const { buildSeats, openPoll, read } = createPolls(harness);

const MAKE = `mutation ($input: CreatePollLinkInput!) {
  createPollLink(input: $input) { id url expiresAt } }`;
const REVOKE = `mutation ($input: RevokePollLinkInput!) {
  revokePollLink(input: $input) { revokedAt url } }`;
const INVITED = `query ($id: ID!) { poll(id: $id) { deadline
  invitations { nodes { id organisation { id } links { nodes { id openedAt url } } } }
  viewerInvitations { nodes { id links { nodes { id } } } } } }`;
const HOURS = `mutation ($input: UpdateMyAvailabilityInput!) {
  updateMyAvailability(input: $input) { id } }`;

async function ask(path: string, { body = "", ...headers }: Record<string, string> = {}) {
  const method = body === "" ? "GET" : "POST";
  const door = service().pages;
  if (!door) throw new Error("The service has pages");
  return door.answer(null, { method, path, headers, body, client: null });
}

/** One seat, its poll, and a link to it that `maker` has made. */
async function build(maker: (seat: { viewer: Viewer; group: string }) => Viewer) {
  const { group, seats } = await buildSeats(1, { name: "Helpers & Friends" });
  const [seat] = seats as [(typeof seats)[0]];
  const poll = await openPoll(group);
  const viewer = maker({ viewer: seat.viewer, group });
  const { data } = await execute(INVITED, { viewer: coLeadOf(group), id: poll });
  const invitation: string = data?.poll.invitations.nodes[0].id;
  const made = await execute(MAKE, { viewer, input: { invitation } });
  expect(made.errors).toBeUndefined();
  const { id, url }: { id: string; url: string } = made.data?.createPollLink;
  const slots: string[] = (await read(poll, coLeadOf(group))).slots.nodes.map(
    (slot: { id: string }) => slot.id,
  );
  const path = url.replace("https://convene.test", "");
  return { group, seat, poll, invitation, link: id, path, slots, deadline: data?.poll.deadline };
}

const byCoLead = () => build(({ group }) => coLeadOf(group));
const bySeat = () => build(({ viewer }) => viewer);

const formOf = (slots: readonly string[], ...choices: readonly string[]): string =>
  new URLSearchParams(choices.map((choice, at) => [slots[at] ?? "", choice])).toString();

it("is answered without an account, and counts as the seat's answer", async () => {
  const { group, poll, path, slots, link } = await byCoLead();
  const page = await ask(path, { "accept-language": "en-GB" });
  expect(page.status).toBe(200);
  expect(page.headers).toMatchObject({
    "content-language": "en",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  });
  expect(page.body).toContain("You answer for \u2068Helpers &amp; Friends\u2069.");
  expect(page.body).toContain("10 January 2041");
  // Whoever hands it on learns nothing of anybody's hours.
  expect(page.body).not.toContain(" checked");
  expect(page.body).not.toContain("<script");
  const sent = await ask(path, { body: formOf(slots, "YES", "IF_NEED_BE", "NO") });
  expect([sent.status, sent.headers["location"]]).toEqual([303, expect.stringContaining("saved")]);
  const saved = await ask(`/pages/meetings/${sent.headers["location"] ?? ""}`);
  expect(saved.body).toContain('role="status">Thank you. Your answer is saved.');
  expect(saved.body.match(/ checked/g)).toHaveLength(3);
  const seen = await read(poll, coLeadOf(group));
  expect(seen.slots.nodes[0].result).toMatchObject({ rank: 1, yesCount: 1 });
  const { data } = await execute(INVITED, { viewer: coLeadOf(group), id: poll });
  // The address is told once, to whoever has made it.
  expect(data?.poll.invitations.nodes[0].links.nodes).toContainEqual({
    ...{ id: link, openedAt: expect.any(String), url: null },
  });
});

it("keeps no token, and opens nothing once it is revoked, over or altered", async () => {
  const { group, path, link, seat, slots } = await byCoLead();
  const token = new URL(path, "http://page").searchParams.get("link") ?? "";
  const row = await db().manager.findOneByOrFail(PollLink, { id: link });
  expect(JSON.stringify(row)).not.toContain(token);
  const altered = await ask(path.replace(/.$/, (end) => (end === "A" ? "B" : "A")));
  expect(altered.status).toBe(404);
  const refused = await execute(REVOKE, { viewer: seat.viewer, input: { id: link } });
  expect(errorOf(refused).code).toBe("FORBIDDEN");
  const { data } = await execute(REVOKE, { viewer: coLeadOf(group), input: { id: link } });
  expect(data?.revokePollLink).toEqual({ revokedAt: expect.any(String), url: null });
  const gone = await ask(path);
  expect(gone).toEqual(altered);
  expect((await ask(path, { body: formOf(slots, "YES") })).status).toBe(404);
  const later = await byCoLead();
  await db().manager.update(PollLink, later.link, { expiresAt: new Date(Date.now() - 1) });
  expect(await ask(later.path)).toEqual(altered);
});

it("opens nothing while its poll is taken down, which those who convene alone still see", async () => {
  const { group, seat, poll, path } = await byCoLead();
  const takeDown = (payload: object | null) =>
    tell("stakeholders", { type: "Takedown", id: poll, payload });
  const seen = async () => {
    const query = "query ($id: ID!) { poll(id: $id) { viewerCanAnswer } }";
    const viewers = [seat.viewer, coLeadOf(group)];
    const told = viewers.map((viewer) => execute(query, { viewer, id: poll }));
    return (await Promise.all(told)).map(({ data }) => data?.poll);
  };
  const audience = async () =>
    Object((await told("Poll")).find(({ id }) => id === poll)?.payload).protection.audience;
  expect(await seen()).toEqual([{ viewerCanAnswer: true }, { viewerCanAnswer: false }]);
  await takeDown({});
  expect(await seen()).toEqual([null, { viewerCanAnswer: false }]);
  expect([(await ask(path)).status, await audience()]).toEqual([404, "TAKEN_DOWN"]);
  await takeDown(null);
  expect(await seen()).toEqual([{ viewerCanAnswer: true }, { viewerCanAnswer: false }]);
  expect([(await ask(path)).status, await audience()]).toEqual([200, "ORGANISATION"]);
});

it("is filled in by the hours of whose own it is, in their zone, until they answer", async () => {
  const { seat, path, slots, group, poll } = await bySeat();
  // 14:00 in London: 17:00 in Nairobi. The second day is no working day, the third is busy.
  const input = {
    timeZone: "Africa/Nairobi",
    comfortable: [{ days: ["THURSDAY", "SATURDAY"], from: "09:00", until: "17:00" }],
    possible: [{ days: ["THURSDAY"], from: "17:00", until: "19:00" }],
  };
  expect((await execute(HOURS, { viewer: seat.viewer, input })).errors).toBeUndefined();
  const page = await ask(path);
  expect(page.body).toContain("17:00–18:00");
  expect(page.body).toContain("filled in from your saved hours and calendar");
  const chosen = [...page.body.matchAll(/name="(psl_\w+)" value="(\w+)" checked/g)];
  expect(chosen.map(([, slot, choice]) => [slot, choice])).toEqual([
    [slots[0], "IF_NEED_BE"],
    [slots[1], "NO"],
    [slots[2], "NO"],
  ]);
  // Nothing is answered by looking.
  expect((await read(poll, coLeadOf(group))).invitations.nodes[0].answeredAt).toBeNull();
  await ask(path, { body: formOf(slots, "YES") });
  expect((await ask(path)).body.match(/ checked/g)).toHaveLength(1);
});

it("shows the times in the zone that is chosen on the page, and loses no choice by it", async () => {
  const { path, slots } = await byCoLead();
  const shown = await ask(path, { body: `${formOf(slots, "YES")}&zone=Asia%2FKolkata&show=zone` });
  expect(shown.body).toContain("19:30–20:30");
  expect(shown.body.match(/ checked/g)).toHaveLength(1);
  const again = await ask(path);
  expect(again.body).toContain("19:30");
  expect(again.body).not.toContain(" checked");
  const wrong = await ask(path, { body: "zone=Nowhere&show=zone" });
  expect(wrong.body).toContain("19:30");
});

it("says clearly that an answer is late or empty, and changes nothing", async () => {
  const { group, poll, path, slots } = await byCoLead();
  const empty = await ask(path, { body: "other=1" });
  expect([empty.status, empty.body]).toEqual([400, expect.stringContaining('role="alert"')]);
  await ask(path, { body: formOf(slots, "YES", "NO", "NO") });
  await db().manager.update(Poll, poll, { deadline: new Date(Date.now() - 1_000) });
  const late = await ask(path, { body: formOf(slots, "NO", "NO", "NO") });
  expect(late.status).toBe(409);
  expect(late.body).toContain("so nothing has changed");
  expect((await read(poll, coLeadOf(group))).slots.nodes[0].result).toMatchObject({ yesCount: 1 });
  expect((await ask(path)).body).toContain("This poll is closed.");
});

it("has the meeting that was decided as a file for calendars, without where to join", async () => {
  const { group, poll, path, slots } = await byCoLead();
  const file = () => ask(`${path}&calendar=`);
  expect((await file()).status).toBe(404);
  const viewer = coLeadOf(group);
  const decided = await execute(FINALISE, { viewer, input: { id: poll, slot: slots[0] } });
  const { id } = decided.data?.finalisePoll.meeting as { id: string };
  await db().query("UPDATE meeting SET join_url = 'https://meet.example.org' WHERE id = $1", [id]);
  const { body: page } = await ask(path, { "accept-language": "en" });
  const [, href = ""] = /<a href="(poll[^"]+)">Add it to your calendar/.exec(page) ?? [];
  const calendar = await ask(`/pages/meetings/${href.replaceAll("&amp;", "&")}`);
  expect(calendar.headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(calendar.body).toContain("DTSTART;TZID=Europe/London:20410110T140000\r\n");
  expect(calendar.body).not.toContain("meet.example.org");
  await db().query("UPDATE meeting SET status = 'CANCELLED' WHERE id = $1", [id]);
  expect((await file()).status).toBe(404);
  expect((await ask(path)).body).toContain("This poll is closed.");
});

it("speaks the six languages of the United Nations, and English to others", async () => {
  const { path } = await byCoLead();
  const page = async (language: string) => (await ask(path, { "accept-language": language })).body;
  expect(await page("ar-JO")).toContain('<html lang="ar" dir="rtl">');
  const titles = { ar: "نعم", en: "Yes", es: "Sí", fr: "Oui", ru: "Да", zh: "可以" };
  for (const [language, yes] of Object.entries(titles)) {
    expect(await page(`${language};q=0.9`)).toContain(yes);
  }
  expect(await page("sw")).toContain("Send my answer");
});

it("goes with the seat, and with the person", async () => {
  const { seat, path, group, link } = await bySeat();
  await buildSeat({ group, organisation: seat.organisation, delegate: seat.person });
  await tell("stakeholders", { type: "Person", id: seat.person, payload: null });
  expect(await db().manager.findOneBy(PollLink, { id: link })).toBeNull();
  expect((await ask(path)).status).toBe(404);
});

it("is made by those who convene and by who is asked, for an hour that is ahead", async () => {
  const { group, invitation, seat } = await byCoLead();
  const make = (viewer: Viewer | null, more: object = {}) =>
    execute(MAKE, { viewer, input: { invitation, ...more } });
  const member = { groups: [{ id: group, role: "MEMBER" as const }] };
  const other = buildViewer({ id: newId("acc"), person: await buildPerson(), ...member });
  expect(errorOf(await make(other)).code).toBe("FORBIDDEN");
  expect(errorOf(await make(null)).code).toBe("UNAUTHENTICATED");
  const outside = buildViewer({ id: newId("acc") });
  expect(errorOf(await make(outside)).code).toBe("NOT_FOUND");
  const unknown = await execute(MAKE, { viewer: other, input: { invitation: "piv_none" } });
  expect(errorOf(unknown).code).toBe("NOT_FOUND");
  for (const expiresAt of ["2020-01-01T00:00:00Z", "2060-01-01T00:00:00Z"]) {
    const wrong = await make(coLeadOf(group), { expiresAt });
    expect(errorOf(wrong)).toEqual({ code: "BAD_USER_INPUT", field: "expiresAt" });
  }
  const once = { idempotencyKey: "once" };
  const { data } = await make(seat.viewer, once);
  expect((await make(seat.viewer, once)).data).toEqual(data);
});
