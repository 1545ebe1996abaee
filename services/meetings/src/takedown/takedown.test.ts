import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { coLeadOf, createFactories, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, tell, told } = harness;
const { buildGroup, buildMeeting, buildSeries } = createFactories(harness);

const takeDown = (id: string) => tell("stakeholders", { type: "Takedown", id, payload: {} });
const restore = (id: string) => tell("stakeholders", { type: "Takedown", id, payload: null });

/** Which meetings of a series a viewer is told of, on any of three paths. */
async function seen(viewer: Viewer | null, series: string, ids: readonly string[]) {
  const { data, errors } = await execute(
    `query ($series: ID!) { meetingSeries(id: $series) { meetings(first: 50) { nodes { id } } }
      meetings(first: 100) { nodes { id } }
      ${ids.map((id, index) => `m${index}: meeting(id: "${id}") { id }`).join(" ")} }`,
    { viewer, series },
  );
  expect(errors).toBeUndefined();
  const text = JSON.stringify(data);
  return ids.filter((id) => text.includes(id));
}

const meetingsOf = async (series: string): Promise<string[]> => {
  const query = `query ($series: ID!) { meetingSeries(id: $series) { meetings { nodes { id } } } }`;
  const { data } = await execute(query, { viewer: admin, series });
  return data.meetingSeries.meetings.nodes.map(({ id }: { id: string }) => id);
};

const audiencesTold = async (ids: readonly string[]) =>
  (await told("Meeting"))
    .filter(({ id }) => ids.includes(id))
    .map(({ payload }) => Object(payload).protection.audience as string);

it("hides with a series its meetings, but from those who convene, and shows them again as they were", async () => {
  const group = await buildGroup();
  const series = await buildSeries({ group });
  const ids = await meetingsOf(series);
  const [alone = "", narrow = ""] = ids;
  const audience = Audience.NETWORK;
  const UPDATE = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { id } }`;
  await execute(UPDATE, { viewer: admin, input: { id: narrow, audience } });
  const single = await buildMeeting({ group });
  await takeDown(alone);
  await takeDown(series);
  expect(await seen(null, series, ids)).toEqual([]);
  expect(await seen(seatedIn(group), series, ids)).toEqual([]);
  expect(await seen(coLeadOf(group), series, ids)).toEqual(ids);
  expect(new Set(await audiencesTold(ids))).toEqual(new Set(["TAKEN_DOWN"]));
  expect(await seen(null, series, [single])).toEqual([single]);
  // Neither a change of the meeting nor of its group brings it back.
  const input = { id: ids[2], title: "Moved", audience: Audience.PUBLIC };
  expect((await execute(UPDATE, { viewer: coLeadOf(group), input })).errors).toBeUndefined();
  await buildGroup({ id: group, audience: Audience.NETWORK });
  await buildGroup({ id: group });
  expect(await seen(null, series, ids)).toEqual([]);
  await restore(series);
  expect(await seen(null, series, ids)).toEqual(ids.slice(2));
  expect(await seen(seatedIn(group), series, ids)).toEqual(ids.slice(1));
  await restore(alone);
  expect(await seen(null, series, ids)).toEqual([alone, ...ids.slice(2)]);
});
