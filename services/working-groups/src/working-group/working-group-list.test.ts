import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import { anyGroup, anyViewer } from "../../test/arbitraries.ts";
import { createFactories, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";
import { WorkingGroup } from "./working-group.entity.ts";
import { WorkingGroupState } from "./working-group.enum.ts";
import { canSeeGroup } from "./working-group.policy.ts";

const harness = createHarness(workingGroups);
const { db, execute, gone, sqlOf, buildGroup, buildNetwork } = {
  ...harness,
  ...createFactories(harness),
};

const LIST = `query ($filter: WorkingGroupFilter, $first: Int = 100, $after: String) {
  workingGroups(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id code } pageInfo { hasNextPage endCursor } } }`;

async function codes(filter: object, viewer = admin): Promise<string[]> {
  const { data, errors } = await execute(LIST, { viewer, filter });
  expect(errors).toBeUndefined();
  const { nodes, totalCount } = data.workingGroups;
  expect(totalCount).toBe(nodes.length);
  return (nodes as { code: string }[]).map(({ code }) => code);
}

beforeEach(() => db().query("DELETE FROM seat; DELETE FROM working_group"));

describe("workingGroups", () => {
  it("lists them by code, page by page, with one count on every page", async () => {
    for (const code of ["c", "A", "b"]) await buildGroup({ code });
    const first = await execute(LIST, { viewer: admin, first: 2 });
    expect(first.data.workingGroups).toMatchObject({
      totalCount: 3,
      nodes: [{ code: "A" }, { code: "b" }],
      pageInfo: { hasNextPage: true },
    });
    const after = first.data.workingGroups.pageInfo.endCursor;
    const second = await execute(LIST, { viewer: admin, first: 2, after });
    expect(second.data.workingGroups).toMatchObject({
      totalCount: 3,
      nodes: [{ code: "c" }],
      pageInfo: { hasNextPage: false },
    });
  });

  it("refuses more than a hundred at once, and a cursor that is none", async () => {
    expect(errorOf(await execute(LIST, { first: 101 }))).toMatchObject({ field: "first" });
    expect(errorOf(await execute(LIST, { after: "?" }))).toMatchObject({ field: "after" });
  });

  it("filters by state, objectives, network and code, all together", async () => {
    const network = await buildNetwork();
    await buildGroup({ code: "one", objectives: [1, 2], network });
    await buildGroup({ code: "two", objectives: [2, 3], state: "CHARTERED" });
    await buildGroup({ code: "none" });
    expect(await codes({ states: { anyOf: ["CHARTERED"] } })).toEqual(["two"]);
    expect(await codes({ states: { noneOf: ["CHARTERED"] } })).toEqual(["none", "one"]);
    expect(await codes({ objectives: { anyOf: [1, 3] } })).toEqual(["one", "two"]);
    expect(await codes({ objectives: { allOf: [2, 3] } })).toEqual(["two"]);
    expect(await codes({ objectives: { noneOf: [3] } })).toEqual(["none", "one"]);
    expect(await codes({ networks: { anyOf: [network] } })).toEqual(["one"]);
    expect(await codes({ networks: { noneOf: [network] } })).toEqual(["none", "two"]);
    expect(await codes({ codes: { anyOf: ["TWO", "None", "x"] } })).toEqual(["none", "two"]);
    expect(await codes({ codes: { noneOf: ["TWO"] } })).toEqual(["none", "one"]);
    expect(await codes({ objectives: { anyOf: [2] }, codes: { anyOf: ["one"] } })).toEqual(["one"]);
    expect(await codes({ states: { noneOf: [] }, codes: {} })).toEqual(["none", "one", "two"]);
    expect(await codes({ states: { anyOf: [] } })).toEqual([]);
  });

  it("refuses to filter by an objective that is none", async () => {
    const filter = { objectives: { allOf: [24] } };
    expect(errorOf(await execute(LIST, { filter }))).toEqual({
      code: "BAD_USER_INPUT",
      field: "filter.objectives.allOf",
    });
  });

  it("does not tell by its filter in which hidden network a group stands", async () => {
    const network = await buildNetwork({ audience: Audience.NOBODY });
    await buildGroup({ code: "open", network });
    const ofNetwork = `{ workingGroups { nodes { code network { id } } } }`;
    const { data } = await execute(ofNetwork);
    expect(data.workingGroups.nodes).toEqual([{ code: "open", network: null }]);
    expect(await codes({ networks: { anyOf: [network] } }, buildViewer())).toEqual([]);
    expect(await codes({ networks: { noneOf: [network] } }, buildViewer())).toEqual(["open"]);
    expect(await codes({ networks: { noneOf: [network] } })).toEqual([]);
    expect(await codes({ networks: { anyOf: [network] } })).toEqual(["open"]);
    await gone("Network", network);
    expect(await codes({ networks: { anyOf: [network] } })).toEqual([]);
  });

  it("shows in SQL exactly what the policy shows, to any viewer", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyGroup, { selector: ({ id }) => id, minLength: 1 }),
        fc.array(anyViewer, { minLength: 1, maxLength: 5 }),
        async (groups, viewers) => {
          await db().query("DELETE FROM working_group");
          await db().manager.insert(WorkingGroup, groups.map(asRow));
          for (const viewer of viewers) {
            const { data } = await execute(LIST, { viewer });
            const shown = (data.workingGroups.nodes as { id: string }[]).map(({ id }) => id);
            const expected = groups.filter((group) => canSeeGroup(viewer, group));
            expect(shown.sort()).toEqual(expected.map(({ id }) => id).sort());
            expect(data.workingGroups.totalCount).toBe(expected.length);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it("costs one statement, and one for the count, however many there are", async () => {
    for (let count = 0; count < 5; count += 1) await buildGroup();
    const sql = await sqlOf(() =>
      execute(`{ workingGroups { totalCount nodes { code viewerCanEdit } } }`),
    );
    expect(sql).toHaveLength(2);
  });
});

const asRow = <T extends { id: string }>(group: T) => ({
  ...group,
  code: group.id,
  name: group.id,
  objectiveNumbers: [],
  needs: [],
  state: WorkingGroupState.PROPOSED,
  createdAt: new Date(),
  updatedAt: new Date(),
});

describe("one working group", () => {
  const ONE = `query ($id: ID!) { workingGroup(id: $id) { code network { id } } }`;
  const KEYS = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
    ... on WorkingGroup { code network { id } } } }`;
  const keys = (...ids: string[]) => ids.map((id) => ({ __typename: "WorkingGroup", id }));

  it("is null where it is missing or hidden, by its id and by reference", async () => {
    const network = await buildNetwork();
    const open = await buildGroup({ code: "open", network });
    const hidden = await buildGroup({ audience: "NETWORK", network });
    const { data } = await execute(KEYS, { keys: keys(open, hidden, "grp_missing") });
    expect(data._entities).toEqual([{ code: "open", network: { id: network } }, null, null]);
    expect((await execute(ONE, { id: open })).data.workingGroup.code).toBe("open");
    expect((await execute(ONE, { id: hidden })).data.workingGroup).toBeNull();
    const member = buildViewer({ networks: [{ id: network, role: "MEMBER" }] });
    expect((await execute(ONE, { id: hidden, viewer: member })).data.workingGroup).not.toBeNull();
  });

  it("is read in one statement, and its networks in one more, for many references", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push(await buildGroup({ network: await buildNetwork() }));
    }
    const sql = await sqlOf(() => execute(KEYS, { keys: keys(...ids) }));
    expect(sql).toHaveLength(2);
  });
});
