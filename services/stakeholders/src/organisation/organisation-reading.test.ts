import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, type buildViewer } from "@convene/shared/testing/viewers";
import { buildHiddenOrganisation, buildOrganisation, viewerOf } from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";

const { db, execute, sqlOf } = createHarness(stakeholders);

const LIST = `query ($filter: OrganisationFilter, $first: Int, $after: String) {
  organisations(filter: $filter, first: $first, after: $after) {
    nodes { name } totalCount pageInfo { hasNextPage endCursor }
  }
}`;
const ENTITIES = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Organisation { name } ... on Objective { shortTitle } ... on GuidingPrinciple { name }
  ... on SustainableDevelopmentGoal { shortTitle } ... on StakeholderCategory { label }
} }`;

interface Page {
  readonly nodes: readonly { readonly name: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const namesOf = ({ nodes }: Page) => nodes.map(({ name }) => name);

it("lists by name as people read it, page after page, with the count of all", async () => {
  const sectors = ["by-name"];
  for (const name of ["Zebra", "École", "the Eagle", "eclair", "Élan"]) {
    await buildOrganisation(db(), { name, sectors });
  }
  const filter = { sectors: { anyOf: sectors } };
  const { data } = await execute(LIST, { filter, first: 3 });
  const first = data.organisations as Page;
  expect(namesOf(first)).toEqual(["the Eagle", "eclair", "École"]);
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  const after = first.pageInfo.endCursor;
  const second = (await execute(LIST, { filter, first: 3, after })).data.organisations as Page;
  expect(namesOf(second)).toEqual(["Élan", "Zebra"]);
  expect(second).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false } });
});

it.each([
  [{ countries: { anyOf: ["GB", "KE"] } }, ["Both", "Kenya", "Union"]],
  [{ countries: { allOf: ["GB", "KE"] } }, ["Both"]],
  [{ countries: { noneOf: ["GB"] } }, ["Kenya"]],
  [{ categories: { anyOf: ["trade-unions"] } }, ["Union"]],
  [{ categories: { noneOf: ["trade-unions"] } }, ["Both", "Kenya"]],
  [{ objectives: { allOf: [1, 2] } }, ["Both"]],
  [{ objectives: { anyOf: [2] }, countries: { anyOf: ["KE"] } }, ["Both"]],
  [{ countries: { anyOf: [] } }, []],
  [{ countries: { allOf: [], noneOf: [] }, categories: {} }, ["Both", "Kenya", "Union"]],
  [{ ids: [] }, []],
])("filters by %j", async (filter, names) => {
  const sectors = [`filter-${JSON.stringify(filter)}`];
  const category = { categoryId: "trade-unions" };
  await buildOrganisation(db(), { name: "Union", sectors, countries: ["GB"], ...category });
  await buildOrganisation(db(), { name: "Kenya", sectors, countries: ["KE"] });
  await buildOrganisation(db(), {
    name: "Both",
    sectors,
    countries: ["GB", "KE"],
    objectiveNumbers: [1, 2],
  });
  const { data } = await execute(LIST, { filter: { ...filter, sectors: { anyOf: sectors } } });
  expect(namesOf(data.organisations as Page)).toEqual(names);
});

it("leaves hidden organisations out of the list and of its count", async () => {
  const filter = { sectors: { anyOf: ["hidden"] } };
  await buildOrganisation(db(), { name: "Open", sectors: ["hidden"] });
  const own = await buildOrganisation(db(), {
    name: "Shy",
    sectors: ["hidden"],
    audience: Audience.ORGANISATION,
  });
  const seenBy = async (viewer: ReturnType<typeof buildViewer> | null) => {
    const { data } = await execute(LIST, { viewer, filter });
    const page = data.organisations as Page;
    return [namesOf(page), page.totalCount];
  };
  expect(await seenBy(null)).toEqual([["Open"], 1]);
  expect(await seenBy(viewerOf([own], "DELEGATE"))).toEqual([["Open", "Shy"], 2]);
  expect(await seenBy(admin)).toEqual([["Open", "Shy"], 2]);
});

it("finds by an identifier in any case, and nothing that is hidden", async () => {
  const FIND = `query ($scheme: String!, $value: String!) {
    organisationByIdentifier(scheme: $scheme, value: $value) { name }
  }`;
  const identifiers = [{ scheme: "gb-chc", value: "Ab12" }];
  const found = await buildOrganisation(db(), { name: "Known", identifiers });
  const { data } = await execute(FIND, { scheme: "GB-CHC", value: "aB12" });
  expect(data.organisationByIdentifier).toEqual({ name: "Known" });
  await db().manager.update("Organisation", { id: found.id }, { audience: Audience.NOBODY });
  const hidden = await execute(FIND, { scheme: "gb-chc", value: "Ab12" });
  expect(hidden.data.organisationByIdentifier).toBeNull();
});

it("reads a list with categories, identifiers and objectives in four statements", async () => {
  const sectors = ["counted"];
  for (const objective of [1, 2, 3]) {
    await buildOrganisation(db(), {
      sectors,
      categoryId: "academia",
      objectiveNumbers: [objective],
      identifiers: [{ scheme: "counted", value: String(objective) }],
    });
  }
  const sql = await sqlOf(() =>
    execute(`{ organisations(filter: { sectors: { anyOf: ["counted"] } }) {
      nodes { category { label } identifiers { value } objectives { shortTitle } }
    } }`),
  );
  expect(sql).toHaveLength(4);
});

it("resolves references from another subgraph; null for what is gone or hidden", async () => {
  const { id } = await buildOrganisation(db(), { name: "Pump" });
  const hidden = await buildHiddenOrganisation(db());
  const { data } = await execute(ENTITIES, {
    keys: [
      { __typename: "Organisation", id },
      { __typename: "Organisation", id: hidden.id },
      { __typename: "Organisation", id: "org_gone" },
      { __typename: "Objective", number: 23 },
      { __typename: "Objective", number: 24 },
      { __typename: "GuidingPrinciple", letter: "j" },
      { __typename: "GuidingPrinciple", letter: "k" },
      { __typename: "SustainableDevelopmentGoal", number: 10 },
      { __typename: "SustainableDevelopmentGoal", number: 18 },
      { __typename: "StakeholderCategory", id: "media" },
      { __typename: "StakeholderCategory", id: "nonsense" },
    ],
  });
  const seen = (data._entities as (object | null)[]).map((one) => one && Object.values(one)[0]);
  expect(seen).toEqual([
    "Pump",
    null,
    null,
    "International cooperation",
    null,
    "Whole-of-society approach",
    null,
    "Reduced inequalities",
    null,
    "The media",
    null,
  ]);
});
