import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import {
  coLeadOf,
  createFactories,
  errorOf,
  localFromNow,
  seatedIn,
} from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, sqlOf, told } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildOrganisation, buildPerson, buildSeat } =
  createFactories(harness);
const { buildPractice, buildSeries } = createFactories(harness);

const FIELDS = `id title state purpose minutesAsked explanation reason decidedAt
  meeting { id } series { id } proposer { id } organisation { id } objective { number }
  practice { id } agendaItem { id title position durationMinutes presenter { id } }
  carriedFrom { id } viewerIsProposer viewerCanEdit viewerCanWithdraw viewerCanDecide`;

function change(mutation: string, viewer: Viewer | null, input: object) {
  const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { made: ${mutation}(input: $input) { ${FIELDS} } }`;
  return execute(query, { viewer, input });
}

async function made(mutation: string, viewer: Viewer, input: object) {
  const { data, errors } = await change(mutation, viewer, input);
  expect(errors).toBeUndefined();
  return data.made;
}

const ASKED = { title: "Housing", purpose: "DISCUSS", minutesAsked: 20 };

/** A group with a co-lead and a member, each in a seat of an organisation. */
async function buildSeated() {
  const group = await buildGroup();
  const [lead, member] = [await buildPerson(), await buildPerson()];
  const organisation = await buildOrganisation({ name: "Harbour" });
  await buildSeat({
    group,
    organisation: await buildOrganisation(),
    delegate: lead,
    role: "CO_LEAD",
  });
  await buildSeat({ group, organisation, alternate: member });
  return {
    group,
    organisation,
    lead: { ...coLeadOf(group), person: lead },
    member: { ...seatedIn(group), person: member },
  };
}

const observerOf = (id: string) => buildViewer({ groups: [{ id, role: "OBSERVER" }] });

async function meetingsOf(series: string): Promise<string[]> {
  const { data } = await execute(
    `query ($id: ID!) { meetingSeries(id: $id) { meetings { nodes { id } } } }`,
    { id: series },
  );
  return data.meetingSeries.meetings.nodes.map(({ id }: { id: string }) => id);
}

const newsTo = async (person: string | null) =>
  (await told("Notice"))
    .map(({ payload }) => Object(payload))
    .filter(({ people }) => people.includes(person))
    .map(({ item }) => [item.event, item.title, item.name, item.text]);

it("lets a member propose and change an item, co-leads put it in its place, and tells both", async () => {
  const { group, organisation, lead, member } = await buildSeated();
  const meeting = await buildMeeting({ group });
  const first = await buildAgendaItem(meeting);
  const practice = await buildPractice();
  const proposed = await made("proposeAgendaItem", member, { meeting, ...ASKED, practice });
  expect(proposed).toMatchObject({
    ...{ ...ASKED, state: "PROPOSED", decidedAt: null, meeting: { id: meeting } },
    ...{ proposer: { id: member.person }, organisation: { id: organisation } },
    ...{ viewerIsProposer: true, viewerCanEdit: true, viewerCanDecide: false, agendaItem: null },
  });
  const { id } = proposed;
  await made("updateAgendaProposal", member, { id, title: "Homes", objective: 7 });
  expect(await newsTo(lead.person)).toEqual([["AGENDA_PROPOSED", "Housing", "Harbour", null]]);

  const input = { id, durationMinutes: 15, position: 1, idempotencyKey: "once" };
  const accepted = await made("acceptAgendaProposal", lead, input);
  expect(accepted).toMatchObject({
    state: "ACCEPTED",
    agendaItem: { title: "Homes", position: 1, durationMinutes: 15 },
  });
  expect(accepted.agendaItem.presenter).toEqual({ id: organisation });
  expect(await made("acceptAgendaProposal", lead, input)).toEqual(accepted);
  expect(await newsTo(member.person)).toEqual([["AGENDA_ACCEPTED", "Homes", null, null]]);
  const { data } = await execute(
    `query ($id: ID!) { meeting(id: $id) { agenda { nodes { id proposal { id minutesAsked } } } } }`,
    { viewer: member, id: meeting },
  );
  expect(data.meeting.agenda.nodes).toEqual([
    { id: accepted.agendaItem.id, proposal: { id, minutesAsked: 20 } },
    { id: first, proposal: null },
  ]);
  // It is decided: nobody changes it any more.
  expect(errorOf(await change("updateAgendaProposal", member, { id, title: "No" }))).toEqual({
    code: "CONFLICT",
  });
  expect(errorOf(await change("withdrawAgendaProposal", member, { id })).code).toBe("CONFLICT");
  expect(errorOf(await change("declineAgendaProposal", lead, { id, reason: "No" })).code).toBe(
    "CONFLICT",
  );
});

it("declines with a reason, and takes back what waits", async () => {
  const { group, lead, member } = await buildSeated();
  const meeting = await buildMeeting({ group });
  const { id } = await made("proposeAgendaItem", member, { meeting, ...ASKED });
  expect(errorOf(await change("declineAgendaProposal", lead, { id, reason: " " }))).toEqual({
    code: "BAD_USER_INPUT",
    field: "reason",
  });
  const reason = "Next year";
  const declined = await made("declineAgendaProposal", lead, { id, reason });
  expect(declined).toMatchObject({ state: "DECLINED", reason, viewerCanDecide: false });
  expect(await newsTo(member.person)).toEqual([["AGENDA_DECLINED", "Housing", null, reason]]);

  const other = await made("proposeAgendaItem", member, { meeting, ...ASKED });
  const back = { id: other.id };
  expect(errorOf(await change("withdrawAgendaProposal", lead, back)).code).toBe("FORBIDDEN");
  expect((await made("withdrawAgendaProposal", member, back)).state).toBe("WITHDRAWN");
  expect((await made("withdrawAgendaProposal", member, back)).state).toBe("WITHDRAWN");
  expect(errorOf(await change("acceptAgendaProposal", lead, back)).code).toBe("CONFLICT");
});

it("lets proposals wait in the backlog of the series for one of its meetings", async () => {
  const { group, lead, member } = await buildSeated();
  const series = await buildSeries({ group });
  const [first = "", second = ""] = await meetingsOf(series);
  const atOnce = await made("proposeAgendaItem", member, { series, ...ASKED, title: "Any time" });
  const { id } = await made("proposeAgendaItem", member, { meeting: first, ...ASKED });
  expect((await made("postponeAgendaProposal", lead, { id })).state).toBe("BACKLOG");
  expect(errorOf(await change("postponeAgendaProposal", lead, { id })).code).toBe("CONFLICT");
  expect(await newsTo(member.person)).toEqual([["AGENDA_POSTPONED", "Housing", null, null]]);
  const lists = async (viewer: Viewer | null) =>
    (
      await execute(
        `query ($id: ID!) { meetingSeries(id: $id) { agendaProposals { nodes { id } }
          agendaBacklog { totalCount nodes { id } } } }`,
        { viewer, id: series },
      )
    ).data.meetingSeries;
  expect(await lists(observerOf(group))).toEqual({
    agendaProposals: { nodes: [{ id }, { id: atOnce.id }] },
    agendaBacklog: { totalCount: 1, nodes: [{ id }] },
  });
  expect(await lists(null)).toEqual({ agendaProposals: null, agendaBacklog: null });
  expect(errorOf(await change("acceptAgendaProposal", lead, { id })).field).toBe("meeting");
  const elsewhere = await buildMeeting();
  const moved = { ...lead, groups: [...lead.groups], platform: ["ADMIN" as const] };
  expect(
    errorOf(await change("acceptAgendaProposal", moved, { id, meeting: elsewhere })).field,
  ).toBe("meeting");
  await made("acceptAgendaProposal", lead, { id, meeting: second });
  expect((await lists(member)).agendaBacklog.totalCount).toBe(0);
});

it("lets an unfinished item wait in the backlog instead of going on, with its lineage", async () => {
  const { group, lead } = await buildSeated();
  const series = await buildSeries({ group, localStart: localFromNow(-48), timeZone: "UTC" });
  const [past = "", , third = ""] = await meetingsOf(series);
  const agendaItem = await buildAgendaItem(past, { title: "Left over" });
  const other = await buildAgendaItem(past, { title: "Goes on" });
  await execute(
    `mutation ($input: ApplyChathamHouseRuleInput!) { applyChathamHouseRule(input: $input) { id } }`,
    { viewer: lead, input: { meeting: past, agendaItem } },
  );
  const { id, ...rest } = await made("postponeAgendaItem", lead, { agendaItem });
  expect(rest).toMatchObject({ state: "BACKLOG", carriedFrom: { id: agendaItem }, proposer: null });
  expect(errorOf(await change("postponeAgendaItem", lead, { agendaItem })).code).toBe("CONFLICT");
  await execute(
    `mutation ($input: ConcludeMeetingInput!) { concludeMeeting(input: $input) { id } }`,
    { viewer: lead, input: { meeting: past } },
  );
  expect(errorOf(await change("postponeAgendaItem", lead, { agendaItem: other })).code).toBe(
    "CONFLICT",
  );
  const accepted = await made("acceptAgendaProposal", lead, { id, meeting: third });
  const { data } = await execute(
    `query ($left: ID!, $other: ID!) {
      left: agendaItem(id: $left) { outcome postponedTo { id }
        carriedTo { id isUnderChathamHouseRule meeting { id } } }
      other: agendaItem(id: $other) { carriedTo { title } } }`,
    { viewer: lead, left: agendaItem, other },
  );
  expect(data).toEqual({
    left: {
      ...{ outcome: "UNFINISHED", postponedTo: { id } },
      carriedTo: {
        ...{ id: accepted.agendaItem.id, isUnderChathamHouseRule: true },
        meeting: { id: third },
      },
    },
    other: { carriedTo: { title: "Goes on" } },
  });
});

it("shows proposals to those who sit there, and to nobody who proposed under the rule", async () => {
  const { group, lead, member } = await buildSeated();
  const meeting = await buildMeeting({ group });
  const { id } = await made("proposeAgendaItem", member, { meeting, ...ASKED });
  const query = `query ($id: ID!, $meeting: ID!) { agendaProposal(id: $id) { proposer { id } }
    meeting(id: $meeting) { viewerCanPropose agendaProposals { nodes { id } } } }`;
  const seen = async (viewer: Viewer | null) =>
    (await execute(query, { viewer, id, meeting })).data;
  for (const viewer of [null, seatedIn(await buildGroup())]) {
    expect(await seen(viewer)).toEqual({
      agendaProposal: null,
      meeting: { viewerCanPropose: false, agendaProposals: null },
    });
  }
  expect(await seen(observerOf(group))).toEqual({
    agendaProposal: { proposer: { id: member.person } },
    meeting: { viewerCanPropose: false, agendaProposals: { nodes: [{ id }] } },
  });
  await execute(
    `mutation ($input: ApplyChathamHouseRuleInput!) { applyChathamHouseRule(input: $input) { id } }`,
    { viewer: lead, input: { meeting } },
  );
  expect((await seen(lead)).agendaProposal).toEqual({ proposer: null });
});

it("reads the proposals of several meetings in one statement", async () => {
  const { group, member } = await buildSeated();
  const ids = [await buildMeeting({ group }), await buildMeeting({ group })];
  for (const meeting of ids) await made("proposeAgendaItem", member, { meeting, ...ASKED });
  const fields = ids.map(
    (id, at) => `m${at}: meeting(id: "${id}") { agendaProposals { nodes { id } } }`,
  );
  const statements = await sqlOf(() => execute(`{ ${fields.join(" ")} }`, { viewer: member }));
  expect(statements.filter((text) => text.includes("agenda_proposal"))).toHaveLength(1);
});

it("refuses who may not, what is over, and what makes no sense", async () => {
  const { group, lead, member } = await buildSeated();
  const meeting = await buildMeeting({ group });
  const over = await buildMeeting({ group, localStart: localFromNow(-72), timeZone: "UTC" });
  const { id } = await made("proposeAgendaItem", member, { meeting, ...ASKED });
  const hidden = await buildMeeting({ group: await buildGroup({ audience: "NOBODY" as never }) });
  const asked = { meeting, ...ASKED };
  const foreign = await buildOrganisation();
  const cases: [string, Viewer | null, object, object][] = [
    ["proposeAgendaItem", null, asked, { code: "UNAUTHENTICATED" }],
    ["proposeAgendaItem", observerOf(group), asked, { code: "FORBIDDEN" }],
    ["proposeAgendaItem", member, { ...asked, organisation: foreign }, { code: "FORBIDDEN" }],
    ["proposeAgendaItem", member, { ...asked, meeting: hidden }, { code: "NOT_FOUND" }],
    ["proposeAgendaItem", member, { ...asked, practice: newId("prc") }, { code: "NOT_FOUND" }],
    ["proposeAgendaItem", member, { ...asked, meeting: over }, { code: "CONFLICT" }],
    ["proposeAgendaItem", member, ASKED, { code: "BAD_USER_INPUT", field: "meeting" }],
    [
      "proposeAgendaItem",
      member,
      { ...asked, minutesAsked: 0 },
      { code: "BAD_USER_INPUT", field: "minutesAsked" },
    ],
    ["acceptAgendaProposal", member, { id }, { code: "FORBIDDEN" }],
    ["acceptAgendaProposal", seatedIn(await buildGroup()), { id }, { code: "NOT_FOUND" }],
    ["postponeAgendaProposal", lead, { id }, { code: "CONFLICT" }],
    ["postponeAgendaItem", member, { agendaItem: newId("agi") }, { code: "NOT_FOUND" }],
  ];
  for (const [mutation, viewer, input, expected] of cases) {
    expect([mutation, errorOf(await change(mutation, viewer, input))]).toEqual([
      mutation,
      expect.objectContaining(expected),
    ]);
  }
});
