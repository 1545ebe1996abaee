import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { stakeholders } from "../definition.ts";

const { db, execute, told } = createHarness(stakeholders);

const CREATE = `mutation ($input: CreateOrganisationInput!) { made: createOrganisation(input: $input) { id } }`;
const UPDATE = `mutation ($input: UpdateOrganisationInput!) { made: updateOrganisation(input: $input) { id } }`;

async function change(mutation: string, input: object): Promise<string> {
  const { data, errors } = await execute(mutation, { viewer: admin, input });
  expect(errors).toBeUndefined();
  return data.made.id;
}

const profilesOf = async (id: string) => {
  const change = (await told("Organisation")).find((one) => one.id === id);
  return (change?.payload as { profiles: Record<string, unknown>[] }).profiles;
};

it("keeps on what and where an organisation worked, by the day, and tells it", async () => {
  const id = await change(CREATE, { name: "Past House", objectives: [7], countries: ["KE"] });
  await change(UPDATE, { id, objectives: [7, 8] });
  expect(await profilesOf(id)).toEqual([]);
  await db().query(
    "UPDATE organisation_profile SET since = '2025-03-01' WHERE organisation_id = $1",
    [id],
  );
  await change(UPDATE, { id, description: "Says nothing of where" });
  expect(await profilesOf(id)).toEqual([]);
  await change(UPDATE, { id, objectives: [23], countries: [] });
  await change(UPDATE, { id, objectives: [22] });
  const since = new Date().toISOString().slice(0, 10);
  const [was, is] = [
    { since: "2025-03-01", category: null, countries: ["KE"], objectives: [7, 8] },
    { since, category: null, countries: [], objectives: [22] },
  ];
  expect(await profilesOf(id)).toEqual([was, is]);
  await change(UPDATE, { id, fieldAudiences: [{ field: "COUNTRIES", audience: "NETWORK" }] });
  expect(await profilesOf(id)).toEqual([{ ...was, countries: [] }, is]);
});
