import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { coLeadOf, createFactories, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, tell, told } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildOrganisation, buildSeries } =
  createFactories(harness);

const takeDown = (id: string) => tell("stakeholders", { type: "Takedown", id, payload: {} });
const restore = (id: string) => tell("stakeholders", { type: "Takedown", id, payload: null });

/** Which meetings of a series a viewer is told of, on any of three paths. */
async function seen(viewer: Viewer | null, series: string, ids: readonly string[]) {
  const { data, errors } = await execute(
    `query ($series: ID!) { meetingSeries(id: $series) { meetings(first: 50) { nodes { id } } }
      meetings(first: 100) { nodes { id } }
      ${ids.map((id, index) => `m${index}: meeting(id: "${id}") { id }`).join(" ")} }`,
    { viewer, series },
  );
  expect(errors).toBeUndefined();
  const text = JSON.stringify(data);
  return ids.filter((id) => text.includes(id));
}

const meetingsOf = async (series: string): Promise<string[]> => {
  const query = `query ($series: ID!) { meetingSeries(id: $series) { meetings { nodes { id } } } }`;
  const { data } = await execute(query, { viewer: admin, series });
  return data.meetingSeries.meetings.nodes.map(({ id }: { id: string }) => id);
};

const audiencesTold = async (ids: readonly string[]) =>
  (await told("Meeting"))
    .filter(({ id }) => ids.includes(id))
    .map(({ payload }) => Object(payload).protection.audience as string);

it("hides with an agenda item the proposal that it was, and what it has left for later", async () => {
  const group = await buildGroup();
  const series = await buildSeries({ group });
  const [meeting = ""] = await meetingsOf(series);
  const lead = { ...coLeadOf(group), person: "per_lead" };
  const change = async (field: string, input: object, selection = "id") => {
    const type = `${field[0]?.toUpperCase() ?? ""}${field.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { made: ${field}(input: $input) { ${selection} } }`;
    const { data, errors } = await execute(query, { viewer: lead, input });
    expect(errors).toBeUndefined();
    return data.made;
  };
  const said = { title: "Name the shelter", purpose: "DISCUSS", minutesAsked: 5 };
  const { id: proposal } = await change("proposeAgendaItem", { meeting, ...said });
  const accepts = { id: proposal };
  const { agendaItem } = await change("acceptAgendaProposal", accepts, "agendaItem { id }");
  const { id: later } = await change("postponeAgendaItem", { agendaItem: agendaItem.id });
  const query = `query ($meeting: ID!, $series: ID!, $proposal: ID!, $later: ID!) {
    one: agendaProposal(id: $proposal) { title } two: agendaProposal(id: $later) { title }
    meeting(id: $meeting) { agendaProposals { totalCount nodes { title } } }
    meetingSeries(id: $series) { agendaProposals { nodes { title } }
      agendaBacklog { totalCount nodes { title } } } }`;
  const told = async (viewer: Viewer | null) => {
    const { data, errors } = await execute(query, { viewer, meeting, series, proposal, later });
    expect(errors).toBeUndefined();
    return JSON.stringify(data).split("Name the shelter").length - 1;
  };
  const sitting = seatedIn(group);
  const all = await told(sitting);
  expect([all > 4, await told(null)]).toEqual([true, 0]);
  await takeDown(agendaItem.id);
  expect([await told(sitting), await told(lead)]).toEqual([0, all]);
  await restore(agendaItem.id);
  expect(await told(sitting)).toBe(all);
});

it("hides with an agenda item what came of it, but from those who convene", async () => {
  const group = await buildGroup();
  const meeting = await buildMeeting({ group });
  const agendaItem = await buildAgendaItem(meeting);
  const organisation = await buildOrganisation();
  const lead = coLeadOf(group);
  const change = async (field: string, input: object, viewer: Viewer = lead) => {
    const type = `${field[0]?.toUpperCase() ?? ""}${field.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`;
    return execute(query, { viewer, input });
  };
  const agreed = { meeting, agendaItem, organisation, text: "Name the shelter" };
  const { data: one } = await change("recordDecision", agreed);
  const { data: two } = await change("recordAction", agreed);
  await change("saveMinutes", { agendaItem, text: "Name the shelter", baseVersion: 0 });
  const ids = { meeting, decision: one.recordDecision.id, action: two.recordAction.id };
  const query = `query ($meeting: ID!, $decision: ID!, $action: ID!) {
    decision(id: $decision) { text } action(id: $action) { text }
    meeting(id: $meeting) { decisions { totalCount nodes { text } } actions { nodes { text } }
      minutesDocument(format: MARKDOWN) { text }
      agenda { nodes { minutes { text } decisions { nodes { text } } } } } }`;
  const told = async (viewer: Viewer | null) => {
    const { data, errors } = await execute(query, { viewer, ...ids });
    expect(errors).toBeUndefined();
    return JSON.stringify(data).split("Name the shelter").length - 1;
  };
  const carrying = buildViewer({ organisations: [{ id: organisation, role: "OWNER" }] });
  const sitting = seatedIn(group);
  const all = await told(sitting);
  expect([all > 5, await told(carrying), await told(lead)]).toEqual([true, 2, all]);
  await takeDown(agendaItem);
  expect(await Promise.all([sitting, carrying, null].map(told))).toEqual([0, 0, 0]);
  expect(await told(lead)).toBe(all);
  for (const [field, id] of [
    ["updateDecision", ids.decision],
    ["updateAction", ids.action],
  ] as const) {
    for (const viewer of [sitting, carrying]) {
      const { errors } = await change(field, { id, state: null, note: null }, viewer);
      expect(errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND" });
    }
  }
  await restore(agendaItem);
  expect(await told(sitting)).toBe(all);
});

it("hides with a series its meetings, but from those who convene, and shows them again as they were", async () => {
  const group = await buildGroup();
  const series = await buildSeries({ group });
  const ids = await meetingsOf(series);
  const [alone = "", narrow = ""] = ids;
  const audience = Audience.NETWORK;
  const UPDATE = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { id } }`;
  await execute(UPDATE, { viewer: admin, input: { id: narrow, audience } });
  const single = await buildMeeting({ group });
  await takeDown(alone);
  await takeDown(series);
  expect(await seen(null, series, ids)).toEqual([]);
  expect(await seen(seatedIn(group), series, ids)).toEqual([]);
  expect(await seen(coLeadOf(group), series, ids)).toEqual(ids);
  expect(new Set(await audiencesTold(ids))).toEqual(new Set(["TAKEN_DOWN"]));
  expect(await seen(null, series, [single])).toEqual([single]);
  // Neither a change of the meeting nor of its group brings it back.
  const input = { id: ids[2], title: "Moved", audience: Audience.PUBLIC };
  expect((await execute(UPDATE, { viewer: coLeadOf(group), input })).errors).toBeUndefined();
  await buildGroup({ id: group, audience: Audience.NETWORK });
  await buildGroup({ id: group });
  expect(await seen(null, series, ids)).toEqual([]);
  await restore(series);
  expect(await seen(null, series, ids)).toEqual(ids.slice(2));
  expect(await seen(seatedIn(group), series, ids)).toEqual(ids.slice(1));
  await restore(alone);
  expect(await seen(null, series, ids)).toEqual([alone, ...ids.slice(2)]);
});
