import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { createFactories, dayFromToday, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { execute, sqlOf } = harness;
const { buildGroup, buildOrganisation, buildPerson, buildSeat, endSeat, gone } =
  createFactories(harness);

const GROUP = `query ($id: ID!, $filter: SeatFilter, $first: Int = 20, $after: String) {
  workingGroup(id: $id) {
    seats(filter: $filter, first: $first, after: $after) {
      totalCount nodes { id organisation { id } delegate { id } } pageInfo { hasNextPage endCursor }
    }
    members { totalCount nodes { id } }
    coLeads { totalCount nodes { id } }
  } }`;
const KEYS = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Organisation { id seats { totalCount nodes { id } }
    workingGroups { totalCount nodes { id } edges { cursor node { id } } } }
  ... on Seat { id group { id } }
} }`;

const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);
const key = (__typename: string) => (id: string) => ({ __typename, id });

describe("the seats of a group", () => {
  it("come co-leads first, then as they were taken, and only those of today", async () => {
    const group = await buildGroup();
    const observer = await buildSeat({ group, role: "OBSERVER", startDate: "2024-01-01" });
    const late = await buildSeat({ group, startDate: "2025-06-01" });
    const early = await buildSeat({ group, startDate: "2024-06-01" });
    const lead = await buildSeat({ group, role: "CO_LEAD" });
    await endSeat(await buildSeat({ group }));
    await buildSeat({ group, startDate: dayFromToday(1) });
    const { data } = await execute(GROUP, { id: group });
    expect(idsOf(data.workingGroup.seats)).toEqual([lead, early, late, observer]);
    expect(data.workingGroup.seats.totalCount).toBe(4);
    expect(idsOf(data.workingGroup.coLeads)).toEqual([lead]);
    expect(data.workingGroup.members.totalCount).toBe(3);
  });

  it("can be read of another day, of all times, and by role", async () => {
    const group = await buildGroup();
    const past = await buildSeat({ group, startDate: "2024-01-01", endDate: "2025-01-01" });
    const lead = await buildSeat({ group, role: "CO_LEAD", startDate: "2025-01-01" });
    const seats = async (filter: object) => {
      const { data } = await execute(GROUP, { id: group, filter });
      expect(data.workingGroup.seats.totalCount).toBe(data.workingGroup.seats.nodes.length);
      return idsOf(data.workingGroup.seats);
    };
    expect(await seats({ onDate: "2024-12-31" })).toEqual([past]);
    expect(await seats({ onDate: "2025-01-01" })).toEqual([lead]);
    expect(await seats({ atAnyTime: true })).toEqual([lead, past]);
    expect(await seats({ atAnyTime: true, roles: { anyOf: ["MEMBER"] } })).toEqual([past]);
    expect(await seats({ atAnyTime: true, roles: { noneOf: ["MEMBER"] } })).toEqual([lead]);
    expect(await seats({ atAnyTime: true, roles: { noneOf: [] } })).toEqual([lead, past]);
    expect(await seats({ roles: { anyOf: ["MEMBER"] } })).toEqual([]);
    const AS_OF = `query ($id: ID!, $asOf: Date) { workingGroup(id: $id) {
      seats(asOf: $asOf) { nodes { id } } coLeads(asOf: $asOf) { nodes { id } }
      members(asOf: $asOf) { nodes { id } } } }`;
    const then = await execute(AS_OF, { id: group, asOf: "2024-12-31" });
    const { members, ...asOf } = then.data.workingGroup;
    expect(asOf).toEqual({ seats: { nodes: [{ id: past }] }, coLeads: { nodes: [] } });
    expect(members.nodes).toHaveLength(1);
    expect(await seats({ roles: { anyOf: [] } })).toEqual([]);
    const wrong = await execute(GROUP, { id: group, filter: { onDate: "31/12/2024" } });
    expect(wrong.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });

  it("come page by page", async () => {
    const group = await buildGroup();
    const all = [
      await buildSeat({ group }),
      await buildSeat({ group }),
      await buildSeat({ group }),
    ];
    const first = (await execute(GROUP, { id: group, first: 2 })).data.workingGroup.seats;
    const after: unknown = first.pageInfo.endCursor;
    const second = (await execute(GROUP, { id: group, first: 2, after })).data.workingGroup.seats;
    expect([...idsOf(first), ...idsOf(second)]).toEqual(all);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([first.totalCount, second.totalCount]).toEqual([3, 3]);
    expect(errorOf(await execute(GROUP, { id: group, first: -1 }))).toMatchObject({
      field: "first",
    });
  });

  it("count an organisation with two seats as one member, and an observer as none", async () => {
    const [group, organisation] = [await buildGroup(), await buildOrganisation()];
    await buildSeat({ group, organisation, onBehalfOf: "A coalition" });
    await buildSeat({ group, organisation, role: "CO_LEAD" });
    await buildSeat({ group, role: "OBSERVER" });
    const { members, seats } = (await execute(GROUP, { id: group })).data.workingGroup;
    expect(idsOf(members)).toEqual([organisation]);
    expect([members.totalCount, seats.totalCount]).toEqual([1, 3]);
  });
});

describe("an organisation that is hidden, merged away or vanished", () => {
  async function buildScene(audience: Audience) {
    const [group, organisation] = [await buildGroup(), await buildOrganisation({ audience })];
    const other = await buildSeat({ group, role: "CO_LEAD" });
    return { group, organisation, other, seat: await buildSeat({ group, organisation }) };
  }
  const read = async (id: string, viewer: typeof admin | null) => {
    const { seats, members, coLeads } = (await execute(GROUP, { id, viewer })).data.workingGroup;
    return { seats: idsOf(seats), counts: [seats, members, coLeads].map((of) => of.totalCount) };
  };

  it("is left out of lists and counts while hidden, for whom it is hidden", async () => {
    const { group, organisation, other, seat } = await buildScene(Audience.ORGANISATION);
    expect(await read(group, null)).toEqual({ seats: [other], counts: [1, 1, 1] });
    const own = buildViewer({ organisations: [{ id: organisation, role: "DELEGATE" }] });
    expect(await read(group, own)).toEqual({ seats: [other, seat], counts: [2, 2, 1] });
  });

  it("is left out for everybody once it is gone", async () => {
    const { group, organisation, other, seat } = await buildScene(Audience.PUBLIC);
    expect(await read(group, admin)).toEqual({ seats: [other, seat], counts: [2, 2, 1] });
    await gone("Organisation", organisation);
    expect(await read(group, admin)).toEqual({ seats: [other], counts: [1, 1, 1] });
  });

  it("resolves to null by reference, and so do its seats", async () => {
    const { organisation, seat, other } = await buildScene(Audience.ORGANISATION);
    const keys = [key("Organisation")(organisation), key("Seat")(seat), key("Seat")(other)];
    const hidden = await execute(KEYS, { keys });
    expect(hidden.data._entities).toEqual([null, null, expect.objectContaining({ id: other })]);
    const shown = await execute(KEYS, { keys, viewer: admin });
    expect(shown.data._entities).not.toContain(null);
    await gone("Organisation", organisation);
    const after = await execute(KEYS, { keys, viewer: admin });
    expect(after.data._entities.slice(0, 2)).toEqual([null, null]);
  });
});

it("shows no delegate who is hidden or gone, and the seat all the same", async () => {
  const [hidden, leaving] = [await buildPerson({ audience: Audience.NOBODY }), await buildPerson()];
  const group = await buildGroup();
  await buildSeat({ group, delegate: hidden });
  await buildSeat({ group, delegate: leaving });
  const delegates = async () =>
    (await execute(GROUP, { id: group })).data.workingGroup.seats.nodes.map(
      ({ delegate }: { delegate: unknown }) => delegate,
    ) as unknown;
  expect(await delegates()).toEqual([null, { id: leaving }]);
  await gone("Person", leaving);
  expect(await delegates()).toEqual([null, null]);
});

describe("what an organisation gains here", () => {
  it("is its seats and groups of today, each group once, those it may not see left out", async () => {
    const organisation = await buildOrganisation();
    const [first, second] = [await buildGroup(), await buildGroup()];
    const hidden = await buildGroup({ audience: "NOBODY" });
    await buildSeat({ organisation, group: second, startDate: "2025-01-01" });
    await buildSeat({ organisation, group: first, startDate: "2024-01-01" });
    await buildSeat({ organisation, group: first, onBehalfOf: "A coalition" });
    await buildSeat({ organisation, group: hidden });
    await endSeat(await buildSeat({ organisation }));
    const keys = [key("Organisation")(organisation)];
    const [entity] = (await execute(KEYS, { keys })).data._entities;
    expect(idsOf(entity.workingGroups)).toEqual([first, second]);
    expect([entity.workingGroups.totalCount, entity.seats.totalCount]).toEqual([2, 3]);
    const then = KEYS.replace("workingGroups {", 'workingGroups(asOf: "2024-12-31") {');
    const [past] = (await execute(then, { keys })).data._entities;
    expect(idsOf(past.workingGroups)).toEqual([first]);
    const [all] = (await execute(KEYS, { keys, viewer: admin })).data._entities;
    expect(idsOf(all.workingGroups)).toEqual([first, second, hidden]);
  });

  it("is null, with no error, for an organisation that nobody has told of", async () => {
    const answer = await execute(KEYS, { keys: [key("Organisation")("org_unknown")] });
    expect(answer).toEqual({ data: { _entities: [null] } });
  });
});

describe("the cost of an edge does not grow with the number of parents", () => {
  async function buildGroups() {
    const groups: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const group = await buildGroup();
      groups.push(group);
      const people = { delegate: await buildPerson(), alternate: await buildPerson() };
      await buildSeat({ group, role: "CO_LEAD", ...people });
      await buildSeat({ group });
    }
    return groups;
  }
  const costOf = async (selection: string) => {
    const keys = (await buildGroups()).map(key("WorkingGroup"));
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      ... on WorkingGroup { ${selection} } } }`;
    const sql = await sqlOf(async () => {
      expect((await execute(query, { keys })).errors).toBeUndefined();
    });
    return sql.length - 1;
  };

  it("is one statement for seats, one for their counts, and one for each of their ends", async () => {
    expect(await costOf(`seats { nodes { id } }`)).toBe(1);
    expect(await costOf(`seats { totalCount nodes { id } }`)).toBe(2);
    const ends = `organisation { id } delegate { id } alternate { id } group { id } viewerCanEdit`;
    expect(await costOf(`seats { totalCount nodes { ${ends} } }`)).toBe(4);
  });

  it("is one statement for members and co-leads, and one for their counts", async () => {
    expect(await costOf(`members { nodes { id } }`)).toBe(1);
    expect(await costOf(`coLeads { totalCount nodes { id } }`)).toBe(2);
  });

  it("is two statements for the groups of organisations, and one for their counts", async () => {
    const group = await buildGroup();
    const keys: object[] = [];
    for (let count = 0; count < 3; count += 1) {
      const organisation = await buildOrganisation();
      keys.push(key("Organisation")(organisation));
      await buildSeat({ group, organisation });
    }
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      ... on Organisation { workingGroups { totalCount nodes { id } } seats { nodes { id } } } } }`;
    expect(await sqlOf(() => execute(query, { keys }))).toHaveLength(5);
  });

  it("is three statements for seats by reference: the seats and their two ends", async () => {
    const keys = [await buildSeat(), await buildSeat()].map(key("Seat"));
    expect(await sqlOf(() => execute(KEYS, { keys }))).toHaveLength(3);
  });
});
