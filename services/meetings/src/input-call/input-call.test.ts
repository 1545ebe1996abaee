import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import {
  coLeadOf,
  createFactories,
  errorOf,
  inNetwork,
  localFromNow,
  seatedIn,
} from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, sqlOf, tell } = harness;
const { buildAgendaItem, buildGroup, buildInputCall, buildMeeting, buildNetwork, buildSeries } =
  createFactories(harness);

const READ = `query ($id: ID!, $keys: [_Any!]!) {
  meeting(id: $id) { agendaDocument { text } agenda { nodes { id consultation { id } } } }
  _entities(representations: $keys) { ... on InputCall { id agendaItems { nodes { id } } } } }`;

/** The mutation, and behind it what is asked of its answer. */
function change(asked: string, viewer: Viewer | null, input: object) {
  const [mutation = "", fields = "id"] = asked.split(/ (.*)/s);
  const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { made: ${mutation}(input: $input) { ${fields} } }`;
  return execute(query, { viewer, input });
}

/** What somebody sees of the link: from the item, from the call, and in the agenda as a file. */
async function seenBy(viewer: Viewer | null, meeting: string, call: string) {
  const keys = [{ __typename: "InputCall", id: call }];
  const { data, errors } = await execute(READ, { viewer, id: meeting, keys });
  expect(errors).toBeUndefined();
  const [{ consultation }] = data.meeting.agenda.nodes;
  const found = [consultation !== null, data._entities[0] !== null];
  expect([...found, data.meeting.agendaDocument.text.includes("Asked")]).toEqual(
    Array.from({ length: 3 }, () => found[0]),
  );
  return found[0];
}

it("links an item with a call, both ways, and shows the link to those alone whom the call asks", async () => {
  const network = await buildNetwork();
  const organisation = newId("org");
  const group = await buildGroup({ network, organisations: [organisation] });
  const meeting = await buildMeeting({ group });
  const call = await buildInputCall(group, { addressees: "MEMBERS", title: "Asked" });
  const item = await buildAgendaItem(meeting, { consultation: call });
  const acting = buildViewer({ organisations: [{ id: organisation, role: "DELEGATE" }] });
  const inside = [admin, coLeadOf(group), seatedIn(group), acting];
  const secretariat = inNetwork(network, "SECRETARIAT");
  const ofOther = seatedIn(await buildGroup());
  const asked = [
    ["MEMBERS", [...inside, secretariat], [null, buildViewer(), ofOther, inNetwork(network)]],
    ["NETWORK", [...inside, secretariat, inNetwork(network)], [null, buildViewer(), ofOther]],
    ["PUBLIC", [null, buildViewer(), ofOther, ...inside], []],
  ] as const;
  for (const [addressees, those, others] of asked) {
    await buildInputCall(group, { id: call, addressees, title: "Asked" });
    for (const viewer of those) expect(await seenBy(viewer, meeting, call)).toBe(true);
    for (const viewer of others) expect(await seenBy(viewer, meeting, call)).toBe(false);
  }
  const keys = [{ __typename: "InputCall", id: call }];
  const { data } = await execute(READ, { viewer: null, id: meeting, keys });
  expect(data._entities).toEqual([{ id: call, agendaItems: { nodes: [{ id: item }] } }]);
  // A meeting that is hidden is about nothing.
  await change("updateMeeting", coLeadOf(group), { id: meeting, audience: "NOBODY" });
  const outside = await execute(READ, { viewer: null, id: meeting, keys });
  expect(outside.data._entities).toEqual([{ id: call, agendaItems: { nodes: [] } }]);
  await tell("working-groups", { type: "InputCall", id: call, payload: null });
  const gone = await execute(READ, { viewer: coLeadOf(group), id: meeting, keys });
  expect(gone.data.meeting.agenda.nodes).toEqual([{ id: item, consultation: null }]);
  expect(gone.data._entities).toEqual([null]);
});

it("finds no call that is missing or hidden, and takes the link away", async () => {
  const group = await buildGroup();
  const meeting = await buildMeeting({ group });
  const [lead, own] = [coLeadOf(group), await buildInputCall(group)];
  const hidden = await buildInputCall(await buildGroup());
  const item = await buildAgendaItem(meeting, { consultation: own });
  for (const consultation of [hidden, newId("icl")]) {
    const answers = [
      await change("updateAgendaItem", lead, { id: item, consultation }),
      await change("proposeAgendaItem", lead, {
        ...{ meeting, consultation, title: "?", purpose: "INFORM", minutesAsked: 5 },
      }),
    ];
    for (const answer of answers) {
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "InputCall" });
    }
  }
  const fields = "title consultation { id }";
  const renamed = await change(`updateAgendaItem ${fields}`, lead, { id: item, title: "T" });
  expect(renamed.data.made).toEqual({ title: "T", consultation: { id: own } });
  const taken = await change(`updateAgendaItem ${fields}`, lead, { id: item, consultation: null });
  expect(taken.data.made).toEqual({ title: "T", consultation: null });
});

it("goes with what is proposed, accepted, put off, and carried over", async () => {
  const group = await buildGroup();
  const lead = coLeadOf(group);
  const dates = { localStart: localFromNow(2), timeZone: "UTC" };
  const series = await buildSeries({ group, ...dates });
  const read = await execute(
    `query ($id: ID!) { meetingSeries(id: $id) { meetings { nodes { id } } } }`,
    { id: series },
  );
  const [meeting, next] = read.data.meetingSeries.meetings.nodes.map(
    (one: { id: string }) => one.id,
  );
  const call = await buildInputCall(group, { title: "Asked" });
  const fields = "id consultation { id } agendaItem { id consultation { id } }";
  const asked = { title: "Housing", purpose: "DISCUSS", minutesAsked: 20 };
  const proposed = await change(`proposeAgendaItem ${fields}`, seatedIn(group), {
    ...asked,
    meeting,
    consultation: call,
  });
  const { id, ...rest } = proposed.data.made;
  expect(rest).toEqual({ consultation: { id: call }, agendaItem: null });
  const accepted = await change(`acceptAgendaProposal ${fields}`, lead, { id });
  const { agendaItem } = accepted.data.made;
  expect(agendaItem.consultation).toEqual({ id: call });
  const put = await change(`postponeAgendaItem ${fields}`, lead, { agendaItem: agendaItem.id });
  expect(put.data.made).toMatchObject({ consultation: { id: call } });

  const kept = await buildAgendaItem(meeting, { consultation: call });
  await change("updateMeeting", lead, { id: meeting, localStart: localFromNow(-2) });
  await change("concludeMeeting", lead, { meeting });
  const carried = await execute(
    `query ($id: ID!) { meeting(id: $id) { agenda { nodes { carriedFrom { id } consultation { id } } } } }`,
    { viewer: lead, id: next },
  );
  expect(carried.data.meeting.agenda.nodes).toEqual([
    { carriedFrom: { id: kept }, consultation: { id: call } },
  ]);
});

it("asks for all calls of an agenda in two statements", async () => {
  const group = await buildGroup();
  const meeting = await buildMeeting({ group });
  for (let made = 0; made < 3; made += 1) {
    await buildAgendaItem(meeting, { consultation: await buildInputCall(group) });
  }
  const query = `query ($id: ID!) { meeting(id: $id) { agenda { nodes { consultation { id } } } } }`;
  const statements = await sqlOf(() => execute(query, { viewer: seatedIn(group), id: meeting }));
  expect(
    statements.filter((text) => /input_call_replica|working_group_replica/.test(text)),
  ).toHaveLength(2);
});
