import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import {
  coLeadOf,
  createFactories,
  errorOf,
  inNetwork,
  QUARTERLY,
  seatedIn,
} from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, sqlOf, told, tell } = harness;
const { buildGroup, buildNetwork, buildSeries } = createFactories(harness);

const CREATE = `mutation ($input: CreateMeetingSeriesInput!) {
  createMeetingSeries(input: $input) {
    id title audience joinUrl viewerCanEdit group { id } network { id }
    meetings { nodes { id title localStart recurrenceStart series { id } group { id } } }
  }
}`;

const READ = `query ($id: ID!) { meetingSeries(id: $id) { id joinUrl viewerCanEdit } }`;

describe("createMeetingSeries", () => {
  it("makes a series of a group, with its meetings, for the group's co-lead", async () => {
    const network = await buildNetwork();
    const group = await buildGroup({ network });
    const input = { ...QUARTERLY, group, joinUrl: "https://meet.example.org/q" };
    const { data, errors } = await execute(CREATE, { viewer: coLeadOf(group), input });
    expect(errors).toBeUndefined();
    const series = data?.createMeetingSeries;
    expect(series).toMatchObject({
      title: "Quarterly meeting",
      audience: "PUBLIC",
      joinUrl: "https://meet.example.org/q",
      viewerCanEdit: true,
      group: { id: group },
      network: { id: network },
    });
    expect(series.meetings.nodes).toHaveLength(4);
    expect(series.meetings.nodes[1]).toMatchObject({
      title: "Quarterly meeting",
      localStart: "2027-04-08T14:00:00",
      recurrenceStart: "2027-04-08T14:00:00",
      series: { id: series.id },
      group: { id: group },
    });
  });

  it("tells the change feed of the series and of each meeting", async () => {
    const network = await buildNetwork();
    const id = await buildSeries({ network, audience: Audience.NETWORK });
    const protection = { audience: "NETWORK", organisations: [], networks: [network] };
    const series = (await told("MeetingSeries")).find((change) => change.id === id);
    expect(series?.payload).toEqual({
      protection,
      title: "Quarterly meeting",
      group: null,
      network,
      rule: "FREQ=MONTHLY;INTERVAL=3;COUNT=4;BYDAY=2TH",
      timeZone: "Europe/London",
    });
    const payloads = (await told("Meeting")).map(({ payload }) => payload);
    expect(payloads.filter((payload) => Object(payload).series === id)).toHaveLength(4);
    expect(payloads).toContainEqual({
      protection,
      title: "Quarterly meeting",
      series: id,
      group: null,
      network,
      startsAt: "2027-04-08T13:00:00.000Z",
      endsAt: "2027-04-08T14:30:00.000Z",
      timeZone: "Europe/London",
      status: "SCHEDULED",
      ...{ attended: [], replied: [], openActions: [] },
    });
  });

  it("makes one series when it is sent twice with the same key", async () => {
    const network = await buildNetwork();
    const viewer = inNetwork(network, "SECRETARIAT");
    const input = { ...QUARTERLY, network, idempotencyKey: "b9f0" };
    const first = await execute(CREATE, { viewer, input });
    const again = await execute(CREATE, { viewer, input });
    expect(again.data).toEqual(first.data);
    expect(first.data?.createMeetingSeries.meetings.nodes).toHaveLength(4);
  });

  it("finds a group that was made a moment ago", async () => {
    const group = newId("grp");
    const viewer = coLeadOf(group);
    const input = { ...QUARTERLY, group };
    expect(errorOf(await execute(CREATE, { viewer, input })).code).toBe("NOT_FOUND");
    await buildGroup({ id: group });
    const { errors } = await execute(CREATE, { viewer, input });
    expect(errors).toBeUndefined();
  });

  it("refuses an anonymous viewer", async () => {
    const input = { ...QUARTERLY, group: await buildGroup() };
    expect(errorOf(await execute(CREATE, { input }))).toEqual({ code: "UNAUTHENTICATED" });
  });

  it("refuses a member of the group, of its network, and the co-lead of another", async () => {
    const network = await buildNetwork();
    const group = await buildGroup({ network });
    const input = { ...QUARTERLY, group };
    for (const viewer of [seatedIn(group), inNetwork(network), coLeadOf(await buildGroup())]) {
      expect(errorOf(await execute(CREATE, { viewer, input }))).toEqual({ code: "FORBIDDEN" });
    }
  });

  it("lets the secretariat of the group's network make one", async () => {
    const network = await buildNetwork();
    const input = { ...QUARTERLY, group: await buildGroup({ network }) };
    const viewer = inNetwork(network, "SECRETARIAT");
    const { errors } = await execute(CREATE, { viewer, input });
    expect(errors).toBeUndefined();
  });

  it("finds no group that is hidden from the viewer", async () => {
    const group = await buildGroup({ audience: Audience.NOBODY });
    const answer = await execute(CREATE, {
      viewer: coLeadOf(group),
      input: { ...QUARTERLY, group },
    });
    expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "WorkingGroup" });
  });

  it("says nothing of the times to one who may not convene", async () => {
    const group = await buildGroup();
    const input = { ...QUARTERLY, group, preset: null, rule: "FREQ=DAILY;UNTIL=20760101" };
    const answer = await execute(CREATE, {
      viewer: seatedIn(group),
      input: { ...input, count: null },
    });
    expect(errorOf(answer)).toEqual({ code: "FORBIDDEN" });
  });

  it.each([
    ["title", { title: "  " }],
    ["localStart", { localStart: "2027-03-28T01:30:00" }],
    ["localStart", { localStart: "2027-02-30T14:00:00" }],
    ["localEnd", { durationMinutes: null, localEnd: "2027-01-14T13:00:00" }],
    ["durationMinutes", { durationMinutes: 0 }],
    ["rule", { rule: "FREQ=MONTHLY" }],
    ["rule", { preset: null }],
    ["every", { every: 0 }],
    ["every", { preset: null, rule: "FREQ=WEEKLY", every: 2 }],
    ["rule", { preset: null, rule: "FREQ=WEEKLY;COUNT=401", count: null }],
    ["count", { count: null }],
    ["count", { count: 401 }],
    ["until", { until: "2028-01-01" }],
    ["joinUrl", { joinUrl: "javascript:alert(1)" }],
    ["group", { group: null }],
  ])("refuses what cannot be by the field %s: %j", async (field, wrong) => {
    const group = await buildGroup();
    const answer = await execute(CREATE, {
      viewer: coLeadOf(group),
      input: { ...QUARTERLY, group, ...wrong },
    });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
  });

  it("refuses a zone that the IANA database does not know", async () => {
    const group = await buildGroup();
    const input = { ...QUARTERLY, group, timeZone: "Europe/Nowhere" };
    const viewer = coLeadOf(group);
    const writtenOut = `mutation { createMeetingSeries(input: {
      group: "${group}", title: "A", localStart: "2027-01-14T14:00:00", timeZone: "Europe/Nowhere",
      durationMinutes: 60, preset: WEEKLY, count: 2 }) { id } }`;
    const query = `query ($id: ID!, $zone: TimeZone = "Europe/Nowhere") {
      meetingSeries(id: $id) { meetings { nodes { localStart(timeZone: $zone) } } } }`;
    // Twice: what is asked again is compiled already.
    for (const [asked, field] of [
      [() => execute(CREATE, { viewer, input }), "timeZone"],
      [() => execute(writtenOut, { viewer }), "timeZone"],
      [() => execute(writtenOut, { viewer }), "timeZone"],
      [() => execute(query, { id: "ser_none" }), "zone"],
    ] as const) {
      const { errors } = await asked();
      expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field });
      expect(errors?.[0]?.message).toContain("Europe/Nowhere");
    }
  });

  it("refuses both a group and a network", async () => {
    const [group, network] = [await buildGroup(), await buildNetwork()];
    const input = { ...QUARTERLY, group, network };
    const answer = await execute(CREATE, { viewer: admin, input });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field: "group" });
  });
});

describe("a series", () => {
  it("shows where to join only to those who sit there", async () => {
    const network = await buildNetwork();
    const group = await buildGroup({ network });
    const joinUrl = "https://meet.example.org/q";
    const id = await buildSeries({ group, joinUrl });
    const seen = async (viewer: Viewer | null) =>
      (await execute(READ, { viewer, id })).data?.meetingSeries;
    expect(await seen(null)).toEqual({ id, joinUrl: null, viewerCanEdit: false });
    expect(await seen(inNetwork(network))).toMatchObject({ joinUrl: null });
    expect(await seen(seatedIn(group))).toEqual({ id, joinUrl, viewerCanEdit: false });
    expect(await seen(coLeadOf(group))).toEqual({ id, joinUrl, viewerCanEdit: true });
  });

  it("is found by reference, and null when it is hidden or gone", async () => {
    const visible = await buildSeries();
    const hidden = await buildSeries({ audience: Audience.NOBODY });
    const keys = [visible, hidden, newId("ser")].map((id) => ({ __typename: "MeetingSeries", id }));
    const { data } = await execute(
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on MeetingSeries { id } } }`,
      { keys },
    );
    expect(data?._entities).toEqual([{ id: visible }, null, null]);
  });
});

describe("allMeetingSeries", () => {
  const LIST = `query ($filter: MeetingSeriesFilter) {
    allMeetingSeries(filter: $filter) {
      totalCount nodes { id group { id } network { id } meetings(first: 2, upcoming: true) { nodes { id } } }
    }
  }`;

  it("lists what the viewer may see, of groups and of networks", async () => {
    const network = await buildNetwork();
    const group = await buildGroup({ network });
    const own = await buildSeries({ network });
    const ofGroup = await buildSeries({ group });
    await buildSeries({ network, audience: Audience.NOBODY });
    const of = async (filter: object) => {
      const { data } = await execute(LIST, { filter });
      const { totalCount, nodes } = data?.allMeetingSeries ?? {};
      return [totalCount, nodes.map(({ id }: { id: string }) => id)];
    };
    expect(await of({ networks: { anyOf: [network] } })).toEqual([2, [own, ofGroup]]);
    expect(await of({ groups: { anyOf: [group] } })).toEqual([1, [ofGroup]]);
    expect(await of({ groups: { anyOf: [] } })).toEqual([0, []]);
    const networks = { anyOf: [network] };
    expect(await of({ networks, groups: { noneOf: [group] } })).toEqual([1, [own]]);
  });

  it("reads many series with their groups, networks and meetings in five statements", async () => {
    const network = await buildNetwork();
    const groups = [await buildGroup({ network }), await buildGroup({ network })];
    for (const group of groups) await buildSeries({ group });
    const filter = { networks: { anyOf: [network] } };
    const sql = await sqlOf(() => execute(LIST, { filter }));
    expect(sql).toHaveLength(5);
  });

  it("gives no group that has gone since", async () => {
    const group = await buildGroup();
    const id = await buildSeries({ group });
    await tell("working-groups", { type: "WorkingGroup", id: group, payload: null });
    const query = `query ($id: ID!) { meetingSeries(id: $id) { group { id } } }`;
    const { data, errors } = await execute(query, { viewer: admin, id });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ meetingSeries: { group: null } });
  });
});
