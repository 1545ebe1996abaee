import { Audience } from "@convene/shared/audience";
import type { PageRequest } from "@convene/shared/page/page-door";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import ICAL from "ical.js";
import { createFactories, errorOf, localFromNow, QUARTERLY } from "../../test/factories.ts";
import { meetings } from "../definition.ts";
import { CalendarFeed } from "./calendar-feed.entity.ts";

const harness = createHarness(meetings);
const { db, execute, service, sqlOf, tell } = harness;
const { buildGroup, buildMeeting, buildNetwork, buildOrganisation, buildPerson, buildSeries } =
  createFactories(harness);

const CREATE = `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) {
  url calendarFeed { id viewerCanRevoke organisation { id } group { id } network { id } } } }`;
const REVOKE = `mutation ($input: RevokeCalendarFeedInput!) {
  revokeCalendarFeed(input: $input) { id } }`;
const MINE = "{ myCalendarFeeds { totalCount nodes { id } } }";
const JOIN = "https://meet.example.org/q";

async function somebody(roles: Partial<Viewer> = {}): Promise<Viewer> {
  const person = await buildPerson();
  return buildViewer({ id: `acc_${person}`, person, ...roles });
}

async function feedOf(viewer: Viewer, input: object = {}) {
  const { data, errors } = await execute(CREATE, { viewer, input });
  expect(errors).toBeUndefined();
  const { url, calendarFeed } = data.createCalendarFeed as {
    url: string;
    calendarFeed: Record<string, unknown> & { id: string };
  };
  return { url, path: new URL(url).pathname, calendarFeed };
}

/** As the gateway asks: with the roles that the owner of the link has now. */
async function read(path: string, roles: Partial<Viewer> = {}, more: Partial<PageRequest> = {}) {
  const { pages } = service();
  const owner = (await pages?.owner(path)) ?? null;
  const viewer = owner && buildViewer({ kind: "link", ...owner, ...roles });
  const request = { method: "GET", path, headers: {}, body: "", client: null, ...more } as const;
  const answer = await pages?.answer(viewer, request);
  if (!answer) throw new Error("It has no pages");
  return answer;
}

const titlesIn = (text: string): string[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents("vevent")
    .map((event) => String(event.getFirstPropertyValue("summary")))
    .sort();

const memberOf = (id: string) => ({ groups: [{ id, role: "MEMBER" as const }] });

it("shows the meetings at which its owner sits now, with where to join, and names nobody", async () => {
  const [group, other] = [await buildGroup(), await buildGroup()];
  await buildMeeting({ group, title: "Ours", joinUrl: JOIN, audience: Audience.NOBODY });
  await buildSeries({ ...QUARTERLY, group, title: "Each quarter" });
  await buildMeeting({ group: other, title: "Theirs" });
  await buildMeeting({ group, title: "Long ago", localStart: localFromNow(-24 * 400) });
  const { path } = await feedOf(await somebody(memberOf(group)));
  const { status, headers, body } = await read(path, memberOf(group));
  expect([status, headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(headers["cache-control"]).toMatch(/^private/);
  expect(titlesIn(body)).toEqual(["Each quarter", "Ours"]);
  expect(body).toContain(`CONFERENCE;VALUE=URI:${JOIN}\r\n`);
  expect(body).toContain("REFRESH-INTERVAL;VALUE=DURATION:");
  expect(body).toContain("RRULE:FREQ=MONTHLY");
  expect(body).not.toMatch(/ATTENDEE|ORGANIZER/);
  // They have left the group: the address is as good as before, and shows what they see.
  expect(titlesIn((await read(path)).body)).toEqual([]);
  expect(titlesIn((await read(path, memberOf(other))).body)).toEqual(["Theirs"]);
});

it("shows of an organisation, a group and a network what its owner sees, or nothing at all", async () => {
  const network = await buildNetwork();
  const organisation = await buildOrganisation({ networks: [network] });
  const group = await buildGroup({ network, organisations: [organisation] });
  await buildMeeting({ network, title: "Network" });
  await buildMeeting({ group, title: "Group", joinUrl: JOIN });
  await buildMeeting({ group, title: "Hidden", audience: Audience.NOBODY });
  await buildMeeting({ title: "Elsewhere" });
  const owner = await somebody();
  const shown = async (about: string) => {
    const { path } = await feedOf(owner, { about });
    const { body } = await read(path);
    expect(body).not.toContain(JOIN);
    return titlesIn(body);
  };
  expect(await shown(organisation)).toEqual(["Group", "Network"]);
  expect(await shown(group)).toEqual(["Group"]);
  expect(await shown(network)).toEqual(["Group", "Network"]);
  const { path, calendarFeed } = await feedOf(owner, { about: group });
  expect(calendarFeed).toMatchObject({
    group: { id: group },
    network: null,
    viewerCanRevoke: true,
  });
  await buildGroup({ id: group, network, audience: Audience.NOBODY });
  expect((await read(path)).status).toBe(404);
});

it("is not sent again while nothing has changed, and costs the same for any number of meetings", async () => {
  const group = await buildGroup();
  const id = await buildMeeting({ group });
  const { path } = await feedOf(await somebody(), { about: group });
  const first = await read(path);
  const headers = { "if-none-match": `W/${first.headers["etag"] ?? ""}` };
  expect(await read(path, {}, { headers })).toMatchObject({ status: 304, body: "" });
  const before = (await sqlOf(() => read(path))).length;
  await buildSeries({ group });
  await buildSeries({ group });
  expect((await sqlOf(() => read(path))).length).toBe(before);
  await execute(`mutation ($id: ID!) { updateMeeting(input: { id: $id, title: "New" }) { id } }`, {
    viewer: admin,
    id,
  });
  expect((await read(path, {}, { headers })).status).toBe(200);
  const uid = /^UID:.*$/m.exec(first.body)?.[0];
  await execute("mutation ($id: ID!) { cancelMeeting(input: { id: $id }) { id } }", {
    viewer: admin,
    id,
  });
  const { body } = await read(path);
  expect(body).toContain(`${uid}\r\nSEQUENCE:1\r\n`);
  expect(body).toContain("STATUS:CANCELLED\r\n");
});

it("keeps a hash of the token alone, and ends when its owner revokes it, or their account or they are gone", async () => {
  const owner = await somebody();
  const { path, calendarFeed } = await feedOf(owner);
  const token = path.split("/").at(-1)?.replace(".ics", "") ?? "";
  const kept = await db().manager.findOneByOrFail(CalendarFeed, { id: calendarFeed.id });
  expect(JSON.stringify(kept)).not.toContain(token);
  expect((await read(path.replace(token, token.replace(/.$/, "_")))).status).toBe(404);
  expect((await read(path, { person: "per_somebody_else" })).status).toBe(404);
  const input = { id: calendarFeed.id };
  const revoke = async (viewer: Viewer | null) => errorOf(await execute(REVOKE, { viewer, input }));
  expect(await revoke(null)).toEqual({ code: "UNAUTHENTICATED" });
  expect(await revoke(await somebody())).toEqual({ code: "NOT_FOUND", type: "CalendarFeed" });
  expect(await revoke({ ...owner, kind: "key", scopes: ["write"] })).toEqual({ code: "FORBIDDEN" });
  expect((await read(path)).status).toBe(200);
  expect((await execute(MINE, { viewer: owner })).data.myCalendarFeeds.totalCount).toBe(1);
  expect((await execute(REVOKE, { viewer: owner, input })).errors).toBeUndefined();
  expect((await read(path)).status).toBe(404);
  expect((await execute(MINE, { viewer: admin })).data).toEqual({ myCalendarFeeds: null });
  const account = { type: "Account", id: owner.id };
  await tell("identity", { ...account, payload: { person: owner.person } });
  const closed = await feedOf(owner);
  await tell("identity", { ...account, payload: null });
  expect((await read(closed.path)).status).toBe(404);
  const other = await feedOf(owner);
  await tell("stakeholders", { type: "Person", id: owner.person ?? "", payload: null });
  expect((await read(other.path)).status).toBe(404);
});

it("is made by a signed-in person alone, about what they see, once for a key and fifty times at most", async () => {
  const owner = await somebody();
  const make = (viewer: Viewer | null, input: object) => execute(CREATE, { viewer, input });
  expect(errorOf(await make(null, {}))).toEqual({ code: "UNAUTHENTICATED" });
  expect(errorOf(await make(admin, {}))).toEqual({ code: "FORBIDDEN" });
  const about = await buildMeeting();
  expect(errorOf(await make(owner, { about }))).toEqual({ code: "BAD_USER_INPUT", field: "about" });
  const hidden = await buildNetwork({ audience: Audience.NOBODY });
  expect(errorOf(await make(owner, { about: hidden }))).toMatchObject({ code: "NOT_FOUND" });
  const again = { idempotencyKey: "once" };
  const { calendarFeed } = await feedOf(owner, again);
  expect((await make(owner, again)).data.createCalendarFeed).toMatchObject({
    url: null,
    calendarFeed: { id: calendarFeed.id },
  });
  for (let many = 1; many < 50; many += 1) await feedOf(owner);
  expect(errorOf(await make(owner, {}))).toEqual({ code: "LIMIT_EXCEEDED" });
});
