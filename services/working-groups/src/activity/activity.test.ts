import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { execute } = harness;
const { buildActivity, buildGroup, buildOrganisation, buildWorkplan } = createFactories(harness);

const FIELDS = `id title description startDate dueDate status organisation { id } viewerCanEdit`;
const ADD = `mutation ($input: AddActivityInput!) { addActivity(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($input: UpdateActivityInput!) {
  updateActivity(input: $input) { ${FIELDS} } }`;
const REMOVE = `mutation ($input: RemoveActivityInput!) { removeActivity(input: $input) { id } }`;
const PLAN = `mutation ($input: UpdateWorkplanInput!) {
  updateWorkplan(input: $input) { title startDate endDate
    activities { totalCount nodes { id status } } } }`;
const ADD_PLAN = `mutation ($input: AddWorkplanInput!) { addWorkplan(input: $input) { id } }`;

const coLeadOf = (id: string) => buildViewer({ groups: [{ id, role: "CO_LEAD" }] });
const YEAR = { startDate: "2027-01-01", endDate: "2027-12-31" };
const SPRING = { startDate: "2027-03-01", dueDate: "2027-05-31" };

it("holds dated activities of a workplan, from yet to start to completed", async () => {
  const group = await buildGroup();
  const viewer = coLeadOf(group);
  const workplan = await buildWorkplan({ group, ...YEAR });
  const organisation = await buildOrganisation();
  const input = { workplan, title: " A map ", ...SPRING, organisation };
  const { data } = await execute(ADD, { viewer, input });
  const { id } = data.addActivity;
  expect(data.addActivity).toMatchObject({
    ...{ title: "A map", ...SPRING, status: "YET_TO_START", organisation: { id: organisation } },
    viewerCanEdit: true,
  });
  const early = await buildActivity({ workplan, ...SPRING, startDate: "2027-01-01" });
  const change = { id, status: "COMPLETED", organisation: null, description: "Of services" };
  const changed = await execute(UPDATE, { viewer, input: change });
  expect(changed.data.updateActivity).toMatchObject({
    ...{ title: "A map", ...SPRING, status: "COMPLETED", organisation: null },
    description: "Of services",
  });
  const plan = await execute(PLAN, { viewer, input: { id: workplan, title: "2027" } });
  expect(plan.data.updateWorkplan).toMatchObject({ title: "2027", ...YEAR });
  const listed = plan.data.updateWorkplan.activities;
  expect(listed.nodes.map((one: { id: string }) => one.id)).toEqual([early, id]);
  const query = `query ($id: ID!) { workingGroup(id: $id) {
    workplans { totalCount nodes { id viewerCanEdit } } } }`;
  const read = await execute(query, { viewer, id: group });
  expect(read.data.workingGroup.workplans.nodes).toEqual([{ id: workplan, viewerCanEdit: true }]);
  await execute(REMOVE, { viewer, input: { id } });
  expect(errorOf(await execute(REMOVE, { viewer, input: { id } })).code).toBe("NOT_FOUND");
});

it.each([
  ["title", { title: "" }],
  ["dueDate", { dueDate: "2027-02-01" }],
  ["startDate", { startDate: "2026-12-31" }],
  ["dueDate", { dueDate: "2028-01-01" }],
])("refuses an invalid %s: %j", async (field, wrong) => {
  const workplan = await buildWorkplan(YEAR);
  const id = await buildActivity({ workplan, ...SPRING });
  const added = { workplan, title: "A", ...SPRING, ...wrong };
  for (const answer of [
    await execute(ADD, { viewer: admin, input: added }),
    await execute(UPDATE, { viewer: admin, input: { id, ...wrong } }),
  ]) {
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
  }
});

it("does not shorten a workplan below what it holds, nor let it end before its start", async () => {
  const id = await buildWorkplan(YEAR);
  await buildActivity({ workplan: id, ...SPRING });
  const shorten = async (input: object) =>
    errorOf(await execute(PLAN, { viewer: admin, input: { id, ...input } }));
  expect(await shorten({ endDate: "2027-05-30" })).toEqual({ code: "CONFLICT", field: "endDate" });
  expect(await shorten({ endDate: "2026-01-01" })).toMatchObject({ code: "BAD_USER_INPUT" });
});

it("is for whoever edits the group, and hides what is hidden", async () => {
  const group = await buildGroup();
  const workplan = await buildWorkplan({ group, ...YEAR });
  const id = await buildActivity({ workplan, ...SPRING });
  const hidden = await buildWorkplan({ group: await buildGroup({ audience: "NOBODY" }), ...YEAR });
  const nobody = await buildOrganisation({ audience: Audience.NOBODY });
  const member = buildViewer({ groups: [{ id: group, role: "MEMBER" }] });
  const fresh = { title: "A", ...SPRING };
  const changes = [
    [UPDATE, { id }],
    [REMOVE, { id }],
    [PLAN, { id: workplan }],
    [ADD, { workplan, ...fresh }],
    [ADD_PLAN, { group, title: "P", ...YEAR }],
  ] as const;
  for (const [mutation, input] of changes) {
    expect(errorOf(await execute(mutation, { input })).code).toBe("UNAUTHENTICATED");
    expect(errorOf(await execute(mutation, { viewer: member, input })).code).toBe("FORBIDDEN");
  }
  const elsewhere = { workplan: hidden, ...fresh };
  expect(errorOf(await execute(ADD, { viewer: member, input: elsewhere }))).toEqual({
    code: "NOT_FOUND",
    type: "Workplan",
  });
  const named = { workplan, ...fresh, organisation: nobody };
  expect(errorOf(await execute(ADD, { viewer: coLeadOf(group), input: named }))).toEqual({
    code: "NOT_FOUND",
    type: "Organisation",
  });
});
