import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { buildPractice, tellOrganisation } from "../../test/factories.ts";
import { practices } from "../definition.ts";

const harness = createHarness(practices);
const { db, execute, tell, told } = harness;

const ties = () =>
  db().query<object[]>(
    `SELECT t.practice_id, t.organisation_id, t.role, t.position, p.organisations
     FROM practice_organisation AS t JOIN practice AS p ON p.id = t.practice_id ORDER BY 1, 2`,
  );

it("moves practices to the one that stays, keeps its own role in them, and gives all back", async () => {
  const [from, into] = [await tellOrganisation(harness), await tellOrganisation(harness)];
  const moves = await buildPractice(harness, { title: "Moves", implementers: [from] });
  const stays = await buildPractice(harness, { title: "Both", implementers: [from, into] });
  const before = await ties();
  const query = `query ($key: [_Any!]!) { _entities(representations: $key) {
    ... on OrganisationMerge { practiceEdges { nodes { key label stays } } } } }`;
  const key = [{ __typename: "OrganisationMerge", fromId: from, intoId: into }];
  const edges = async () =>
    (await execute(query, { viewer: admin, key })).data._entities[0].practiceEdges.nodes;
  const expected = [
    { key: moves, label: "Moves: IMPLEMENTER", stays: false },
    { key: stays, label: "Both: IMPLEMENTER", stays: true },
  ];
  expect(await edges()).toEqual(expected);

  const payload = { from, into };
  await tell("stakeholders", { type: "OrganisationMerge", id: "mrg_1", payload });
  expect(await edges()).toEqual(expected);
  const practice = (await told("Practice")).find(({ id }) => id === moves);
  expect(practice?.payload).toMatchObject({
    protection: { organisations: [into] },
    implementers: [into],
  });
  await tell("stakeholders", { type: "OrganisationMerge", id: "mrg_1", payload: null });
  expect(await ties()).toEqual(before);
});
