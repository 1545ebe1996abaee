import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import {
  buildHiddenOrganisation,
  buildOrganisation,
  buildTie,
  daysFromToday,
  viewerOf,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { RelationshipStatus, RelationshipType } from "./relationship.enum.ts";

const { db, execute, sqlOf } = createHarness(stakeholders);

const TIES = `query ($id: ID!, $filter: RelationshipFilter, $first: Int, $after: String) {
  organisation(id: $id) { relationships(filter: $filter, first: $first, after: $after) {
    nodes { type nameFrom(organisation: $id) otherEnd(from: $id) { name } }
    totalCount pageInfo { endCursor } } } }`;
const PARTNERS = `query ($id: ID!, $asOf: Date) { organisation(id: $id) {
  partners(asOf: $asOf) { nodes { name } totalCount }
  relationships(asOf: $asOf) { nodes { otherEnd(from: $id) { name } } } } }`;

/** One organisation that funds, is hosted, was funded, has a proposal and a hidden friend. */
async function buildBusyOrganisation() {
  const { id } = await buildOrganisation(db());
  const named = async (name: string) => (await buildOrganisation(db(), { name })).id;
  const hidden = await buildHiddenOrganisation(db());
  const dates = { startDate: "2020-01-01", endDate: "2021-01-01" };
  const { HOSTS, PARTNER } = RelationshipType;
  const { ENDED, PROPOSED } = RelationshipStatus;
  await buildTie(db(), { sourceId: id, targetId: await named("Zed") });
  await buildTie(db(), { sourceId: await named("Host"), targetId: id, type: HOSTS });
  const past = { status: ENDED, ...dates };
  await buildTie(db(), { sourceId: await named("Past"), targetId: id, ...past });
  const suitor = await named("Suitor");
  const proposal = { status: PROPOSED, type: PARTNER, proposerId: suitor };
  await buildTie(db(), { sourceId: id, targetId: suitor, ...proposal });
  await buildTie(db(), { sourceId: id, targetId: hidden.id });
  const later = { startDate: daysFromToday(9) };
  await buildTie(db(), { sourceId: id, targetId: await named("Later"), ...later });
  return id;
}

const tiesOf = async (id: string, variables: { viewer?: Viewer; filter?: object } = {}) =>
  (await execute(TIES, { id, ...variables })).data.organisation.relationships as {
    nodes: { nameFrom: string; otherEnd: { name: string } }[];
    totalCount: number;
  };
const sentences = ({ nodes }: Awaited<ReturnType<typeof tiesOf>>) =>
  nodes.map(({ nameFrom, otherEnd }) => `${nameFrom} ${otherEnd.name}`);

it("reads each relationship from the end at hand, the latest first, of visible ends only", async () => {
  const id = await buildBusyOrganisation();
  const seen = await tiesOf(id);
  expect(sentences(seen)).toEqual([
    "funds Later",
    "is funded by Past",
    "is hosted by Host",
    "funds Zed",
  ]);
  expect(seen.totalCount).toBe(4);
  const own = await tiesOf(id, { viewer: viewerOf([{ id }], "DELEGATE") });
  expect(sentences(own)).toContain("is partner of Suitor");
  expect(own.totalCount).toBe(5);
  expect((await tiesOf(id, { viewer: admin })).totalCount).toBe(6);
});

it("filters by type, state and date, and counts what is left", async () => {
  const id = await buildBusyOrganisation();
  const asked = async (filter: object) => {
    const found = await tiesOf(id, { filter });
    expect(found.totalCount).toBe(found.nodes.length);
    return sentences(found);
  };
  expect(await asked({ types: { anyOf: ["HOSTS"] } })).toEqual(["is hosted by Host"]);
  expect(await asked({ types: { noneOf: ["FUNDS"] } })).toEqual(["is hosted by Host"]);
  expect(await asked({ statuses: { anyOf: ["ENDED"] } })).toEqual(["is funded by Past"]);
  const then = await asked({ onDate: "2020-12-31" });
  expect(then).toEqual(["is funded by Past", "is hosted by Host", "funds Zed"]);
  expect(await asked({ onDate: "2021-01-01" })).toEqual(["is hosted by Host", "funds Zed"]);
  expect(await asked({ types: { noneOf: [] }, statuses: {} })).toHaveLength(4);
  expect(await asked({ types: { anyOf: [] } })).toEqual([]);
});

it("pages through the relationships of one organisation", async () => {
  const id = await buildBusyOrganisation();
  const first = (await execute(TIES, { id, first: 3 })).data.organisation.relationships;
  expect(first.nodes).toHaveLength(3);
  const after = first.pageInfo.endCursor as string;
  const rest = (await execute(TIES, { id, first: 3, after })).data.organisation.relationships;
  expect(sentences(rest)).toEqual(["funds Zed"]);
});

it("names as partners the visible other ends of what is confirmed and holds today, each once", async () => {
  const id = await buildBusyOrganisation();
  const friend = await buildOrganisation(db(), { name: "Friend" });
  await buildTie(db(), { sourceId: id, targetId: friend.id });
  await buildTie(db(), { sourceId: friend.id, targetId: id });
  const { data } = await execute(PARTNERS, { id });
  expect(data.organisation.partners).toEqual({
    nodes: [{ name: "Friend" }, { name: "Host" }, { name: "Zed" }],
    totalCount: 3,
  });
  expect((await execute(PARTNERS, { id, viewer: admin })).data.organisation.partners).toMatchObject(
    { totalCount: 4 },
  );
});

it("tells partners and relationships as of a day, what has ended since among them, proposals not", async () => {
  const id = await buildBusyOrganisation();
  const asOf = async (day: string) => {
    const viewer = viewerOf([{ id }], "DELEGATE");
    const { partners, relationships } = (await execute(PARTNERS, { id, viewer, asOf: day })).data
      .organisation;
    const ends = relationships.nodes.map(
      ({ otherEnd }: { otherEnd: { name: string } }) => otherEnd.name,
    );
    expect(partners.nodes.map(({ name }: { name: string }) => name)).toEqual(ends.sort());
    return ends;
  };
  expect(await asOf("2019-12-31")).toEqual(["Host", "Zed"]);
  expect(await asOf("2020-12-31")).toEqual(["Host", "Past", "Zed"]);
  expect(await asOf(daysFromToday(9))).toEqual(["Host", "Later", "Zed"]);
});

it("reads relationships and partners of many organisations in six statements", async () => {
  const ids = [await buildBusyOrganisation(), await buildBusyOrganisation()];
  const sql = await sqlOf(() =>
    execute(
      `query ($ids: [ID!]) { organisations(filter: { ids: $ids }) { nodes {
        relationships { totalCount nodes { source { name } target { name } } }
        partners { totalCount nodes { name } } } } }`,
      { ids },
    ),
  );
  expect(sql).toHaveLength(6);
});

it("says nothing of what is no end of it, and resolves references; null for hidden ends", async () => {
  const tie = await buildTie(db());
  const hidden = await buildTie(db(), { sourceId: (await buildHiddenOrganisation(db())).id });
  const { data } = await execute(
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Relationship {
      type nameFrom(organisation: "org_x") otherEnd(from: "org_x") { id } } } }`,
    { keys: [tie.id, hidden.id, "rel_gone"].map((id) => ({ __typename: "Relationship", id })) },
  );
  expect(data._entities).toEqual([{ type: "FUNDS", nameFrom: null, otherEnd: null }, null, null]);
});

it("names every type both ways", async () => {
  const { data } = await execute(`{ relationshipTypes { type name inverseName isSymmetric } }`);
  expect(data.relationshipTypes).toHaveLength(Object.keys(RelationshipType).length);
  expect(data.relationshipTypes).toContainEqual({
    type: "MEMBER_OF_UMBRELLA",
    name: "is member of",
    inverseName: "is umbrella of",
    isSymmetric: false,
  });
  expect(data.relationshipTypes).toContainEqual({
    type: "PARTNER",
    name: "is partner of",
    inverseName: "is partner of",
    isSymmetric: true,
  });
});
