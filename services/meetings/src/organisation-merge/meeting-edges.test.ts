import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { createFactories, inNetwork, QUARTERLY, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { db, execute, tell, told } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildOrganisation } = createFactories(harness);
const { buildPerson, buildSeat, buildSeries } = createFactories(harness);

const edges = () =>
  db().query<{ kind: string; id: string; organisation: string }[]>(
    `SELECT 'item' AS kind, id, presenter_id AS organisation FROM agenda_item
     UNION ALL SELECT 'attendance', id, organisation_id FROM attendance
     UNION ALL SELECT 'action', id, organisation_id FROM action
     UNION ALL SELECT 'proposal', id, organisation_id FROM agenda_proposal
     UNION ALL SELECT 'turn', id, holder_id FROM meeting_turn
     UNION ALL SELECT 'holder', id, holder_id FROM rotation_holder
     UNION ALL SELECT 'latest', id, last_id FROM rotation ORDER BY 1, 2`,
  );

async function attend(meeting: string, organisation: string): Promise<string> {
  const query = `mutation ($input: RecordAttendanceInput!) {
    recordAttendance(input: $input) { id } }`;
  const input = { meeting, organisation, status: "ATTENDED" };
  const { data } = await execute(query, { viewer: admin, input });
  return data.recordAttendance.id;
}

it("moves who presents and who came, keeps what the other has, tells it, and gives all back", async () => {
  const [from, into] = [await buildOrganisation(), await buildOrganisation()];
  const group = await buildGroup({ organisations: [from, into] });
  const [one, both] = [await buildMeeting({ group }), await buildMeeting({ group })];
  const item = await buildAgendaItem(one, { presenter: from });
  const moves = await attend(one, from);
  const stays = await attend(both, from);
  await attend(both, into);
  const before = await edges();
  const query = `query ($key: [_Any!]!) { _entities(representations: $key) {
    ... on OrganisationMerge { meetingEdges(first: 50) { nodes { kind key stays } } } } }`;
  const key = [{ __typename: "OrganisationMerge", fromId: from, intoId: into }];
  const listed = async (viewer = admin): Promise<unknown[]> =>
    (await execute(query, { viewer, key })).data._entities[0].meetingEdges.nodes;
  const planned = await listed();
  expect(planned).toEqual(
    expect.arrayContaining([
      { kind: "agenda items", key: item, stays: false },
      { kind: "attendances", key: moves, stays: false },
      { kind: "attendances", key: stays, stays: true },
    ]),
  );
  const secretariat = await listed(inNetwork("net_x", "SECRETARIAT"));
  expect(JSON.stringify(secretariat)).not.toContain("attendances");

  const payload = { from, into };
  await tell("stakeholders", { type: "OrganisationMerge", id: "mrg_1", payload });
  expect(await listed()).toEqual(planned);
  const meeting = (await told("Meeting")).find(({ id }) => id === one);
  expect(meeting?.payload).toMatchObject({ attended: [into] });
  const shown = (await told("AgendaItem")).find(({ id }) => id === item);
  expect(shown?.payload).toMatchObject({ presenter: into });
  await tell("stakeholders", { type: "OrganisationMerge", id: "mrg_1", payload: null });
  expect(await edges()).toEqual(before);
});

it("moves what was proposed and whose turn it is, each once in a series, and gives all back", async () => {
  const [from, into, other] = [
    await buildOrganisation(),
    await buildOrganisation(),
    await buildOrganisation(),
  ];
  const group = await buildGroup();
  const person = await buildPerson();
  await buildSeat({ group, organisation: from, delegate: person });
  const meeting = await buildMeeting({ group });
  const change = async (mutation: string, input: object, viewer = admin) => {
    const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { made: ${mutation}(input: $input) { id } }`;
    expect((await execute(query, { viewer, input })).errors).toBeUndefined();
  };
  const asked = { meeting, title: "Housing", purpose: "DISCUSS", minutesAsked: 20 };
  await change("proposeAgendaItem", asked, { ...seatedIn(group), person });
  const [one, both] = [
    await buildSeries({ ...QUARTERLY, group, count: 3 }),
    await buildSeries({ ...QUARTERLY, group, count: 3 }),
  ];
  await change("setMeetingRotation", { id: one, role: "HOST", order: [from, other] });
  await change("setMeetingRotation", { id: both, role: "HOST", order: [from, into] });
  const before = await edges();
  await tell("stakeholders", {
    ...{ type: "OrganisationMerge", id: "mrg_2", payload: { from, into } },
  });
  const now = await edges();
  expect(now).toHaveLength(before.length);
  const left = now.filter(({ organisation }) => organisation === from);
  expect(left.map(({ kind }) => kind)).toEqual(["holder"]);
  const kinds = new Set(now.flatMap((row) => (row.organisation === into ? [row.kind] : [])));
  expect([...kinds]).toEqual(["holder", "proposal", "turn"]);
  await tell("stakeholders", { type: "OrganisationMerge", id: "mrg_2", payload: null });
  expect(await edges()).toEqual(before);
});
