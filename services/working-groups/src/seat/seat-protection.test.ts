import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import fc from "fast-check";
import { createFactories, dayFromToday } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";
import { turnOfDay } from "./seat.job.ts";
import { isHeldOn } from "./seat.policy.ts";
import { heldOn } from "./seat.repository.ts";

const harness = createHarness(workingGroups);
const { db, execute, service, told } = harness;
const { buildGroup, buildNetwork, buildOrganisation, buildSeat, changeState, endSeat } =
  createFactories(harness);

const toldOf = async (id: string) => (await told("WorkingGroup")).find((one) => one.id === id);
const protectionOf = async (id: string) =>
  ((await toldOf(id))?.payload as { protection: object }).protection;

async function sees(viewer: Viewer | null, id: string): Promise<boolean> {
  const query = `query ($id: ID!) { workingGroup(id: $id) { id } }`;
  return (await execute(query, { viewer, id })).data.workingGroup !== null;
}

describe("a group's protection", () => {
  it("follows its seats: those who hold one today are its organisations", async () => {
    const network = await buildNetwork();
    const group = await buildGroup({ network, audience: "ORGANISATION" });
    const organisation = await buildOrganisation();
    const viewer = buildViewer({ organisations: [{ id: organisation, role: "DELEGATE" }] });
    expect(await sees(viewer, group)).toBe(false);

    const seat = await buildSeat({ group, organisation });
    expect(await protectionOf(group)).toEqual({
      audience: "ORGANISATION",
      organisations: [organisation],
      networks: [network],
    });
    expect(await sees(viewer, group)).toBe(true);

    await endSeat(seat);
    expect(await protectionOf(group)).toMatchObject({ organisations: [] });
    expect(await sees(viewer, group)).toBe(false);
  });

  it("stays as long as one of two seats does, and tells nothing where nothing changed", async () => {
    const [group, organisation] = [await buildGroup(), await buildOrganisation()];
    const seat = await buildSeat({ group, organisation });
    const { version } = (await toldOf(group)) ?? {};
    await buildSeat({ group, organisation, onBehalfOf: "A coalition" });
    await endSeat(seat);
    expect(await toldOf(group)).toMatchObject({
      version,
      payload: { protection: { organisations: [organisation] } },
    });
  });

  it("does not count a seat that is yet to begin", async () => {
    const group = await buildGroup();
    await buildSeat({ group, startDate: dayFromToday(1) });
    expect(await protectionOf(group)).toMatchObject({ organisations: [] });
  });

  it("turns with the day, once, and tells what turned", async () => {
    const [leaving, joining] = [await buildOrganisation(), await buildOrganisation()];
    const group = await buildGroup();
    await buildSeat({ group, organisation: leaving, endDate: dayFromToday(2) });
    await buildSeat({ group, organisation: joining, startDate: dayFromToday(2) });
    expect(await protectionOf(group)).toMatchObject({ organisations: [leaving] });
    await turnOfDay(service().parts, dayFromToday(1));
    expect(await protectionOf(group)).toMatchObject({ organisations: [leaving] });
    await turnOfDay(service().parts, dayFromToday(2));
    const turned = await toldOf(group);
    expect(turned?.payload).toMatchObject({ protection: { organisations: [joining] } });
    await turnOfDay(service().parts, dayFromToday(2));
    expect(await toldOf(group)).toEqual(turned);
  });
});

it("shows a group to those who sit in it by their claims, whatever its audience", async () => {
  const group = await buildGroup({ audience: "NOBODY" });
  const person = "per_delegate";
  await harness.tell("stakeholders", {
    type: "Person",
    id: person,
    payload: { protection: { audience: "NOBODY", organisations: [], networks: [] } },
  });
  await buildSeat({ group, delegate: person });
  const { groups } = await service().claims(person);
  expect(await sees(buildViewer(), group)).toBe(false);
  expect(await sees(buildViewer({ groups: groups ?? [] }), group)).toBe(true);
});

describe("claims", () => {
  const { buildPerson, gone } = createFactories(harness);
  const rolesOf = async (person: string) => (await service().claims(person)).groups;

  it("give delegates and alternates the strongest role of their seats in each group", async () => {
    const person = await buildPerson();
    const [one, two] = [await buildGroup(), await buildGroup()];
    await buildSeat({ group: one, delegate: person, role: "OBSERVER" });
    await buildSeat({ group: one, alternate: person, role: "CO_LEAD" });
    await buildSeat({ group: one, alternate: person, role: "MEMBER" });
    await buildSeat({ group: two, delegate: person, role: "OBSERVER" });
    expect(await rolesOf(person)).toEqual([
      { id: one, role: "CO_LEAD" },
      { id: two, role: "OBSERVER" },
    ]);
  });

  it("give nothing by a seat that ended or is to come, nor to a stranger", async () => {
    const person = await buildPerson();
    await endSeat(await buildSeat({ delegate: person }));
    await buildSeat({ delegate: person, startDate: dayFromToday(3) });
    expect(await rolesOf(person)).toEqual([]);
    expect(await rolesOf("per_nobody")).toEqual([]);
  });

  it("end with the organisation that held the seat", async () => {
    const [person, organisation] = [await buildPerson(), await buildOrganisation()];
    await buildSeat({ organisation, delegate: person });
    expect(await rolesOf(person)).toHaveLength(1);
    await gone("Organisation", organisation);
    expect(await rolesOf(person)).toEqual([]);
  });

  it("go on after the group is concluded, so that its people can read what they did", async () => {
    const [person, group] = [await buildPerson(), await buildGroup()];
    await buildSeat({ group, delegate: person });
    await changeState(group, "CONCLUDED");
    expect(await rolesOf(person)).toEqual([{ id: group, role: "MEMBER" }]);
  });
});

it("holds seats on the same days in SQL as in the policy", async () => {
  const day = fc.integer({ min: 1, max: 9 }).map((number) => `2027-01-0${number}`);
  const period = fc
    .tuple(day, fc.option(day))
    .map(([one, other]) => ({ startDate: one, endDate: other }))
    .filter(({ startDate, endDate }) => endDate === null || startDate <= endDate);
  await fc.assert(
    fc.asyncProperty(period, day, async (seat, on) => {
      const { text, values } = heldOn(on, "t");
      const [row] = await db().query<{ held: boolean }[]>(
        `SELECT ${text} AS held FROM (SELECT '${seat.startDate}'::date AS start_date,
          ${seat.endDate === null ? "null" : `'${seat.endDate}'`}::date AS end_date) AS t`,
        values,
      );
      expect(row?.held).toBe(isHeldOn(seat, on));
    }),
  );
});

it("shows an administrator the seats of a group that nobody may see", async () => {
  const group = await buildGroup({ audience: Audience.NOBODY });
  await buildSeat({ group });
  const query = `query ($id: ID!) { workingGroup(id: $id) { seats { totalCount } } }`;
  const { data } = await execute(query, { viewer: admin, id: group });
  expect(data.workingGroup.seats.totalCount).toBe(1);
});
