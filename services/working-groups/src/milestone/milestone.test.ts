import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, dayFromToday, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { db, execute, sqlOf, told } = harness;
const { buildGroup, buildMilestone, buildPerson } = createFactories(harness);

const FIELDS = `id title dueDate status isOverdue viewerCanEdit
  history { totalCount nodes { title dueDate status reason at by { id } } }`;
const ADD = `mutation ($input: AddMilestoneInput!) { addMilestone(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($input: UpdateMilestoneInput!) {
  updateMilestone(input: $input) { ${FIELDS} } }`;

const coLeadOf = (id: string) => buildViewer({ groups: [{ id, role: "CO_LEAD" }] });

it("keeps how each who changed it left it, when and why, and tells of it", async () => {
  const [group, person] = [await buildGroup(), await buildPerson()];
  const viewer = { ...coLeadOf(group), person };
  const due = { title: "A draft", dueDate: dayFromToday(-1) };
  const { data } = await execute(ADD, { viewer, input: { group, ...due } });
  const { id } = data.addMilestone;
  expect(data.addMilestone).toMatchObject({ ...due, status: "OPEN", isOverdue: true });
  const later = { dueDate: dayFromToday(30), reason: "Two members were away" };
  await execute(UPDATE, { viewer, input: { id, ...later } });
  await execute(UPDATE, { viewer, input: { id } });
  const reached = await execute(UPDATE, { viewer, input: { id, status: "REACHED", title: null } });
  expect(reached.errors).toBeUndefined();
  expect(reached.data.updateMilestone).toMatchObject({
    isOverdue: false,
    viewerCanEdit: true,
    history: {
      totalCount: 3,
      nodes: [
        { status: "REACHED", dueDate: later.dueDate, reason: null, by: { id: person } },
        { status: "OPEN", ...later },
        { ...due, status: "OPEN", reason: null },
      ],
    },
  });
  const change = (await told("Milestone")).find((one) => one.id === id);
  expect(change?.payload).toEqual({ group, dueDate: later.dueDate, status: "REACHED" });
  await expect(db().query("DELETE FROM milestone_change")).rejects.toThrow("never changed");
});

it("asks whoever puts it off or drops it why; not who brings it forward", async () => {
  const id = await buildMilestone({ dueDate: dayFromToday(9) });
  const update = (input: object) => execute(UPDATE, { viewer: admin, input: { id, ...input } });
  for (const wrong of [{ dueDate: dayFromToday(10) }, { status: "DROPPED", reason: " " }]) {
    expect(errorOf(await update(wrong))).toEqual({ code: "BAD_USER_INPUT", field: "reason" });
  }
  expect((await update({ dueDate: dayFromToday(8) })).errors).toBeUndefined();
  const dropped = await update({ status: "DROPPED", reason: "Others do it" });
  expect(dropped.data.updateMilestone.status).toBe("DROPPED");
});

it("is changed by whoever edits the group alone, and of a hidden group nobody learns of it", async () => {
  const group = await buildGroup();
  const id = await buildMilestone({ group });
  const hidden = await buildMilestone({ group: await buildGroup({ audience: "NOBODY" }) });
  const member = buildViewer({ groups: [{ id: group, role: "MEMBER" }] });
  const update = (viewer: ReturnType<typeof buildViewer> | null, of: string) =>
    execute(UPDATE, { viewer, input: { id: of, title: "X" } });
  expect(errorOf(await update(null, id)).code).toBe("UNAUTHENTICATED");
  expect(errorOf(await update(member, id)).code).toBe("FORBIDDEN");
  for (const other of [hidden, "mst_missing"]) {
    expect(errorOf(await update(member, other))).toEqual({ code: "NOT_FOUND", type: "Milestone" });
  }
  const input = { group, title: " ", dueDate: dayFromToday(1) };
  expect(errorOf(await execute(ADD, { viewer: member, input })).code).toBe("FORBIDDEN");
  expect(errorOf(await execute(ADD, { viewer: admin, input }))).toMatchObject({ field: "title" });
});

it("costs as many statements for many groups as for one", async () => {
  const cost = async (first: number) => {
    const query = `{ workingGroups(first: ${first}) { nodes { milestones { totalCount nodes {
      history { totalCount nodes { status } } } }
      workplans { totalCount nodes { activities { totalCount nodes { title } } } } } } }`;
    return (await sqlOf(() => execute(query))).length;
  };
  for (let count = 0; count < 3; count += 1) await buildMilestone();
  expect(await cost(9)).toBe(await cost(1));
});
