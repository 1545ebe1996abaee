import { Audience } from "@convene/shared/audience";
import { jobSchemaOf } from "@convene/shared/database/provision";
import type { NoticePayload } from "@convene/shared/notice/notice";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import ICAL from "ical.js";
import { createFactories, QUARTERLY } from "../../test/factories.ts";
import { meetings } from "../definition.ts";
import { CalendarInvitationService } from "./calendar-invitation.service.ts";

const harness = createHarness(meetings);
const { db, execute, service, tell, told } = harness;
const { buildGroup, buildMeeting, buildNetwork, buildOrganisation, buildSeries, ...factories } =
  createFactories(harness);

/** Somebody who can be written to. */
async function buildPerson(): Promise<string> {
  const person = await factories.buildPerson();
  await tell("identity", { type: "Account", id: `acc_${person}`, payload: { person } });
  return person;
}

const JOIN = "https://meet.example.org/q";
let minute = 0;

/** A seat in a group of its own, with a delegate. */
async function seated(audience = Audience.PUBLIC) {
  const organisation = await buildOrganisation();
  const group = await buildGroup({ organisations: [organisation], audience });
  const delegate = await buildPerson();
  const seat = { id: `sea_${delegate}`, group, organisation, delegate };
  await sit(seat);
  return { organisation, group, delegate, seat };
}

const sit = ({ id, ...seat }: Record<string, unknown> & { id: string }) =>
  tell("working-groups", {
    type: "Seat",
    id,
    payload: { alternate: null, role: "MEMBER", startDate: "2020-01-01", endDate: null, ...seat },
  });

/** What one person is told when the jobs run: each time a minute later. */
async function lettersTo(person: string, subject: string) {
  const before = new Set((await told("Notice")).map(({ id }) => id));
  const now = new Date(Date.now() + (minute += 1) * 60_000);
  await new CalendarInvitationService(service().parts.transactions).bringUpToDate(subject, now);
  const all = await told("Notice");
  return all.flatMap(({ id, payload }) => {
    const { people, item } = (payload ?? { people: [] }) as NoticePayload;
    return before.has(id) || !people.includes(person) ? [] : [item];
  });
}

const change = async (mutation: string, input: object) => {
  const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { done: ${mutation}(input: $input) { id } }`;
  const { errors } = await execute(query, { viewer: admin, input });
  expect(errors).toBeUndefined();
};

type Item = Awaited<ReturnType<typeof lettersTo>>[number];
const eventsIn = ({ calendar }: Item) =>
  new ICAL.Component(ICAL.parse(calendar?.text ?? "") as unknown[]).getAllSubcomponents("vevent");

interface Known {
  readonly sequence: number;
  readonly stamp: string;
  readonly state: string;
}

/** A calendar by RFC 5546, 2.1.5: of one event the higher SEQUENCE counts, then the later DTSTAMP. */
function calendarAfter(letters: readonly Item[]) {
  const known = new Map<string, Known>();
  for (const event of letters.flatMap(eventsIn)) {
    const value = (name: string) => String(event.getFirstPropertyValue(name) ?? "");
    const key = `${value("uid")} ${value("recurrence-id")}`;
    const next = { sequence: Number(value("sequence")), stamp: value("dtstamp") };
    const before = known.get(key);
    const isNewer =
      !before ||
      next.sequence > before.sequence ||
      (next.sequence === before.sequence && next.stamp >= before.stamp);
    const state = ["status", "dtstart", "summary"].map(value).join(" ");
    if (isNewer) known.set(key, { ...next, state });
  }
  return [...known].map(([key, { state }]) => `${key} ${state}`).sort();
}

it("invites who sits there, tells ten edits at once, and ends in the right state in any order", async () => {
  const { group, delegate } = await seated();
  const id = await buildMeeting({ group, title: "One", joinUrl: JOIN });
  const [invited, ...none] = await lettersTo(delegate, id);
  expect(none).toEqual([]);
  expect(invited).toMatchObject({ event: "MEETING_INVITED", title: "One", name: null });
  expect(invited?.calendar).toMatchObject({ method: "REQUEST", joinUrl: JOIN, more: 0 });
  expect(invited?.calendar?.text).toMatch(/METHOD:REQUEST\r\n[^]*BEGIN:VTIMEZONE/);
  expect(await lettersTo(delegate, id)).toEqual([]);
  for (let edit = 1; edit <= 10; edit += 1) {
    const localStart = `2027-01-${String(14 + edit)}T14:00:00`;
    await change("updateMeeting", { id, localStart, title: `Edit ${edit}` });
  }
  const changed = await lettersTo(delegate, id);
  expect(changed).toMatchObject([{ event: "MEETING_CHANGED", title: "Edit 10" }]);
  expect(changed[0]?.calendar?.text).toContain("SEQUENCE:10\r\n");
  await change("updateMeeting", { id, title: "Renamed" });
  const renamed = await lettersTo(delegate, id);
  await change("cancelMeeting", { id });
  const cancelled = await lettersTo(delegate, id);
  expect(cancelled).toMatchObject([{ event: "MEETING_CANCELLED", calendar: { method: "CANCEL" } }]);
  expect(await lettersTo(delegate, id)).toEqual([]);
  const letters = [...(invited ? [invited] : []), ...changed, ...renamed, ...cancelled];
  const right = calendarAfter(letters);
  expect(right).toHaveLength(1);
  expect(right[0]).toContain("CANCELLED");
  expect(calendarAfter([...letters].reverse())).toEqual(right);
  expect(calendarAfter([...letters, ...letters.slice(0, 2)])).toEqual(right);
});

it("tells of a series once, and then only of the meetings that change", async () => {
  const { group, delegate } = await seated();
  const series = await buildSeries({ ...QUARTERLY, group });
  const [whole, ...none] = await lettersTo(delegate, series);
  expect(none).toEqual([]);
  expect(whole?.calendar?.more).toBeGreaterThan(0);
  expect(whole?.calendar?.text).toMatch(/UID:ser_\w+@convene[^]*RRULE:FREQ=MONTHLY/);
  const query =
    "query ($id: ID!) { meetingSeries(id: $id) { meetings(first: 2) { nodes { id } } } }";
  const { data } = await execute(query, { id: series, viewer: admin });
  const [first, second] = data.meetingSeries.meetings.nodes as { id: string }[];
  await change("updateMeeting", { id: first?.id, localStart: "2027-01-21T15:00:00" });
  await change("cancelMeeting", { id: second?.id });
  const letters = await lettersTo(delegate, series);
  expect(letters.map(({ event }) => event).sort()).toEqual([
    "MEETING_CANCELLED",
    "MEETING_CHANGED",
  ]);
  expect(letters.flatMap(eventsIn)).toHaveLength(2);
  for (const { calendar } of letters) {
    expect(calendar?.text).toMatch(/RECURRENCE-ID;TZID=Europe\/London:2027/);
  }
});

it("tells whoever goes that it is over, whoever comes that they are invited, and nobody else", async () => {
  const { group, delegate, organisation, seat } = await seated();
  const id = await buildMeeting({ group, title: "Ours" });
  await lettersTo(delegate, id);
  await change("updateMeeting", { id, title: "Not for them" });
  const successor = await buildPerson();
  await sit({ ...seat, delegate: successor });
  const gone = await lettersTo(delegate, id);
  expect(gone).toMatchObject([{ event: "MEETING_WITHDRAWN", title: "Ours" }]);
  expect(gone[0]?.calendar?.text).not.toContain("Not for them");
  const kept = await db().query("SELECT person_id FROM calendar_invitation WHERE meeting_id = $1", [
    id,
  ]);
  expect(kept).toEqual([{ person_id: successor }]);
  const named = await buildPerson();
  const invite = { meeting: id, organisation, status: "INVITED" };
  await change("recordAttendance", { ...invite, person: named });
  expect(await lettersTo(named, id)).toMatchObject([{ event: "MEETING_INVITED" }]);
  await tell("stakeholders", { type: "Person", id: named, payload: null });
  const left = (await told("Notice")).filter(({ payload }) =>
    JSON.stringify(payload).includes(named),
  );
  expect(left).toEqual([]);
});

it("invites nobody to what their organisation may not see, and calls off what it sees no more", async () => {
  const hidden = await seated(Audience.NOBODY);
  const secret = await buildMeeting({ group: hidden.group });
  expect(await lettersTo(hidden.delegate, secret)).toEqual([]);
  const { group, delegate, organisation } = await seated();
  const id = await buildMeeting({ group });
  await lettersTo(delegate, id);
  await buildGroup({ id: group, organisations: [organisation], audience: Audience.NOBODY });
  expect(await lettersTo(delegate, id)).toMatchObject([{ event: "MEETING_CANCELLED" }]);
  const network = await buildNetwork();
  const whole = await buildMeeting({ network });
  const member = await buildPerson();
  const of = await buildOrganisation({ networks: [network] });
  await change("recordAttendance", {
    ...{ meeting: whole, organisation: of, person: member, status: "INVITED" },
  });
  expect(await lettersTo(member, whole)).toMatchObject([{ event: "MEETING_INVITED" }]);
});

it("has a job for each change, a minute later, in the transaction that makes it", async () => {
  const { group, organisation } = await seated();
  const id = await buildMeeting({ group });
  await change("updateMeeting", { id, title: "Once more" });
  // Of this nobody is told: nobody who sits there has an account.
  const silent = await buildGroup();
  await sit({
    id: "sea_silent",
    group: silent,
    organisation,
    delegate: await factories.buildPerson(),
  });
  await buildMeeting({ group: silent });
  const [{ schema }]: [{ schema: string }] = await db().query("SELECT current_schema() AS schema");
  const jobs = await db().query<{ wait: number }[]>(
    `SELECT extract(epoch FROM start_after - created_on)::int AS wait FROM ${jobSchemaOf(schema)}.job
     WHERE name = 'invite-to-meeting' AND data->'data'->>'subject' BETWEEN $1 AND 'mtg~'`,
    [id],
  );
  expect(jobs).toHaveLength(2);
  for (const { wait } of jobs) expect(wait).toBeGreaterThanOrEqual(59);
});
