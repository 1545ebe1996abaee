import { Audience } from "@convene/shared/audience";
import { jobSchemaOf } from "@convene/shared/database/provision";
import type { NoticePayload } from "@convene/shared/notice/notice";
import { REPLY_KEY, replyPath } from "@convene/shared/notice/reply-link";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { coLeadOf, createFactories, QUARTERLY } from "../../test/factories.ts";
import { calendarAfter, createInvitations, eventsIn } from "../../test/invitations.ts";
import { createPolls, FINALISE } from "../../test/polls.ts";
import { meetings } from "../definition.ts";
import { CalendarInvitationService } from "./calendar-invitation.service.ts";

const harness = createHarness(meetings);
const { db, execute, tell, told } = harness;
const { buildGroup, buildMeeting, buildNetwork, buildOrganisation, buildSeries, ...factories } =
  createFactories(harness);

const { openPoll, read } = createPolls(harness);
const { buildPerson, seated, sit, lettersTo, jobsFor, change } = createInvitations(harness);

const JOIN = "https://meet.example.org/q";

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

it("invites to the meeting that comes of a poll, beside telling which time was chosen", async () => {
  const { group, delegate } = await seated();
  const poll = await openPoll(group);
  const viewer = coLeadOf(group);
  const [slot] = (await read(poll, viewer)).slots.nodes as { id: string }[];
  const { data } = await execute(FINALISE, { viewer, input: { id: poll, slot: slot?.id } });
  const { id } = data.finalisePoll.meeting as { id: string };
  expect(await jobsFor(id)).toBe(1);
  expect(await lettersTo(delegate, id)).toMatchObject([
    { event: "MEETING_INVITED", title: "The quarter", calendar: { method: "REQUEST" } },
  ]);
  const events = (await told("Notice")).flatMap(({ payload }) => {
    const { people, item } = (payload ?? { people: [] }) as NoticePayload;
    return people.includes(delegate) ? [item.event] : [];
  });
  expect(events.sort()).toEqual(["MEETING_INVITED", "POLL_DECIDED"]);
});

it("invites who has no account but a mail address, as soon as that is known", async () => {
  const { group, seat } = await seated();
  const person = await factories.buildPerson();
  await sit({ ...seat, delegate: person });
  const id = await buildMeeting({ group });
  expect([await jobsFor(id), await lettersTo(person, id)]).toEqual([0, []]);
  await factories.buildPerson({ id: person, isMailed: true });
  expect(await jobsFor(id)).toBe(1);
  const [letter] = await lettersTo(person, id);
  expect(letter).toMatchObject({ event: "MEETING_INVITED", calendar: { method: "REQUEST" } });
  const path = replyPath(
    harness.service().parts.site.keyFor(REPLY_KEY),
    `${letter?.calendar?.invitation}`,
  );
  expect(await harness.service().pages?.owner(path)).toMatchObject({ person });
});

it("tells whoever is invited by name to one meeting of a series of that one alone", async () => {
  const { group, organisation } = await seated();
  const series = await buildSeries({ ...QUARTERLY, group });
  const query = "query ($id: ID!) { meetingSeries(id: $id) { meetings { nodes { id } } } }";
  const { data } = await execute(query, { id: series, viewer: admin });
  const [first, second] = data.meetingSeries.meetings.nodes as { id: string }[];
  const person = await buildPerson();
  await change("recordAttendance", {
    ...{ meeting: second?.id, organisation, person, status: "INVITED" },
  });
  const letters = await lettersTo(person, series);
  expect(letters).toMatchObject([{ event: "MEETING_INVITED", calendar: { more: 0 } }]);
  expect(letters[0]?.calendar?.text).not.toContain("RRULE");
  await change("updateMeeting", { id: first?.id, title: "Not theirs" });
  expect(await lettersTo(person, series)).toEqual([]);
  await change("updateMeetingSeries", { id: series, localStart: "2027-01-14T16:00:00" });
  const moved = await lettersTo(person, series);
  expect(moved).toMatchObject([
    { event: "MEETING_CANCELLED", calendar: { occurrence: "2027-04-08T14:00:00", more: 0 } },
    { event: "MEETING_CHANGED", calendar: { occurrence: "2027-04-08T16:00:00", more: 0 } },
  ]);
  await change("cancelMeeting", { id: second?.id });
  expect(await lettersTo(person, series)).toMatchObject([{ event: "MEETING_CANCELLED" }]);
});

it("takes as many statements, however many guests are invited, told of a change, and withdrawn", async () => {
  const { transactions } = harness.service().parts;
  const costsFor = async (guests: number) => {
    const { group, organisation, seat } = await seated();
    const seats = [seat];
    while (seats.length < guests) {
      const delegate = await buildPerson();
      seats.push({ id: `sea_${delegate}`, group, organisation, delegate });
      await sit({ ...seats.at(-1), id: `sea_${delegate}` });
    }
    const id = await buildMeeting({ group });
    const cost = async () =>
      (await harness.sqlOf(() => new CalendarInvitationService(transactions).bringUpToDate(id)))
        .length;
    const told = [await cost(), await change("updateMeeting", { id, title: "Other" }).then(cost)];
    for (const one of seats) await sit({ ...one, endDate: "2021-01-01" });
    return [...told, await cost(), await cost()];
  };
  expect(await costsFor(4)).toEqual(await costsFor(1));
});
