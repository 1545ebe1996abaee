import { createHarness } from "@convene/shared/testing/harness";
import { buildOrganisation, tellAll } from "../../test/factories.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const { db, execute, tell } = harness;

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
