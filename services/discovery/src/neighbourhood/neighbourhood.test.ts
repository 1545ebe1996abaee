import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { discovery } from "../definition.ts";
import {
  buildOrganisation,
  buildPractice,
  buildRelationship,
  buildSeat,
  buildWorkingGroup,
  tellAll,
} from "../../test/factories.ts";

const harness = createHarness(discovery);
const AROUND = `query ($of: ID!, $hops: Int, $edgeTypes: [TieKind!], $asOf: Date, $budget: Int, $edgeBudget: Int) {
  neighbourhood(of: $of, hops: $hops, edgeTypes: $edgeTypes, asOf: $asOf, budget: $budget, edgeBudget: $edgeBudget) {
    nodes { id distance node { __typename id } } edges { id kind label source target }
  }
}`;

const middle = buildOrganisation({ name: "Middle" });
const near = buildOrganisation({ name: "Near" });
const far = buildOrganisation({ name: "Far" });
const past = buildOrganisation({ name: "Past" });
const hidden = buildOrganisation({ name: "Hidden" });
hidden.payload["protection"] = {
  audience: "ORGANISATION",
  organisations: [hidden.id],
  networks: [],
};
const group = buildWorkingGroup();
const practice = buildPractice({ implementers: [middle.id], partners: [far.id] });
const funds = buildRelationship({ source: middle.id, target: near.id, type: "FUNDS" });

beforeAll(async () => {
  await tellAll(
    harness,
    ...[middle, near, far, past, hidden, group, practice, funds],
    buildSeat({ group: group.id, organisation: near.id }),
    buildSeat({ group: group.id, organisation: far.id }),
    buildRelationship({ source: middle.id, target: hidden.id }),
    buildRelationship({ source: middle.id, target: past.id, endDate: "2022-01-01" }),
    buildRelationship({ source: middle.id, target: far.id, status: "PROPOSED" }),
  );
});

const around = async (variables: object) => {
  const { data, errors } = await harness.execute(AROUND, { of: middle.id, ...variables });
  expect(errors).toBeUndefined();
  return data.neighbourhood;
};
const distances = async (variables: object) => {
  const { nodes } = await around(variables);
  return Object.fromEntries(
    nodes.map(({ id, distance }: { id: string; distance: number }) => [id, distance]),
  );
};

it("tells what is one hop away, with the ties, and nothing hidden, past or only proposed", async () => {
  const { nodes, edges } = await around({});
  expect(nodes).toEqual([
    { id: middle.id, distance: 0, node: { __typename: "Organisation", id: middle.id } },
    { id: near.id, distance: 1, node: { __typename: "Organisation", id: near.id } },
    { id: practice.id, distance: 1, node: { __typename: "Practice", id: practice.id } },
  ]);
  expect(edges).toEqual(
    expect.arrayContaining([
      { id: funds.id, kind: "RELATIONSHIP", label: "FUNDS", source: middle.id, target: near.id },
    ]),
  );
  expect(edges).toHaveLength(2);
});

it("goes on over groups and practices", async () => {
  expect(await distances({ hops: 2 })).toEqual({
    [middle.id]: 0,
    [near.id]: 1,
    [practice.id]: 1,
    [group.id]: 2,
    [far.id]: 2,
  });
});

it("follows only the kinds of tie that are asked for", async () => {
  expect(await distances({ hops: 3, edgeTypes: ["RELATIONSHIP"] })).toEqual({
    [middle.id]: 0,
    [near.id]: 1,
  });
});

it("answers as the network was on a day", async () => {
  expect(await distances({ asOf: "2021-06-01" })).toHaveProperty(past.id, 1);
  expect(await distances({ asOf: "2022-01-01" })).not.toHaveProperty(past.id);
});

it("shows a hidden neighbour to those who may see it", async () => {
  const viewer = buildViewer({ organisations: [{ id: hidden.id, role: "EDITOR" }] });
  expect(await distances({ viewer })).toHaveProperty(hidden.id, 1);
});

it("refuses to cut an answer off: more than the budget is an error that says the budget", async () => {
  const { data, errors } = await harness.execute(AROUND, { of: middle.id, budget: 2 });
  expect(data.neighbourhood).toBeNull();
  expect(errors?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", budget: 2 });
});

it("answers as many ties as their own budget says, and refuses one more", async () => {
  const { edges } = await around({ edgeBudget: 2 });
  expect(edges).toHaveLength(2);
  const { data, errors } = await harness.execute(AROUND, { of: middle.id, edgeBudget: 1 });
  expect(data.neighbourhood).toBeNull();
  const told = { code: "LIMIT_EXCEEDED", field: "edgeBudget", budget: 1, unit: "edges" };
  expect(errors?.[0]?.extensions).toEqual(told);
});

it.each([
  ["hops", { hops: 4 }],
  ["hops", { hops: 0 }],
  ["budget", { budget: 1001 }],
  ["edgeBudget", { edgeBudget: 10_001 }],
  ["edgeBudget", { edgeBudget: 0 }],
])("refuses %s out of bounds", async (field, variables) => {
  const { errors } = await harness.execute(AROUND, { of: middle.id, ...variables });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
});

it("does not go through what is hidden", async () => {
  const room = buildWorkingGroup({ protection: hidden.payload["protection"] });
  const ends = [buildOrganisation(), buildOrganisation()];
  const seats = ends.map(({ id }) => buildSeat({ group: room.id, organisation: id }));
  await tellAll(harness, room, ...ends, ...seats);
  const of = ends[0]?.id;
  expect(await distances({ of, hops: 3 })).toEqual({ [of ?? ""]: 0 });
  const viewer = buildViewer({ organisations: [{ id: hidden.id, role: "DELEGATE" }] });
  expect(await distances({ of, hops: 2, viewer })).toHaveProperty(ends[1]?.id ?? "", 2);
});

it("refuses a middle of a kind that has no ties in the graph", async () => {
  const { errors } = await harness.execute(AROUND, { of: "per_01h455vb4pex5vsknk084sn02q" });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "of" });
});

it("is null around what is hidden or does not exist", async () => {
  expect(await around({ of: hidden.id })).toBeNull();
  expect(await around({ of: "org_01h455vb4pex5vsknk084sn02q" })).toBeNull();
  expect(await around({ of: "nonsense" })).toBeNull();
});

it("takes one statement for each hop, and two more", async () => {
  expect(await harness.sqlOf(() => around({ hops: 1 }))).toHaveLength(3);
  expect(await harness.sqlOf(() => around({ hops: 3 }))).toHaveLength(5);
});
