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

const blank = { areas: [], sectors: [], languages: [], needs: [], offers: [] };

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
    { ...blank, since: "2025-03-01", category: null, countries: ["KE"], objectives: [7, 8] },
    { ...blank, since, category: null, countries: [], objectives: [22] },
  ];
  expect(await profilesOf(id)).toEqual([was, is]);
  await change(UPDATE, { id, fieldAudiences: [{ field: "COUNTRIES", audience: "NETWORK" }] });
  expect(await profilesOf(id)).toEqual([{ ...was, countries: [] }, is]);
});

it("keeps its areas, sectors, languages, needs and offers too, and none that is kept from some", async () => {
  const [mombasa, rabat] = [
    { country: "KE", code: "KE-28", name: "Mombasa" },
    { country: "MA", code: null, name: "Rabat" },
  ];
  const was = { sectors: ["health"], languages: ["sw"], needs: ["Nurses"], offers: ["Beds"] };
  const is = { sectors: ["education"], languages: ["ar"], needs: [], offers: ["Rooms"] };
  const id = await change(CREATE, { name: "Turned House", areas: [mombasa], ...was });
  await db().query(
    "UPDATE organisation_profile SET since = '2025-03-01' WHERE organisation_id = $1",
    [id],
  );
  for (const [field, value] of Object.entries({ areas: [rabat], ...is })) {
    await change(UPDATE, { id, [field]: value });
  }
  const told = await profilesOf(id);
  expect(told).toMatchObject([
    { since: "2025-03-01", areas: [mombasa], ...was },
    { areas: [rabat], ...is },
  ]);
  const fields = ["AREAS", "SECTORS", "LANGUAGES", "NEEDS", "OFFERS"];
  const fieldAudiences = fields.map((field) => ({ field, audience: "NETWORK" }));
  await change(UPDATE, { id, fieldAudiences });
  expect(await profilesOf(id)).toMatchObject([blank, blank]);
});
