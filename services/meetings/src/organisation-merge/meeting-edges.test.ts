import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { createFactories, inNetwork } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { db, execute, tell, told } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildOrganisation } = createFactories(harness);

const edges = () =>
  db().query<object[]>(
    `SELECT 'item' AS kind, id, presenter_id AS organisation FROM agenda_item
     UNION ALL SELECT 'attendance', id, organisation_id FROM attendance
     UNION ALL SELECT 'action', id, organisation_id FROM action ORDER BY 1, 2`,
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
