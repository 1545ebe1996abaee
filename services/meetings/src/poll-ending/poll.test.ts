import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { coLeadOf, createFactories, errorOf, QUARTERLY, seatedIn } from "../../test/factories.ts";
import { ANSWER, ASKED, CREATE, createPolls, FINALISE, inAWeek } from "../../test/polls.ts";
import { shownCalendar } from "../../test/shown-calendar.ts";
import { meetings } from "../definition.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { Poll } from "../poll/poll.entity.ts";
import { closePoll } from "./poll-ending.job.ts";

const harness = createHarness(meetings);
const { execute, db, sqlOf } = harness;
const { buildGroup, buildMeeting, buildOrganisation, buildPerson, buildSeat, buildSeries } =
  createFactories(harness);
const { buildSeats, openPoll, read, answer } = createPolls(harness);

const run = { id: "run", attempt: 1, signal: AbortSignal.any([]) };
const runClose = (poll: string) => closePoll.run(harness.service().parts, { poll }, run);

/** As if its deadline had been a moment ago. */
const passDeadline = (id: string) =>
  db().manager.update(Poll, id, { deadline: new Date(Date.now() - 1_000) });

it("asks the seats, ranks what they answer, and makes the meeting that is chosen", async () => {
  const { group, seats } = await buildSeats(3);
  const [first, second, third] = seats as [(typeof seats)[0], (typeof seats)[0], (typeof seats)[0]];
  const required = { requiredOrganisations: [first.organisation], quorum: 2 };
  const poll = await openPoll(group, required);
  await answer(poll, first, ["NO", "YES", "IF_NEED_BE"]);
  await answer(poll, second, ["YES", "NO", "YES"]);
  await answer(poll, third, ["YES", "NO", "NO"]);
  const seen = await read(poll, coLeadOf(group));
  expect(seen.slots.nodes.map((one: { result: unknown }) => one.result)).toMatchObject([
    { rank: null, yesCount: 2, noCount: 1, requiredRefusals: 1, hasQuorum: true },
    { rank: 2, yesCount: 1, noCount: 2, hasQuorum: false },
    { rank: 1, yesCount: 1, ifNeedBeCount: 1, noCount: 1, hasQuorum: true },
  ]);
  expect(seen.invitations.totalCount).toBe(3);
  const [refused, , best] = seen.slots.nodes;
  const viewer = coLeadOf(group);
  const wrong = await execute(FINALISE, { viewer, input: { id: poll, slot: refused.id } });
  expect(errorOf(wrong)).toEqual({ code: "BAD_USER_INPUT", field: "slot" });
  const input = { id: poll, slot: best.id, idempotencyKey: "once" };
  const { data } = await execute(FINALISE, { viewer, input });
  expect(data?.finalisePoll).toMatchObject({
    status: "FINALISED",
    meeting: {
      ...{ title: "The quarter", startsAt: "2041-01-12T14:00:00.000Z", durationMinutes: 60 },
      // What they answered to the poll is not told to each other by this.
      attendance: { nodes: [{ status: "INVITED" }, { status: "INVITED" }, { status: "INVITED" }] },
    },
  });
  expect((await execute(FINALISE, { viewer, input })).data).toEqual(data);
  const again = await execute(FINALISE, { viewer, input: { id: poll, slot: best.id } });
  expect(errorOf(again)).toEqual({ code: "CONFLICT", field: "id" });
  expect((await harness.told("Meeting")).map(({ id }) => id)).toContain(
    data?.finalisePoll.meeting.id,
  );
});

it("moves the meeting of a series that it is about, and leaves the others as they are", async () => {
  const { group, seats } = await buildSeats(2);
  const series = await buildSeries({ group });
  const before = await db().manager.find(Meeting, {
    where: { seriesId: series },
    order: { startsAt: "ASC" },
  });
  const [next, ...others] = before as [Meeting, ...Meeting[]];
  const poll = await openPoll(group, { meeting: next.id });
  await answer(poll, seats[0] as (typeof seats)[0], ["NO", "YES", "NO"]);
  const { slots } = await read(poll, coLeadOf(group));
  const input = { id: poll, slot: slots.nodes[1].id };
  const { data } = await execute(FINALISE, { viewer: coLeadOf(group), input });
  expect(data?.finalisePoll.meeting).toMatchObject({
    ...{ id: next.id, title: next.title, startsAt: "2041-01-11T14:00:00.000Z" },
    attendance: { nodes: [{ status: "INVITED" }, { status: "INVITED" }] },
  });
  const after = await db().manager.findOneByOrFail(Meeting, { id: next.id });
  expect(after).toMatchObject({
    recurrenceStart: next.recurrenceStart,
    sequence: next.sequence + 1,
  });
  for (const { id, startsAt } of others) {
    expect(await db().manager.findOneByOrFail(Meeting, { id })).toMatchObject({ startsAt });
  }
  const foreign = { ...ASKED, group, deadline: inAWeek(), meeting: await buildMeeting() };
  const viewer = { ...admin, groups: coLeadOf(group).groups };
  const refused = await execute(CREATE, { viewer, input: foreign });
  expect(errorOf(refused)).toEqual({ code: "BAD_USER_INPUT", field: "meeting" });
});

it("moves a meeting of a series on the series' clock, and no later change of all moves it back", async () => {
  const { group } = await buildSeats(1);
  const series = await buildSeries({ ...QUARTERLY, group });
  const shown = async () => {
    const query = "query ($id: ID!) { meetingSeriesCalendar(id: $id) }";
    const { data } = await execute(query, { viewer: admin, id: series });
    return shownCalendar(data?.meetingSeriesCalendar as string).map(({ start }) => start);
  };
  const [, second] = await db().manager.find(Meeting, {
    where: { seriesId: series },
    order: { startsAt: "ASC" },
  });
  const [first, , ...others] = await shown();
  const localStarts = ["2027-04-15T21:30:00"];
  const poll = await openPoll(group, {
    ...{ meeting: second?.id, localStarts, timeZone: "Asia/Tokyo", durationMinutes: 45 },
  });
  const { slots } = await read(poll, coLeadOf(group));
  const input = { id: poll, slot: slots.nodes[0].id };
  expect((await execute(FINALISE, { viewer: coLeadOf(group), input })).errors).toBeUndefined();
  const chosen = "2027-04-15T12:30:00.000Z";
  expect(await shown()).toEqual([first, chosen, ...others]);
  const { version } = await db().manager.findOneByOrFail(Meeting, { id: second?.id ?? "" });
  expect(version).toBe((second?.version ?? 0) + 1);
  const later = { id: series, localStart: "2027-01-14T15:00:00" };
  const update = `mutation ($input: UpdateMeetingSeriesInput!) {
    updateMeetingSeries(input: $input) { id } }`;
  expect((await execute(update, { viewer: admin, input: later })).errors).toBeUndefined();
  expect((await shown())[1]).toBe(chosen);
  expect((await shown())[0]).toBe("2027-01-14T15:00:00.000Z");
});

it("hides answers, counts and ranking from the others unless they are shown", async () => {
  const { group, seats } = await buildSeats(2);
  const [first, second] = seats as [(typeof seats)[0], (typeof seats)[0]];
  const hidden = await openPoll(group);
  const shown = await openPoll(group, { showsAnswers: true });
  for (const poll of [hidden, shown]) await answer(poll, first, ["NO", "NO", "YES"]);
  const before = await read(hidden, second.viewer);
  expect(before).toMatchObject({ viewerCanSeeAnswers: false, invitations: null });
  expect(before.slots.nodes.map((one: { result: unknown }) => one.result)).toEqual([
    ...[null, null, null],
  ]);
  // Nor does the order of the times tell which is ahead.
  expect(before.slots.nodes.map((one: { localStart: string }) => one.localStart)).toEqual(
    ASKED.localStarts,
  );
  expect(before.viewerInvitations.nodes).toEqual([
    {
      ...{ organisation: { id: second.organisation }, person: null, answeredAt: null },
      answers: { nodes: [] },
    },
  ]);
  const own = (await read(hidden, first.viewer)).viewerInvitations.nodes[0];
  expect(own.answers.nodes.map((one: { choice: string }) => one.choice)).toEqual([
    ...["NO", "NO", "YES"],
  ]);
  const open = await read(shown, second.viewer);
  expect(open.slots.nodes[2].result).toMatchObject({ rank: 1, yesCount: 1 });
  expect(open.invitations.totalCount).toBe(2);
  // Deny by default: whoever does not sit there sees no poll at all.
  for (const viewer of [null, buildViewer({ id: "acc_other" })]) {
    expect(await read(shown, viewer)).toBeNull();
  }
});

it("counts nobody whom the viewer may not see", async () => {
  const { group, seats } = await buildSeats(1);
  const hidden = await buildOrganisation({ audience: "NOBODY" as never });
  const person = await buildPerson();
  await buildSeat({ group, organisation: hidden, delegate: person });
  const poll = await openPoll(group);
  const viewer = buildViewer({
    ...{ id: "acc_hidden", person, groups: [{ id: group, role: "MEMBER" as const }] },
  });
  await answer(poll, { viewer, organisation: hidden }, ["YES", "YES", "YES"]);
  const seen = await read(poll, coLeadOf(group));
  expect(seen.invitations.nodes).toMatchObject([{ organisation: { id: seats[0]?.organisation } }]);
  expect(seen.slots.nodes[0].result).toMatchObject({ yesCount: 0 });
  expect((await read(poll, admin)).slots.nodes[0].result).toMatchObject({ yesCount: 1 });
});

it("takes no answer after the deadline, and keeps what was said before", async () => {
  const { group, seats } = await buildSeats(1);
  const [seat] = seats as [(typeof seats)[0]];
  const poll = await openPoll(group);
  await answer(poll, seat, ["YES", "NO", "NO"]);
  await passDeadline(poll);
  const late = await answer(poll, seat, ["NO", "NO", "NO"]);
  expect(errorOf(late)).toEqual({ code: "CONFLICT", field: "poll" });
  await runClose(poll);
  await runClose(poll);
  const seen = await read(poll, seat.viewer);
  expect(seen).toMatchObject({ status: "CLOSED", viewerCanAnswer: false });
  const said = seen.viewerInvitations.nodes[0].answers.nodes;
  expect(said.map((one: { choice: string }) => one.choice)).toEqual(["YES", "NO", "NO"]);
});

it("closes no poll before its deadline by the job, and by hand for those who convene", async () => {
  const { group, seats } = await buildSeats(1);
  const poll = await openPoll(group);
  await runClose(poll);
  expect((await read(poll, coLeadOf(group))).status).toBe("OPEN");
  const CLOSE = `mutation ($input: ClosePollInput!) { closePoll(input: $input) { status } }`;
  const input = { id: poll };
  const refused = await execute(CLOSE, { viewer: seats[0]?.viewer ?? null, input });
  expect(errorOf(refused).code).toBe("FORBIDDEN");
  expect(errorOf(await execute(CLOSE, { viewer: null, input })).code).toBe("UNAUTHENTICATED");
  const { data } = await execute(CLOSE, { viewer: coLeadOf(group), input });
  expect(data?.closePoll.status).toBe("CLOSED");
});

it("lets answer who fills the seat, acts for its organisation, or is asked themselves", async () => {
  const { group, seats } = await buildSeats(1);
  const [seat] = seats as [(typeof seats)[0]];
  const asked = await buildPerson();
  const poll = await openPoll(group, { people: [asked] });
  const groups = [{ id: group, role: "MEMBER" as const }];
  const other = buildViewer({ id: "acc_member", person: await buildPerson(), groups });
  const organisations = [{ id: seat.organisation, role: "EDITOR" as const }];
  const editor = buildViewer({ id: "acc_editor", groups, organisations });
  const { organisation } = seat;
  const refused = await answer(poll, { viewer: other, organisation }, ["YES"]);
  expect(errorOf(refused).code).toBe("FORBIDDEN");
  expect((await answer(poll, { viewer: editor, organisation }, ["YES"])).errors).toBeUndefined();
  const themselves = buildViewer({ id: "acc_asked", person: asked, groups });
  const own = await answer(poll, { viewer: themselves, organisation: null }, ["NO"]);
  expect(own.errors).toBeUndefined();
  const uninvited = await answer(poll, { viewer: other, organisation: null }, ["NO"]);
  expect(errorOf(uninvited).code).toBe("NOT_FOUND");
  const slot = "psl_other";
  const input = { poll, organisation, answers: [{ slot, choice: "YES" }] };
  expect(errorOf(await execute(ANSWER, { viewer: seat.viewer, input }))).toEqual({
    ...{ code: "BAD_USER_INPUT", field: "answers.0.slot" },
  });
  expect(errorOf(await execute(ANSWER, { viewer: null, input })).code).toBe("UNAUTHENTICATED");
});

it.each([
  ["deadline", { deadline: "2020-01-01T00:00:00Z" }],
  ["deadline", { deadline: "2041-01-11T00:00:00Z" }],
  ["localStarts", { localStarts: [] }],
  ["localStarts.1", { localStarts: ["2041-01-10T14:00:00", "2041-01-10T14:00:00"] }],
  ["localStarts.0", { localStarts: ["2041-03-31T01:30:00"] }],
  ["quorum", { quorum: 2 }],
  ["requiredOrganisations.0", { requiredOrganisations: ["org_none"] }],
  ["people.0", { people: ["per_none"] }],
])("refuses what is no poll: %s", async (field, wrong) => {
  const { group } = await buildSeats(1);
  const input = { ...ASKED, group, deadline: inAWeek(), ...wrong };
  const refused = await execute(CREATE, { viewer: coLeadOf(group), input });
  expect(errorOf(refused)).toEqual({ code: "BAD_USER_INPUT", field });
});

it("is opened by those who convene, and costs as many statements for many times as for one", async () => {
  const group = await buildGroup();
  const input = { ...ASKED, group, deadline: inAWeek() };
  expect(errorOf(await execute(CREATE, { viewer: seatedIn(group), input })).code).toBe("FORBIDDEN");
  expect(errorOf(await execute(CREATE, { viewer: null, input })).code).toBe("UNAUTHENTICATED");
  const many = await buildSeats(4);
  const [small, large] = [
    await openPoll(many.group, { localStarts: ["2041-01-10T14:00:00"] }),
    await openPoll(many.group),
  ];
  const cost = (poll: string) => sqlOf(() => read(poll, coLeadOf(many.group)));
  expect((await cost(large)).length).toBe((await cost(small)).length);
});
