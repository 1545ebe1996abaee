import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { execute, told } = harness;
const { buildGroup } = createFactories(harness);
const UPDATE = `mutation ($input: UpdateWorkingGroupInput!) {
  updateWorkingGroup(input: $input) { id needs { label categories countries atLeast } } }`;

async function update(needs: object[]) {
  const id = await buildGroup();
  const viewer = buildViewer({ groups: [{ id, role: "CO_LEAD" }] });
  return { id, answer: await execute(UPDATE, { viewer, input: { id, needs } }) };
}

it("keeps whom a charter asks for, and tells of it", async () => {
  const region = { label: "East Africa", categories: [], countries: ["KE", "UG"], atLeast: 2 };
  const { id, answer } = await update([region, { label: "Migrants", categories: ["migrants"] }]);
  expect(answer.errors).toBeUndefined();
  const needs = [
    region,
    { label: "Migrants", categories: ["migrants"], countries: [], atLeast: 1 },
  ];
  expect(answer.data?.updateWorkingGroup).toEqual({ id, needs });
  const change = (await told("WorkingGroup")).find((one) => one.id === id);
  expect(change?.payload).toMatchObject({ needs });
});

it("takes a region of the Hub by its name for all its countries", async () => {
  const { answer } = await update([{ label: "South", regions: ["oceania"], countries: ["TL"] }]);
  const [{ countries }] = answer.data.updateWorkingGroup.needs;
  expect(countries).toEqual(expect.arrayContaining(["TL", "AU", "WS", "TO"]));
  expect(countries).not.toContain("KE");
});

it.each([
  ["needs.0.regions", [{ label: "Lost", regions: ["atlantis"] }]],
  ["needs.0", [{ label: "Anybody" }]],
  ["needs.0.label", [{ label: " ", categories: ["migrants"] }]],
  ["needs.1.label", [1, 2].map(() => ({ label: "Migrants", categories: ["migrants"] }))],
  ["needs.0.atLeast", [{ label: "Migrants", categories: ["migrants"], atLeast: 0 }]],
  ["needs", Array.from({ length: 31 }, (_, at) => ({ label: `${at}`, countries: ["KE"] }))],
])("refuses %s that says nothing, or too much", async (field, needs) => {
  const { answer } = await update(needs);
  expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
});
