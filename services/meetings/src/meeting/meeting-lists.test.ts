import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import {
  coLeadOf,
  createFactories,
  inNetwork,
  localFromNow,
  seatedIn,
} from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, sqlOf } = harness;
const { buildGroup, buildNetwork, buildMeeting, buildSeries } = createFactories(harness);

interface Listed {
  readonly totalCount: number;
  readonly nodes: { id: string }[];
}

const ids = ({ nodes }: Listed) => nodes.map(({ id }) => id);

const MEETINGS = `query ($filter: MeetingFilter, $first: Int! = 20, $after: String) {
  meetings(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor }
  }
}`;

async function listed(filter: object, viewer: Viewer | null = null): Promise<string[]> {
  const { data, errors } = await execute(MEETINGS, { filter, viewer });
  expect(errors).toBeUndefined();
  const found = ids(data?.meetings);
  expect(data?.meetings.totalCount).toBe(found.length);
  return found;
}

/** A group with one meeting in the past, two to come, and one of those called off. */
async function buildCalendar(network: string) {
  const group = await buildGroup({ network });
  const at = (hours: number) =>
    buildMeeting({ group, localStart: localFromNow(hours), timeZone: "UTC", durationMinutes: 60 });
  const [later, past, next, off] = [await at(50), await at(-50), await at(2), await at(26)];
  await execute(`mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { id } }`, {
    viewer: admin,
    input: { id: off },
  });
  return { group, past, next, off, later };
}

describe("meetings", () => {
  it("do not tell by a filter in which hidden network a public one stands", async () => {
    const network = await buildNetwork({ audience: Audience.NETWORK });
    const group = await buildGroup({ network });
    const meeting = await buildMeeting({ group, audience: Audience.PUBLIC });
    const groups = { anyOf: [group] };
    const [inside, outside] = [{ anyOf: [network] }, { noneOf: [network] }];
    expect(await listed({ groups, networks: inside })).toEqual([]);
    expect(await listed({ groups, networks: outside })).toEqual([meeting]);
    expect(await listed({ groups, networks: inside }, inNetwork(network))).toEqual([meeting]);
    expect(await listed({ groups, networks: outside }, inNetwork(network))).toEqual([]);
  });

  it("are filtered by group, network, series, status and time, soonest first", async () => {
    const network = await buildNetwork();
    const { group, past, next, off, later } = await buildCalendar(network);
    const own = await buildMeeting({ network, localStart: "2031-01-01T10:00:00" });
    const series = await buildSeries({ network, localStart: "2032-01-08T14:00:00", count: 2 });
    const groups = { anyOf: [group] };
    const networks = { anyOf: [network] };
    expect(await listed({ groups })).toEqual([past, next, off, later]);
    expect(
      await listed({ networks, groups: { noneOf: [group] }, series: { noneOf: [series] } }),
    ).toEqual([own]);
    expect(await listed({ groups, statuses: { anyOf: ["CANCELLED"] } })).toEqual([off]);
    expect(await listed({ groups, statuses: { noneOf: ["CANCELLED"] } })).toEqual([
      past,
      next,
      later,
    ]);
    expect(await listed({ series: { anyOf: [series] } })).toHaveLength(2);
    expect(await listed({ groups: { anyOf: [] } })).toEqual([]);
    const now = new Date().toISOString();
    expect(await listed({ groups, startsFrom: now })).toEqual([next, off, later]);
    expect(await listed({ groups, startsBefore: now })).toEqual([past]);
    const exact = { startsFrom: "2031-01-01T10:00:00Z", startsBefore: "2031-01-01T10:00:00.001Z" };
    expect(await listed({ networks, ...exact })).toEqual([own]);
  });

  it("are paged by stable cursors, in two statements with the count", async () => {
    const network = await buildNetwork();
    const { group, past, next, off, later } = await buildCalendar(network);
    const filter = { groups: { anyOf: [group] } };
    const first = await execute(MEETINGS, { filter, first: 3 });
    expect(ids(first.data?.meetings)).toEqual([past, next, off]);
    const { endCursor, hasNextPage } = first.data?.meetings.pageInfo ?? {};
    expect(hasNextPage).toBe(true);
    const rest = await execute(MEETINGS, { filter, first: 3, after: endCursor });
    expect(ids(rest.data?.meetings)).toEqual([later]);
    expect(rest.data?.meetings.totalCount).toBe(4);
    expect(await sqlOf(() => execute(MEETINGS, { filter, first: 2 }))).toHaveLength(2);
  });

  it("are listed, and counted, only as far as the viewer may see them", async () => {
    const network = await buildNetwork();
    const group = await buildGroup({ network });
    const open = await buildMeeting({ group });
    const inside = await buildMeeting({ group, audience: Audience.NETWORK });
    const closed = await buildMeeting({ group, audience: Audience.NOBODY });
    const filter = { groups: { anyOf: [group] } };
    expect(await listed(filter)).toEqual([open]);
    expect(await listed(filter, buildViewer())).toEqual([open]);
    expect(await listed(filter, inNetwork(network))).toEqual([open, inside]);
    for (const viewer of [seatedIn(group), coLeadOf(group), admin]) {
      expect(await listed(filter, viewer)).toEqual([open, inside, closed]);
    }
  });
});

it("lists as upcoming what takes place and has not ended", async () => {
  const { group, past, next, off, later } = await buildCalendar(await buildNetwork());
  const running = await buildMeeting({
    group,
    localStart: localFromNow(-1),
    timeZone: "UTC",
    durationMinutes: 120,
  });
  const { data } = await execute(`{ upcomingMeetings(first: 100) { nodes { id } } }`);
  const ours = ids(data?.upcomingMeetings).filter((id) =>
    [past, next, off, later, running].includes(id),
  );
  expect(ours).toEqual([running, next, later]);
});

describe("the meetings of a group, a network and a series", () => {
  const GROUPS = `query ($keys: [_Any!]!) {
    _entities(representations: $keys) {
      ... on WorkingGroup {
        id
        next: meetings(upcoming: true, first: 1) { totalCount nodes { id } }
        past: meetings(upcoming: false) { totalCount nodes { id } }
        all: meetings { nodes { id } }
      }
      ... on Network { id next: meetings(upcoming: true) { nodes { id } } }
    }
  }`;

  it("are to come, or were, or all", async () => {
    const network = await buildNetwork();
    const { group, past, next, off, later } = await buildCalendar(network);
    const keys = [
      { __typename: "WorkingGroup", id: group },
      { __typename: "Network", id: network },
    ];
    const { data } = await execute(GROUPS, { keys });
    expect(data?._entities).toEqual([
      {
        id: group,
        next: { totalCount: 2, nodes: [{ id: next }] },
        past: { totalCount: 1, nodes: [{ id: past }] },
        all: { nodes: [{ id: past }, { id: next }, { id: off }, { id: later }] },
      },
      { id: network, next: { nodes: [{ id: next }, { id: later }] } },
    ]);
  });

  it("of many groups cost one statement for each list, one for its counts, one for the groups", async () => {
    const network = await buildNetwork();
    const calendars = [await buildCalendar(network), await buildCalendar(network)];
    const keys = calendars.map(({ group }) => ({ __typename: "WorkingGroup", id: group }));
    expect(await sqlOf(() => execute(GROUPS, { keys }))).toHaveLength(6);
  });

  it("are null for a group or network that is hidden or gone", async () => {
    const hidden = await buildGroup({ audience: Audience.NOBODY });
    await buildMeeting({ group: hidden });
    const keys = [
      { __typename: "WorkingGroup", id: hidden },
      { __typename: "WorkingGroup", id: newId("grp") },
      { __typename: "Network", id: newId("net") },
    ];
    const { data } = await execute(GROUPS, { keys });
    expect(data?._entities).toEqual([null, null, null]);
  });
});

describe("a meeting", () => {
  const KEYS = `query ($keys: [_Any!]!) {
    _entities(representations: $keys) { ... on Meeting { id group { id } network { id } series { id } } }
  }`;

  it("is found by reference, and null when it is hidden or gone", async () => {
    const visible = await buildMeeting();
    const hidden = await buildMeeting({ audience: Audience.NOBODY });
    const keys = [visible, hidden, newId("mtg")].map((id) => ({ __typename: "Meeting", id }));
    const { data } = await execute(KEYS, { keys });
    expect(data?._entities).toEqual([expect.objectContaining({ id: visible }), null, null]);
    const one = await execute(`query ($id: ID!) { meeting(id: $id) { id } }`, { id: hidden });
    expect(one.data).toEqual({ meeting: null });
  });

  it("gives its group, network and series, of many meetings in one statement each", async () => {
    const network = await buildNetwork();
    const series = await buildSeries({ group: await buildGroup({ network }) });
    const single = await buildMeeting({ group: await buildGroup({ network }) });
    const found = await listed({ series: { anyOf: [series] } });
    const keys = [...found, single].map((id) => ({ __typename: "Meeting", id }));
    expect(await sqlOf(() => execute(KEYS, { keys }))).toHaveLength(4);
  });
});
