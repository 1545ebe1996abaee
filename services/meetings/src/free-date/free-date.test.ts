import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { createFactories, errorOf, inNetwork, QUARTERLY } from "../../test/factories.ts";
import { createEdits } from "../../test/series-edits.ts";
import { meetings } from "../definition.ts";
import { dateWords, freeOn } from "./free-date.value.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildGroup, buildMeeting, buildNetwork, buildOrganisation, buildSeat, buildSeries } =
  createFactories(harness);
const edits = createEdits(harness);

const KEEP = `mutation ($input: KeepDateFreeInput!) { made: keepDateFree(input: $input) { id } }`;
const REMOVE = `mutation ($input: RemoveFreeDateInput!) {
  made: removeFreeDate(input: $input) { id reason } }`;
const READ = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Network {
  viewerCanKeepDatesFree freeDates { totalCount nodes {
    id startDate endDate isYearly reason viewerCanRemove } } } } }`;

async function read(network: string, viewer: Viewer | null = null) {
  const ids = [{ __typename: "Network", id: network }];
  const { data, errors } = await execute(READ, { viewer, ids });
  expect(errors).toBeUndefined();
  return data?.["_entities"][0];
}

async function keep(network: string, input: object): Promise<string> {
  const viewer = inNetwork(network, "SECRETARIAT");
  const { data, errors } = await execute(KEEP, { viewer, input: { network, ...input } });
  expect(errors).toBeUndefined();
  return (data as { made: { id: string } }).made.id;
}

const FORUM = { startDate: "2027-05-04", endDate: "2027-05-07", reason: "Review forum" };

it("begins with 18 December in each network, and its secretariat adds dates and takes them away", async () => {
  const network = await buildNetwork();
  const viewer = inNetwork(network, "SECRETARIAT");
  const first = (await read(network)).freeDates.nodes;
  expect(first).toMatchObject([
    { isYearly: true, reason: "International Migrants Day", viewerCanRemove: false },
  ]);
  const forum = await keep(network, FORUM);
  expect((await read(network, viewer)).freeDates.nodes).toMatchObject([
    { reason: "International Migrants Day", viewerCanRemove: true },
    { id: forum, ...FORUM, isYearly: false },
  ]);
  for (const id of [first[0].id, first[0].id, forum]) {
    expect((await execute(REMOVE, { viewer, input: { id } })).errors).toBeUndefined();
  }
  expect((await read(network)).freeDates.totalCount).toBe(0);
  // Of another network it stands.
  expect((await read(await buildNetwork())).freeDates.totalCount).toBe(1);
});

it("refuses the anonymous, members, other secretariats and those who do not see the network", async () => {
  const network = await buildNetwork();
  const hidden = await buildNetwork({ audience: Audience.NOBODY });
  const other = inNetwork(await buildNetwork(), "SECRETARIAT");
  const { id } = (await read(network)).freeDates.nodes[0];
  const input = { network, ...FORUM };
  const tried = async (viewer: Viewer | null, wrong: object = {}) => [
    errorOf(await execute(KEEP, { viewer, input: { ...input, ...wrong } })).code,
    errorOf(await execute(REMOVE, { viewer, input: { id } })).code,
  ];
  expect(await tried(null)).toEqual(["UNAUTHENTICATED", "UNAUTHENTICATED"]);
  expect(await tried(inNetwork(network))).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  expect(await tried(other)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  const ofHidden = { id: hidden.replace("net_", "frd_") };
  expect(errorOf(await execute(REMOVE, { viewer: other, input: ofHidden })).code).toBe("NOT_FOUND");
  const unseen = { viewer: other, input: { ...input, network: hidden } };
  expect(errorOf(await execute(KEEP, unseen)).code).toBe("NOT_FOUND");
  const wrongs = [{ reason: " " }, { endDate: "2027-05-03" }, { endDate: "2028-05-04" }];
  for (const wrong of wrongs) {
    const viewer = inNetwork(network, "SECRETARIAT");
    const answer = await execute(KEEP, { viewer, input: { ...input, ...wrong } });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field: Object.keys(wrong)[0] });
  }
});

it("is left out by the series of the network and of its groups, with the reason; what stands, stays", async () => {
  const network = await buildNetwork();
  const group = await buildGroup({ network });
  const weekly = { ...QUARTERLY, localStart: "2027-04-27T10:00:00", preset: "WEEKLY", count: 3 };
  const standing = await buildSeries({ ...weekly, network, byWeekday: false });
  await keep(network, FORUM);
  const datesOf = async (id: string) => {
    const { series } = await edits.read(id);
    const nodes = series.meetings.nodes.filter(({ status }) => status === "SCHEDULED");
    return [nodes.map(({ localStart }) => localStart.slice(5, 10)), series.skipped];
  };
  const skip = { date: "2027-05-04", reason: "KEPT_FREE", country: null, name: "Review forum" };
  for (const convener of [{ network }, { group }]) {
    const id = await buildSeries({ ...weekly, ...convener, byWeekday: false });
    expect(await datesOf(id)).toEqual([["04-27", "05-11"], [skip]]);
  }
  const all = ["04-27", "05-04", "05-11"];
  expect(await datesOf(standing)).toEqual([all, []]);
  const other = await buildSeries({ ...weekly, group: await buildGroup(), byWeekday: false });
  expect(await datesOf(other)).toEqual([all, []]);
  const { nodes } = (await edits.read(standing)).series.meetings;
  const asked = `query ($id: ID!) { meeting(id: $id) { freeDate { reason } } }`;
  const told = await Promise.all(nodes.map(({ id }) => execute(asked, { viewer: null, id })));
  expect(told.map(({ data }) => data?.meeting.freeDate)).toEqual([
    null,
    { reason: "Review forum" },
    null,
  ]);
  await edits.change("updateMeetingSeries", { id: standing, keepsDatesFree: true });
  expect(await datesOf(standing)).toEqual([["04-27", "05-11"], [skip]]);
});

it("tells nobody for what a hidden network keeps a date free", async () => {
  const network = await buildNetwork({ audience: Audience.NOBODY });
  const group = await buildGroup({ network });
  const input = { network, ...FORUM };
  expect((await execute(KEEP, { viewer: admin, input })).errors).toBeUndefined();
  const weekly = { ...QUARTERLY, localStart: "2027-04-27T10:00:00", preset: "WEEKLY", count: 3 };
  const id = await buildSeries({ ...weekly, group, byWeekday: false });
  const meeting = await buildMeeting({ group, localStart: "2027-05-04T10:00:00" });
  const answer = await execute(
    `query ($id: ID!, $meeting: ID!) { meetingSeries(id: $id) { skipped { date name } }
      meeting(id: $meeting) { freeDate { reason } } }`,
    { viewer: null, id, meeting },
  );
  expect(answer.data).toEqual({
    meetingSeries: { skipped: [{ date: "2027-05-04", name: "" }] },
    meeting: { freeDate: null },
  });
});

it("is proposed by no plan, and told where the plan does not care", async () => {
  const network = await buildNetwork();
  const group = await buildGroup({ network });
  await buildSeat({ group, organisation: await buildOrganisation() });
  await keep(network, { startDate: "2041-03-04", endDate: "2041-03-06", reason: "Forum" });
  const plan = async (constraints: object) => {
    const { data, errors } = await execute(
      `query ($input: PlanSeriesInput!) { planSeries(input: $input) { freeDates { reason }
        conflicts { words } meetings { nodes { localStart freeDate { reason } } } } }`,
      {
        viewer: admin,
        input: {
          ...{ group, from: "2041-03-04", until: "2041-03-06", every: "WEEKLY" },
          ...{ durationMinutes: 60, timeZone: "UTC", constraints },
        },
      },
    );
    expect(errors).toBeUndefined();
    return data?.planSeries;
  };
  const kept = await plan({});
  expect(kept.freeDates).toHaveLength(2);
  expect(kept.meetings.nodes).toEqual([]);
  expect(kept.conflicts[0].words).toContain("Not on 2041-03-04 to 2041-03-06 (Forum)");
  const free = await plan({ keepsDatesFree: false });
  expect(free.meetings.nodes[0].freeDate).toEqual({ reason: "Forum" });
});

it("knows days of every year, over the new year too", () => {
  const yearly = { isYearly: true, reason: "Rest" };
  const rest = { ...yearly, startDate: "2026-12-28", endDate: "2027-01-03" };
  const held = ["2030-12-27", "2030-12-28", "2031-01-03", "2031-01-04"];
  expect(held.map((day) => freeOn([rest], day) !== null)).toEqual([false, true, true, false]);
  expect(dateWords(rest)).toBe("28 December to 3 January");
  expect(freeOn([{ ...rest, isYearly: false }], "2030-12-28")).toBeNull();
});
