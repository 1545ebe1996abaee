import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { db, execute, tell, told } = harness;
const { buildGroup, buildOrganisation, buildSeat, endSeat, gone } = createFactories(harness);

const ids = { merge: 0 };

/** As the service of stakeholders tells it: the merge, and that the one is gone. */
async function merge(from: string, into: string): Promise<string> {
  const id = `mrg_${++ids.merge}`;
  await tell(
    "stakeholders",
    { type: "Organisation", id: from, payload: null },
    { type: "OrganisationMerge", id, payload: { from, into } },
  );
  return id;
}

async function undo(id: string, from: string): Promise<void> {
  await tell("stakeholders", { type: "OrganisationMerge", id, payload: null });
  await buildOrganisation({ id: from });
}

const seats = async (): Promise<unknown[]> =>
  db().query("SELECT id, group_id, organisation_id FROM seat ORDER BY id");

async function edgesOf(fromId: string, intoId: string, viewer: object | null = admin) {
  const query = `query ($key: [_Any!]!) { _entities(representations: $key) {
    ... on OrganisationMerge { groupEdges(first: 50) { nodes { kind key label stays } } } } }`;
  const key = [{ __typename: "OrganisationMerge", fromId, intoId }];
  const { data } = await execute(query, { viewer: viewer as never, key });
  return data._entities[0]?.groupEdges.nodes ?? null;
}

it("moves seats to the one that stays, keeps what it has already, and gives all of it back", async () => {
  const [from, into] = [await buildOrganisation(), await buildOrganisation()];
  const [one, both] = [await buildGroup({ name: "Only one" }), await buildGroup({ name: "Both" })];
  const moves = await buildSeat({ group: one, organisation: from });
  const stays = await buildSeat({ group: both, organisation: from });
  await buildSeat({ group: both, organisation: into });
  const before = await seats();
  const expected = [
    { kind: "seats", key: moves, label: "Only one", stays: false },
    { kind: "seats", key: stays, label: "Both", stays: true },
  ];
  expect(await edgesOf(from, into)).toEqual(expected);

  const id = await merge(from, into);
  expect(await edgesOf(from, into)).toEqual(expected);
  const now = (await seats()) as { id: string; organisation_id: string }[];
  expect(now.find((seat) => seat.id === moves)?.organisation_id).toBe(into);
  expect(now.find((seat) => seat.id === stays)?.organisation_id).toBe(from);
  const group = (await told("WorkingGroup")).find((change) => change.id === one);
  expect(group?.payload).toMatchObject({ protection: { organisations: [into] } });
  const seat = (await told("Seat")).find((change) => change.id === moves);
  expect(seat?.payload).toMatchObject({ organisation: into });

  await undo(id, from);
  expect(await seats()).toEqual(before);
});

it("moves what stayed once its like is there no more, and back to where it was", async () => {
  const [first, second, into] = [
    await buildOrganisation(),
    await buildOrganisation(),
    await buildOrganisation(),
  ];
  const group = await buildGroup();
  for (const organisation of [first, second]) await buildSeat({ group, organisation });
  const before = await seats();
  const [earlier, later] = [await merge(first, into), await merge(second, into)];
  const held = async () =>
    ((await seats()) as { group_id: string; organisation_id: string }[])
      .filter((seat) => seat.group_id === group)
      .map((seat) => seat.organisation_id)
      .sort();
  expect(await held()).toEqual([into, second].sort());
  await undo(earlier, first);
  expect(await held()).toEqual([first, into].sort());
  await undo(later, second);
  expect(await seats()).toEqual(before);
});

it("moves what was answered to a call for input, where the other has not answered it", async () => {
  const [from, into] = [await buildOrganisation(), await buildOrganisation()];
  const group = await buildGroup();
  for (const organisation of [from, into]) await buildSeat({ group, organisation });
  const closesAt = new Date(Date.now() + 86_400_000).toISOString();
  const ask = async (mutation: string, input: object): Promise<string> => {
    const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { made: ${mutation}(input: $input) { id } }`;
    const { data, errors } = await execute(query, { viewer: admin, input });
    expect(errors).toBeUndefined();
    return data.made.id;
  };
  const open = (title: string) =>
    ask("openInputCall", { group, title, questions: [{ question: "Why?" }], closesAt });
  const answers = [{ question: "Why?", answer: "Because" }];
  const [one, both] = [await open("One"), await open("Both")];
  const moves = await ask("answerInputCall", { call: one, organisation: from, answers });
  const stays = await ask("answerInputCall", { call: both, organisation: from, answers });
  await ask("answerInputCall", { call: both, organisation: into, answers });
  const rows = (): Promise<{ id: string; organisation_id: string }[]> =>
    db().query("SELECT id, call_id, organisation_id FROM call_answer ORDER BY id");
  const before = await rows();
  const listed = ((await edgesOf(from, into)) as { kind: string }[]).filter(
    ({ kind }) => kind === "answers to calls for input",
  );
  expect(listed).toMatchObject([
    { key: moves, label: "One", stays: false },
    { key: stays, label: "Both", stays: true },
  ]);
  const id = await merge(from, into);
  const held = new Map((await rows()).map((row) => [row.id, row.organisation_id]));
  expect([held.get(moves), held.get(stays)]).toEqual([into, from]);
  await undo(id, from);
  expect(await rows()).toEqual(before);
});

it("tells only who may merge, and of no group that they do not see", async () => {
  const [from, into] = [await buildOrganisation(), await buildOrganisation()];
  const hidden = await buildGroup({ audience: "NOBODY" });
  const seat = await buildSeat({ group: hidden, organisation: from });
  const secretariat = buildViewer({ networks: [{ id: "net_x", role: "SECRETARIAT" }] });
  expect(await edgesOf(from, into, secretariat)).toEqual([]);
  expect(await edgesOf(from, into)).toMatchObject([{ key: seat }]);
  for (const viewer of [null, buildViewer()]) expect(await edgesOf(from, into, viewer)).toBeNull();
});

it("sweeps in a seat that was given while the merge was on its way", async () => {
  const [from, into] = [await buildOrganisation(), await buildOrganisation()];
  await tell("stakeholders", {
    type: "OrganisationMerge",
    id: `mrg_${++ids.merge}`,
    payload: { from, into },
  });
  const late = await buildSeat({ organisation: from });
  await gone("Organisation", from);
  await workingGroups.daily?.(harness.service().parts, new Date().toISOString().slice(0, 10));
  expect(await seats()).toContainEqual(
    expect.objectContaining({ id: late, organisation_id: into }),
  );
  await endSeat(late);
});
