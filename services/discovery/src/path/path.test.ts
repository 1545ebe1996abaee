import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import {
  buildMeeting,
  buildOrganisation,
  buildRelationship,
  buildSeat,
  buildWorkingGroup,
  tellAll,
} from "../../test/factories.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const CONNECT = `query ($from: ID!, $to: ID!, $maxHops: Int, $count: Int, $asOf: Date) {
  connect(from: $from, to: $to, maxHops: $maxHops, count: $count, asOf: $asOf) {
    paths { hops strength steps { from to strength sharedActivities lastActivityOn sentence node { __typename } } }
  }
}`;

const [one, warm, cold, hidden, other, far] = [0, 1, 2, 3, 4, 5].map(() => buildOrganisation());
if (!one || !warm || !cold || !hidden || !other || !far) throw new Error("six were built");
hidden.payload["protection"] = { audience: "NOBODY", organisations: [hidden.id], networks: [] };
const group = buildWorkingGroup();
const seats = [one, warm].map(({ id }) => buildSeat({ group: group.id, organisation: id }));
const met = buildMeeting({
  group: group.id,
  startsAt: "2026-06-01T09:00:00.000Z",
  attended: [one.id, warm.id],
});
const tie = (source: { id: string }, target: { id: string }, startDate: string) =>
  buildRelationship({ source: source.id, target: target.id, startDate });

beforeAll(() =>
  tellAll(
    harness,
    ...[one, warm, cold, hidden, other, far, group, met, ...seats],
    tie(one, cold, "2010-01-01"),
    tie(cold, other, "2010-01-01"),
    tie(one, warm, "2010-01-01"),
    tie(warm, other, "2026-01-01"),
    tie(one, hidden, "2026-01-01"),
    tie(hidden, other, "2026-01-01"),
    tie(hidden, far, "2026-01-01"),
  ),
);

const connect = async (variables: object) => {
  const { data, errors } = await harness.execute(CONNECT, {
    from: one.id,
    to: other.id,
    asOf: "2026-11-01",
    ...variables,
  });
  expect(errors).toBeUndefined();
  return data.connect;
};

it("goes over those who do much together and lately before others, and says so", async () => {
  const viewer = buildViewer({ groups: [{ id: group.id, role: "MEMBER" }] });
  const { paths } = await connect({ viewer });
  expect(paths.map(({ steps }: { steps: { to: string }[] }) => steps[0]?.to)).toEqual([
    warm.id,
    cold.id,
  ]);
  expect(paths[0].steps[0]).toEqual({
    from: one.id,
    to: warm.id,
    // 0.5 × 0.5 ^ (153 days of two years) + 0.5 × 2 / 3
    strength: 0.766,
    sharedActivities: 2,
    lastActivityOn: "2026-06-01",
    sentence:
      "A relationship (partner) since 2010-01-01; 2 shared activities, the last meeting on 2026-06-01",
    node: { __typename: "Organisation" },
  });
});

it("tells of meetings only those who may see who was there", async () => {
  const { paths } = await connect({});
  expect(paths[0].steps[0]).toMatchObject({ sharedActivities: 1, lastActivityOn: "2010-01-01" });
});

it("never goes through what is hidden, and is empty where nothing else leads there", async () => {
  expect(await connect({ to: far.id })).toEqual({ paths: [] });
  const viewer = buildViewer({ organisations: [{ id: hidden.id, role: "EDITOR" }] });
  expect((await connect({ to: far.id, viewer })).paths[0]).toMatchObject({ hops: 2 });
});

it("answers as the network was on a day, and no further than asked", async () => {
  expect((await connect({ asOf: "2025-01-01" })).paths).toHaveLength(1);
  expect(await connect({ asOf: "2009-01-01" })).toEqual({ paths: [] });
  expect(await connect({ maxHops: 1 })).toEqual({ paths: [] });
  expect((await connect({ count: 1 })).paths).toHaveLength(1);
});

it("is null where an end is hidden or does not exist", async () => {
  expect(await connect({ to: hidden.id })).toBeNull();
  expect(await connect({ from: "org_01h455vb4pex5vsknk084sn02q" })).toBeNull();
});

it.each([
  ["maxHops", { maxHops: 5 }],
  ["count", { count: 0 }],
  ["to", { to: one.id }],
  ["from", { from: "per_01h455vb4pex5vsknk084sn02q" }],
])("refuses %s out of bounds", async (field, variables) => {
  const { errors } = await harness.execute(CONNECT, { from: one.id, to: other.id, ...variables });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
});

it("takes nine statements for a way of two steps, however many there are", async () => {
  expect(await harness.sqlOf(() => connect({}))).toHaveLength(9);
});
