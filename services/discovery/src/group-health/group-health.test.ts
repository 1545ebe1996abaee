import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import {
  buildMeeting,
  buildMilestone,
  buildNetwork,
  buildOrganisation,
  buildSeat,
  buildWorkingGroup,
  everybody,
  tellAll,
} from "../../test/factories.ts";
import { discovery } from "../definition.ts";
import { concernsOf, monthsBetween } from "./group-health.value.ts";

const harness = createHarness(discovery);
const HEALTH = `need concerns { kind weight } overdueMilestones openMilestones coLeads lastMetAt
  meetsNextAt monthsSinceLastMeeting attendanceRate replyRate openActions overdueActions needs { label wanted found }
  constituencies { category organisations } countries { country organisations }
  regions { region name organisations }`;
const ONE = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on WorkingGroup { id health { ${HEALTH} } } } }`;
const BOARD = `query ($first: Int = 20, $after: String, $network: ID) {
  healthBoard(first: $first, after: $after, network: $network) {
    totalCount nodes { group { id } need concerns { kind } } pageInfo { endCursor } } }`;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const network = buildNetwork();
const migrants = { label: "Migrants", categories: ["migrants"], countries: [], atLeast: 2 };
const kenyan = { label: "Kenya", categories: [], countries: ["KE"], atLeast: 1 };
const ailing = buildWorkingGroup({ network: network.id, needs: [migrants, kenyan] });
const sound = buildWorkingGroup({ network: network.id, protection: { ...everybody } });
const elsewhere = buildWorkingGroup();
const resting = buildWorkingGroup({ network: network.id, state: "DORMANT" });
const union = buildOrganisation({ category: "trade-unions", countries: ["KE", "GB"] });
const migrant = buildOrganisation({ category: "migrants", countries: ["GB"] });
const hidden = buildOrganisation({ category: "migrants" });
hidden.payload["protection"] = { audience: "NOBODY", organisations: [hidden.id], networks: [] };
const sits = (group: { id: string }, { id }: { id: string }, role = "MEMBER") =>
  buildSeat({ group: group.id, organisation: id, role });
const met = (group: { id: string }, days: number, more = {}) =>
  buildMeeting({ group: group.id, startsAt: daysAgo(days), ...more });

beforeAll(() =>
  tellAll(
    harness,
    ...[network, ailing, sound, elsewhere, resting, union, migrant, hidden],
    ...[sits(ailing, union), sits(ailing, migrant), sits(ailing, hidden)],
    ...[sits(sound, union, "CO_LEAD"), sits(sound, migrant, "OBSERVER"), sits(resting, union)],
    buildMilestone({ group: ailing.id }),
    buildMilestone({ group: ailing.id, dueDate: "2999-01-01" }),
    buildMilestone({ group: ailing.id, status: "REACHED" }),
    met(ailing, 200, { attended: [union.id] }),
    met(ailing, 190, { attended: [hidden.id] }),
    met(ailing, 180, { replied: [union.id, hidden.id], openActions: ["2020-01-01", null] }),
    met(ailing, 2, { status: "CANCELLED", attended: [union.id], openActions: ["2999-01-01"] }),
    met(ailing, 800, { attended: [union.id, migrant.id] }),
    met(sound, 10, { attended: [union.id] }),
    met(sound, -10),
  ),
);

const secretariat = buildViewer({ networks: [{ id: network.id, role: "SECRETARIAT" }] });
const member = buildViewer({ groups: [{ id: sound.id, role: "MEMBER" }] });

const health = async (viewer: ReturnType<typeof buildViewer> | null, ...ids: string[]) => {
  const keys = ids.map((id) => ({ __typename: "WorkingGroup", id }));
  const { data, errors } = await harness.execute(ONE, { viewer, keys });
  expect(errors).toBeUndefined();
  return data._entities.map((found: { health: unknown } | null) => found?.health ?? null);
};

it("tells how a group fares, of those whom the viewer may see", async () => {
  const [found] = await health(secretariat, ailing.id);
  expect(found).toMatchObject({
    overdueMilestones: 1,
    openMilestones: 2,
    coLeads: 0,
    meetsNextAt: null,
    ...{ attendanceRate: 0.25, replyRate: 0.5 },
    ...{ openActions: 3, overdueActions: 1 },
    needs: [
      { label: "Migrants", wanted: 2, found: 1 },
      { label: "Kenya", wanted: 1, found: 1 },
    ],
    constituencies: [
      { category: "migrants", organisations: 1 },
      { category: "trade-unions", organisations: 1 },
    ],
    countries: [
      { country: "GB", organisations: 2 },
      { country: "KE", organisations: 1 },
    ],
    // One works in two regions.
    regions: [
      { region: "africa", name: "Africa", organisations: 1 },
      { region: "americas", organisations: 0 },
      { region: "asia", organisations: 0 },
      { region: "europe", name: "Europe", organisations: 2 },
      { region: "oceania", organisations: 0 },
    ],
  });
  const months = monthsBetween(new Date(daysAgo(180)), new Date());
  expect(found.monthsSinceLastMeeting).toBe(months);
  expect(found.concerns).toEqual([
    { kind: "NO_CO_LEAD", weight: 5 },
    { kind: "LOW_ATTENDANCE", weight: 3 },
    ...[
      { kind: "NOT_MET", weight: months - 3 },
      { kind: "OVERDUE_MILESTONES", weight: 2 },
    ],
    { kind: "OVERDUE_ACTIONS", weight: 1 },
    { kind: "MISSING_PARTIES", weight: 1 },
  ]);
  const [seen] = await health({ ...admin }, ailing.id);
  expect(seen.attendanceRate).toBeCloseTo(2 / 6);
});

it("is null for those who neither sit there nor set it up", async () => {
  expect(await health(null, ailing.id, sound.id)).toEqual([null, null]);
  const [ofAiling, ofSound] = await health(member, ailing.id, sound.id);
  expect(ofAiling).toBeNull();
  expect(ofSound).toMatchObject({ need: 0, concerns: [], attendanceRate: 1, coLeads: 1 });
  expect(ofSound).toMatchObject({ replyRate: null, openActions: 0, overdueActions: 0 });
  const other = buildViewer({ networks: [{ id: network.id, role: "MEMBER" }] });
  expect(await health(other, sound.id, "grp_missing")).toEqual([null, null]);
});

it("lists who needs help most first, page by page, as far as the viewer may judge", async () => {
  const board = async (variables: object) =>
    (await harness.execute(BOARD, { ...variables })).data.healthBoard;
  const ids = ({ nodes }: { nodes: { group: { id: string } }[] }) =>
    nodes.map(({ group }) => group.id);
  const all = await board({ viewer: secretariat });
  expect([all.totalCount, ids(all)]).toEqual([2, [ailing.id, sound.id]]);
  const first = await board({ viewer: secretariat, first: 1 });
  const after: unknown = first.pageInfo.endCursor;
  expect(ids(await board({ viewer: secretariat, first: 1, after }))).toEqual([sound.id]);
  expect(ids(await board({ viewer: member }))).toEqual([sound.id]);
  expect(ids(await board({}))).toEqual([]);
  expect((await board({ viewer: admin })).totalCount).toBe(3);
  expect((await board({ viewer: admin, network: network.id })).totalCount).toBe(2);
});

it("costs as many statements for many groups as for one", async () => {
  const cost = async (...ids: string[]) =>
    (await harness.sqlOf(() => health(admin, ...ids))).length;
  expect(await cost(ailing.id, sound.id, elsewhere.id)).toBe(await cost(ailing.id));
  const board = await harness.sqlOf(() => harness.execute(BOARD, { viewer: admin }));
  expect(board.length).toBeLessThanOrEqual(3);
});

it("never says that a group is better off for one more sign of trouble", () => {
  const signs = fc.record({
    isActive: fc.boolean(),
    coLeads: fc.nat({ max: 3 }),
    overdueMilestones: fc.nat({ max: 9 }),
    monthsSinceLastMeeting: fc.option(fc.nat({ max: 30 })),
    overdueActions: fc.nat({ max: 9 }),
    attendanceRate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    replyRate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    unmetNeeds: fc.nat({ max: 9 }),
  });
  const needOf = (one: Parameters<typeof concernsOf>[0]) =>
    concernsOf(one).reduce((sum, { weight }) => sum + weight, 0);
  fc.assert(
    fc.property(signs, (one) => {
      const { overdueMilestones, overdueActions, unmetNeeds } = one;
      const worse = {
        ...{ overdueMilestones: overdueMilestones + 1, overdueActions: overdueActions + 1 },
        ...{ unmetNeeds: unmetNeeds + 1, replyRate: 0, coLeads: 0 },
      };
      expect(needOf({ ...one, ...worse })).toBeGreaterThanOrEqual(needOf(one));
    }),
    { numRuns: 100 },
  );
});
