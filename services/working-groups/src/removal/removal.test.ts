import { removeRecords } from "@convene/shared/removal/remove-records";
import { survey } from "@convene/shared/removal/survey";
import { writtenSince } from "@convene/shared/removal/written-since";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { createFactories } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";
import { removal } from "./removal.service.ts";

const harness = createHarness(workingGroups);
const { db, execute, service, told } = harness;
const { buildGroup, buildSeat, changeState } = createFactories(harness);

/** The marks of records, as they are decided by. */
async function marksOf(...ids: string[]): Promise<ReadonlyMap<string, string>> {
  const { found } = await db().transaction((manager) => survey(manager, removal.tables, ids));
  return new Map(found.map(({ id, mark }) => [id, mark]));
}

const remove = (go: ReadonlyMap<string, string>, stay: readonly string[] = []) =>
  removeRecords(service().parts.transactions, removal, { go, stay });

const payloadOf = async (type: string, id: string) =>
  (await told(type)).find((change) => change.id === id)?.payload;

it("takes a group and its seats away, tells that they are gone, and nothing the second time", async () => {
  const group = await buildGroup();
  const seat = await buildSeat({ group });
  const go = await marksOf(group, seat);
  expect(await remove(go)).toEqual({ seats: 1, "working groups": 1 });
  expect(await payloadOf("WorkingGroup", group)).toBeNull();
  expect(await payloadOf("Seat", seat)).toBeNull();
  expect(await remove(go)).toEqual({});
});

it("brings a group that stays in step with the seats that go", async () => {
  const group = await buildGroup();
  const seat = await buildSeat({ group });
  const marks = await marksOf(group);
  await remove(await marksOf(seat), [group]);
  expect(await payloadOf("WorkingGroup", group)).toMatchObject({
    protection: { organisations: [] },
  });
  // Who sits there is not what anybody has written into the group.
  expect(await marksOf(group)).toEqual(marks);
});

it("refuses, and does nothing, where somebody has taken a seat or edited since", async () => {
  const [seated, edited] = [await buildGroup(), await buildGroup()];
  const [first, second] = [await marksOf(seated), await marksOf(edited)];
  await buildSeat({ group: seated });
  await changeState(edited, "CHARTERED");
  await expect(remove(first)).rejects.toMatchObject({ extensions: { code: "CONFLICT" } });
  await expect(remove(second)).rejects.toMatchObject({ extensions: { code: "CONFLICT" } });
  expect((await marksOf(seated, edited)).size).toBe(2);
});

it("knows what others have written since it was made under a key, and nothing after a restore", async () => {
  const query = `mutation ($input: CreateWorkingGroupInput!) {
    createWorkingGroup(input: $input) { id } }`;
  const make = async (code: string): Promise<string> => {
    const input = { code, name: code, idempotencyKey: `made/${code}` };
    return (await execute(query, { viewer: admin, input })).data.createWorkingGroup.id;
  };
  const ids = [await make("KEPT-1"), await make("EDITED-1")];
  await changeState(ids[1] ?? "", "CHARTERED");
  const keys = { viewer: admin, prefix: "made/" };
  const written = async () => [
    ...(await writtenSince(db().manager, removal.tables, { keys, ids })),
  ];
  expect(await written()).toEqual([ids[1]]);
  // A restore writes every row in one transaction.
  await db().query("UPDATE idempotency_key SET used_at = used_at");
  expect((await written()).sort()).toEqual(ids.toSorted());
});
