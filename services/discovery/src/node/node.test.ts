import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { discovery } from "../definition.ts";
import {
  buildAgendaItem,
  buildMeeting,
  buildMeetingSeries,
  buildNetwork,
  buildNetworkMember,
  buildOrganisation,
  buildPerson,
  buildPractice,
  buildRelationship,
  buildSeat,
  buildWorkingGroup,
  everybody,
  tellAll,
} from "../../test/factories.ts";

const harness = createHarness(discovery);
const NODES = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`;

const organisation = buildOrganisation();
const closed = buildOrganisation();
closed.payload["protection"] = { audience: "NOBODY", organisations: [closed.id], networks: [] };
const network = buildNetwork();
const group = buildWorkingGroup();
const meeting = buildMeeting();
const practice = buildPractice();
const seat = buildSeat({ group: group.id, organisation: organisation.id });
const closedSeat = buildSeat({ group: group.id, organisation: closed.id });
const tie = buildRelationship({ source: organisation.id, target: closed.id });
const proposed = buildRelationship({
  source: organisation.id,
  target: organisation.id,
  status: "PROPOSED",
});
const person = buildPerson({
  protection: { ...everybody, audience: "NETWORK", networks: [network.id] },
});
const member = buildNetworkMember({ network: network.id, organisation: organisation.id });
const personal = buildNetworkMember({
  network: network.id,
  organisation: null,
  person: person.id,
});
const more = [
  member,
  personal,
  person,
  buildMeetingSeries(),
  buildAgendaItem({ meeting: meeting.id }),
];
const all = [organisation, closed, network, group, meeting, practice, seat, closedSeat, tie];

beforeAll(() => tellAll(harness, ...all, proposed, ...more));

const nodes = async (variables: object) => {
  const { data, errors } = await harness.execute(NODES, { ...variables });
  expect(errors).toBeUndefined();
  return data.nodes;
};

it("finds every kind by the prefix of its id, in the order asked", async () => {
  const asked = [organisation, network, group, meeting, practice, seat, proposed, ...more];
  const viewer = buildViewer({ networks: [{ id: network.id, role: "MEMBER" }] });
  expect(await nodes({ viewer, ids: asked.map(({ id }) => id) })).toEqual(
    asked.map(({ id, type }) => ({ __typename: type, id })),
  );
});

it("leaves it to their owner whether decisions and actions are there", async () => {
  const ids = [newId("act"), newId("dec")];
  expect(await nodes({ ids: [...ids, newId("min")] })).toMatchObject([
    { __typename: "Action", id: ids[0] },
    { __typename: "Decision", id: ids[1] },
    null,
  ]);
});

it("is null for what is hidden, for ties that end in it, and for what is no id", async () => {
  const ids = [
    closed.id,
    closedSeat.id,
    tie.id,
    person.id,
    personal.id,
    "org_01h455vb4pex5vsknk084sn02q",
  ];
  expect(await nodes({ ids: [...ids, "org", "'; DROP TABLE tie; --", ""] })).toEqual(
    Array.from({ length: 9 }, () => null),
  );
});

it("forgets what its owner says is gone", async () => {
  const short = buildOrganisation();
  await tellAll(harness, short);
  expect(await nodes({ ids: [short.id] })).toHaveProperty([0, "id"], short.id);
  await harness.tell("stakeholders", { type: "Organisation", id: short.id, payload: null });
  expect(await nodes({ ids: [short.id] })).toEqual([null]);
});

it("takes one statement for each kind, and one for where ids lead that find nothing", async () => {
  const ids = [organisation.id, closed.id, group.id, meeting.id];
  expect(await harness.sqlOf(() => nodes({ ids }))).toHaveLength(4);
});

it("refuses more than 100 ids", async () => {
  const ids = Array.from({ length: 101 }, () => organisation.id);
  const { errors } = await harness.execute(NODES, { ids });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "ids" });
});
