import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { buildOrganisation, tellAll } from "../../test/factories.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const { db, execute, tell } = harness;

const SAVE = `mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { id } }`;
const SAVED = `{ savedSearches { nodes { filter partnersFor } } }`;

const node = async (id: string): Promise<unknown> =>
  (await execute("query ($id: ID!) { node(id: $id) { id } }", { id })).data.node;

it("leads from ids that were merged to the one that stays, and moves what people have saved", async () => {
  const [first, second, third] = [buildOrganisation(), buildOrganisation(), buildOrganisation()];
  await tellAll(harness, first, second, third);
  await db().query(
    `INSERT INTO saved_search (id, owner_id, name, seeker_id, context, created_at)
     VALUES ('sav_1', 'per_1', 'Partners', $1, 'ANY', now())`,
    [first.id],
  );
  const seeker = async (): Promise<unknown> =>
    (await db().query<{ seeker_id: string }[]>("SELECT seeker_id FROM saved_search"))[0]?.seeker_id;
  const merge = (id: string, from: string, into: string) =>
    tell(
      "stakeholders",
      { type: "Organisation", id: from, payload: null },
      { type: "OrganisationMerge", id, payload: { from, into } },
    );
  await merge("mrg_1", first.id, second.id);
  await merge("mrg_2", second.id, third.id);
  for (const { id } of [first, second, third]) expect(await node(id)).toEqual({ id: third.id });
  expect(await seeker()).toBe(third.id);

  for (const id of ["mrg_2", "mrg_1"]) {
    await tell("stakeholders", { type: "OrganisationMerge", id, payload: null });
  }
  await tellAll(harness, first, second);
  for (const { id } of [first, second]) expect(await node(id)).toEqual({ id });
  expect(await seeker()).toBe(first.id);
});

it("moves whom a saved filter names, apart from for whom partners are looked for, and back", async () => {
  const [first, second] = [buildOrganisation(), buildOrganisation()];
  await tellAll(harness, first, second);
  const viewer = buildViewer({ person: "per_filtering" });
  const filter = { relatedTo: { organisation: first.id, types: ["FUNDS"] }, sectors: null };
  const input = { name: "Both", filter, partnersFor: second.id };
  expect((await execute(SAVE, { viewer, input })).errors).toBeUndefined();
  const saved = async () => {
    const [search] = (await execute(SAVED, { viewer })).data.savedSearches.nodes;
    return { ...search, filter: JSON.parse(search.filter) };
  };
  const merged = { type: "OrganisationMerge", id: "mrg_filter" };
  const pair = { from: first.id, into: second.id };
  await tell("stakeholders", { ...merged, payload: pair });
  const related = { organisation: second.id, types: ["FUNDS"] };
  expect(await saved()).toMatchObject({ filter: { relatedTo: related }, partnersFor: second.id });
  await tell("stakeholders", { ...merged, payload: null });
  expect(await saved()).toMatchObject({
    filter: { relatedTo: filter.relatedTo },
    partnersFor: second.id,
  });
});
