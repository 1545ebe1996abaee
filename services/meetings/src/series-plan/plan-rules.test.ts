import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { coLeadOf, createFactories, localFromNow } from "../../test/factories.ts";
import { meetings } from "../definition.ts";
import { oneForEach } from "./one-for-each.value.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildGroup, buildMeeting, buildOrganisation, buildPerson, buildSeat } =
  createFactories(harness);

const PLAN = `query ($input: PlanSeriesInput!) { planSeries(input: $input) {
  conflicts { words constraints { kind words } }
  meetings { nodes { localStart startsAt organisationCount
    attendance { nodes { person { id } comes reason clocksChange } } } } } }`;

const WEEK = {
  ...{ from: "2041-01-07", until: "2041-01-13", every: "WEEKLY" },
  ...{ durationMinutes: 60, timeZone: "UTC" },
};

async function planned(group: string, input: object = {}) {
  const asked = { viewer: coLeadOf(group), input: { ...WEEK, group, ...input } };
  const { data, errors } = await execute(PLAN, asked);
  expect(errors).toBeUndefined();
  return data.planSeries;
}

/** Somebody who sits there, and the hours of some days on which they can. */
async function seat(group: string, days: string[] | null, more: object = {}) {
  const [organisation, person] = [await buildOrganisation(more), await buildPerson()];
  await buildSeat({ group, organisation, delegate: person });
  await enter(person, { comfortable: [{ days, from: "10:00", until: "11:00" }], ...more });
  return { organisation, person };
}

async function enter(person: string, hours: object) {
  const { countries: _, category: __, ...entered } = hours as Record<string, unknown>;
  const input = { timeZone: "UTC", sharesReasons: true, weekend: ["SUNDAY"], ...entered };
  const viewer = buildViewer({ id: newId("acc"), person });
  const { errors } = await execute(
    `mutation ($input: UpdateMyAvailabilityInput!) { updateMyAvailability(input: $input) { id } }`,
    { viewer, input },
  );
  expect(errors).toBeUndefined();
}

const MIGRANTS = { label: "Migrants", categories: ["migrants"], countries: [], atLeast: 1 };
const charter = (quorum: object, since = "2020-01-01T00:00:00+00:00") => ({
  ...{ since, needs: [MIGRANTS] },
  quorum: { organisations: null, percent: null, ofEachNeed: null, ...quorum },
});

it("keeps the quorum of the charter that stands then, unless the plan says its own", async () => {
  const id = newId("grp");
  const group = await buildGroup({ id, charters: [charter({ percent: 60 })] });
  await seat(group, ["MONDAY", "FRIDAY"]);
  await seat(group, ["MONDAY", "FRIDAY"]);
  await seat(group, ["TUESDAY"], { category: "migrants", countries: ["KE"] });
  const dayOf = async (input: object) =>
    (await planned(group, input)).meetings.nodes[0]?.localStart;
  const two = (await planned(group)).meetings.nodes[0];
  expect(two.organisationCount).toBe(2);
  await buildGroup({ id, charters: [charter({ organisations: 3, ofEachNeed: 1 })] });
  const { conflicts } = await planned(group);
  expect(conflicts[0].constraints).toEqual([
    {
      kind: "QUORUM",
      words: "At least 3 organisations can come (the quorum of the charter)",
    },
  ]);
  // The part for each need holds all the same; and then neither does.
  expect(await dayOf({ constraints: { quorum: 1 } })).toBe("2041-01-08T10:00:00");
  const own = { quorum: 2, quorumParts: [{ name: "M", atLeast: 1, categories: ["migrants"] }] };
  const parts = (await planned(group, { constraints: own })).conflicts[0].constraints;
  expect(parts.map(({ words }: { words: string }) => words)).toEqual([
    "At least 2 organisations can come",
    'At least 1 organisation of "M" can come',
  ]);
  const africa = { quorum: 1, quorumParts: [{ name: "Africa", atLeast: 1, regions: ["africa"] }] };
  expect(await dayOf({ constraints: africa })).toBe("2041-01-08T10:00:00");
  const free = await planned(group, { constraints: { keepsQuorum: false } });
  expect(free.conflicts).toEqual([]);
  const later = charter({ organisations: 1 }, "2041-01-14T00:00:00+00:00");
  await buildGroup({ id, charters: [charter({ organisations: 3 }), later] });
  expect(await dayOf({})).toBeUndefined();
  expect(await dayOf({ from: "2041-01-14", until: "2041-01-20" })).toBeDefined();
});

it("proposes nothing in the past, and says so of what is over", async () => {
  const group = await buildGroup();
  const { person } = await seat(group, null);
  await enter(person, {
    weekend: [],
    comfortable: [{ days: null, from: "00:00", until: "24:00" }],
  });
  const [from, until] = [localFromNow(-24).slice(0, 10), localFromNow(24).slice(0, 10)];
  const plan = await planned(group, { from, until });
  expect(new Date(plan.meetings.nodes[0].startsAt).getTime()).toBeGreaterThan(Date.now());
  const { conflicts } = await planned(group, { from: "2025-01-06", until: "2025-01-12" });
  expect(conflicts[0]).toEqual({
    words: "No time holds this from 2025-01-06 to 2025-01-12: Not in the past",
    constraints: [{ kind: "PAST", words: "Not in the past" }],
  });
});

it("says of the first meeting too whether clocks change, since the group met last", async () => {
  const group = await buildGroup();
  const { person } = await seat(group, null, { timeZone: "Europe/London" });
  await seat(group, null, { timeZone: "Asia/Kolkata" });
  const changes = async () => {
    const [{ attendance }] = (await planned(group)).meetings.nodes;
    return attendance.nodes.map((one: { person: { id: string }; clocksChange: boolean }) => [
      one.person.id === person,
      one.clocksChange,
    ]);
  };
  const never = [
    [true, false],
    [false, false],
  ];
  expect((await changes()).sort()).toEqual(never.toSorted());
  await buildMeeting({ group, localStart: "2040-07-02T10:00:00", timeZone: "UTC" });
  expect(await changes()).toEqual(
    expect.arrayContaining([
      [true, true],
      [false, false],
    ]),
  );
  await buildMeeting({ group, localStart: "2040-12-03T10:00:00", timeZone: "UTC" });
  expect(await changes()).toEqual(expect.arrayContaining(never));
});

it("keeps the weekends of chosen countries, Friday and Saturday too", async () => {
  const group = await buildGroup();
  await seat(group, ["FRIDAY", "SATURDAY", "SUNDAY"], { weekend: ["MONDAY"] });
  const dayOf = async (weekendsOf: string[]) => {
    const { meetings: found, conflicts } = await planned(group, {
      constraints: { weekendsOf, quorum: 1 },
    });
    return found.nodes[0]?.localStart.slice(0, 10) ?? conflicts[0].words;
  };
  expect(await dayOf(["JO"])).toBe("2041-01-13");
  expect(await dayOf(["GB"])).toBe("2041-01-11");
  expect(await dayOf(["JO", "GB"])).toBe(
    "No time holds all of these from 2041-01-07 to 2041-01-13: " +
      "At least 1 organisation can come; Not at the weekend of JO; Not at the weekend of GB",
  );
});

it("keeps clear of what somebody's calendar says, and tells why where that is shared", async () => {
  const group = await buildGroup();
  const { person } = await seat(group, null);
  await enter(person, {
    weekend: [],
    comfortable: [{ days: null, from: "10:00", until: "12:00" }],
  });
  const day = localFromNow(72).slice(0, 10);
  const [start, end] = ["10", "11"].map((hour) => `${day.replaceAll("-", "")}T${hour}0000Z`);
  const event = ["BEGIN:VEVENT", "UID:1", `DTSTART:${start}`, `DTEND:${end}`, "END:VEVENT"];
  const ics = ["BEGIN:VCALENDAR", "VERSION:2.0", ...event, "END:VCALENDAR"].join("\r\n");
  const { errors } = await execute(
    `mutation ($input: ImportMyBusyTimesInput!) { importMyBusyTimes(input: $input) { id } }`,
    { viewer: buildViewer({ id: newId("acc"), person }), input: { ics } },
  );
  expect(errors).toBeUndefined();
  const of = async (constraints: object) =>
    (await planned(group, { from: day, until: day, constraints })).meetings.nodes[0];
  expect((await of({ keepsDatesFree: false })).localStart).toBe(`${day}T11:00:00`);
  const { attendance } = await of({ latest: "11:00", earliest: "10:00", keepsDatesFree: false });
  expect(attendance.nodes).toMatchObject([{ comes: false, reason: "BUSY" }]);
});

it("knows the other meetings of the same people, but for those that they have declined", async () => {
  const [group, other] = [await buildGroup(), await buildGroup()];
  const { organisation, person } = await seat(group, ["MONDAY"]);
  await buildSeat({ group: other, organisation, delegate: person });
  const meeting = await buildMeeting({
    ...{ group: other, localStart: "2041-01-07T10:00:00", timeZone: "UTC", durationMinutes: 60 },
  });
  const constraints = { weekdays: ["MONDAY"], earliest: "10:00", latest: "11:00" };
  const reason = async () =>
    (await planned(group, { constraints })).meetings.nodes[0].attendance.nodes[0].reason;
  expect(await reason()).toBe("OTHER_MEETING");
  const record = (status: string, who: string | null) =>
    execute(
      `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { id } }`,
      { viewer: coLeadOf(other), input: { meeting, organisation, status, person: who } },
    );
  await record("DECLINED", null);
  expect(await reason()).toBeNull();
  await record("ACCEPTED", person);
  expect(await reason()).toBe("OTHER_MEETING");
});

it("lets nobody interpret into two languages at once", async () => {
  const group = await buildGroup();
  await seat(group, ["MONDAY", "TUESDAY"]);
  const [both, french] = [await buildPerson(), await buildPerson()];
  const on = (...days: string[]) => ({ comfortable: [{ days, from: "10:00", until: "11:00" }] });
  await enter(both, { ...on("MONDAY", "TUESDAY"), interprets: ["fr", "ar"] });
  await enter(french, { ...on("TUESDAY"), interprets: ["fr"] });
  const interpreters = [
    { language: "fr", anyOf: [both, french] },
    { language: "ar", anyOf: [both] },
  ];
  const plan = await planned(group, { constraints: { quorum: 1, interpreters } });
  expect(plan.meetings.nodes[0].localStart).toBe("2041-01-08T10:00:00");
  expect(oneForEach([[1, 2], [1], [1]])).toEqual(
    new Map([
      [2, 0],
      [1, 1],
    ]),
  );
});
