import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { coLeadOf, createFactories, errorOf, inNetwork, seatedIn } from "../../test/factories.ts";
import { BurdenLedger } from "../burden/burden-ledger.service.ts";
import { meetings } from "../definition.ts";
import { Meeting } from "../meeting/meeting.entity.ts";

const harness = createHarness(meetings);
const { execute, db, sqlOf } = harness;
const factories = createFactories(harness);
const { buildGroup, buildMeeting, buildNetwork, buildOrganisation, buildPerson } = factories;

const PLAN = `query ($input: PlanSeriesInput!) { planSeries(input: $input) {
  timeZone isBest conflicts { from until words constraints { kind words } }
  meetings(first: 20) { totalCount nodes { startsAt endsAt localStart organisationCount worstBurden totalBurden
    attendance(first: 50) { nodes { role person { id } organisation { id }
      localStart localEnd comes burden reason clocksChange } } } }
  participants(first: 50) { nodes { role isAssumed person { id } organisation { id } burden outOfHours
    borneBefore outOfHoursBefore lastOutOfHours lastBurden lastMeeting { id } } } } }`;

const QUARTER = {
  from: "2041-01-07",
  until: "2041-06-30",
  every: "QUARTERLY",
  daysToChooseFrom: 5,
  durationMinutes: 60,
  timeZone: "Europe/London",
};

/** Enters hours for somebody new, who then sits in the group. */
async function seat(group: string, hours: object, told: object = {}) {
  const [organisation, person] = [await buildOrganisation(told), await buildPerson()];
  await factories.buildSeat({ group, organisation, delegate: person });
  await enter(person, hours);
  return { organisation, person };
}

async function enter(person: string, hours: object) {
  const comfortable = [{ from: "09:00", until: "17:00" }];
  const input = { comfortable, sharesReasons: true, ...hours };
  const viewer = buildViewer({ id: newId("acc"), person });
  const { errors } = await execute(
    `mutation ($input: UpdateMyAvailabilityInput!) { updateMyAvailability(input: $input) { id } }`,
    { viewer, input },
  );
  if (errors?.[0]) throw errors[0];
}

async function planned(group: string, input: object = {}, viewer = coLeadOf(group)) {
  const { data, errors } = await execute(PLAN, { viewer, input: { ...QUARTER, group, ...input } });
  expect(errors).toBeUndefined();
  return data?.planSeries;
}

it("proposes times that all can make, and says what they are to each", async () => {
  const group = await buildGroup();
  const london = await seat(group, { timeZone: "Europe/London" });
  const newYork = await seat(group, { timeZone: "America/New_York" });
  const plan = await planned(group);
  expect(plan).toMatchObject({ timeZone: "Europe/London", isBest: true, conflicts: [] });
  expect(plan.meetings.totalCount).toBe(2);
  for (const meeting of plan.meetings.nodes) {
    expect(meeting).toMatchObject({ organisationCount: 2, worstBurden: 0, totalBurden: 0 });
  }
  const [first, second] = plan.meetings.nodes;
  // In both zones it is between 9 and 17: in London from 14 to 16. Nobody's clock has changed yet.
  expect(first.localStart).toMatch(/^2041-01-\d\dT1[456]:00:00|T1[45]:30:00$/);
  expect(first.attendance.nodes[0]).toMatchObject({
    role: "DELEGATE",
    person: { id: expect.any(String) },
    localStart: expect.stringMatching(/^2041-01-/),
    comes: true,
    burden: 0,
    reason: null,
    clocksChange: false,
  });
  expect(second.attendance.nodes.map((one: { clocksChange: boolean }) => one.clocksChange)).toEqual(
    [true, true],
  );
  const who = (one: { organisation: { id: string } }) => one.organisation.id;
  expect(new Set(plan.participants.nodes.map(who))).toEqual(
    new Set([london.organisation, newYork.organisation]),
  );
});

it("lets the alternate come, and tells a reason only where it is shared", async () => {
  const group = await buildGroup();
  const [organisation, delegate, alternate] = [
    await buildOrganisation(),
    await buildPerson(),
    await buildPerson(),
  ];
  await factories.buildSeat({ group, organisation, delegate, alternate });
  await enter(delegate, { timeZone: "UTC", sharesReasons: false, weekend: ["MONDAY", "TUESDAY"] });
  await enter(alternate, {
    timeZone: "UTC",
    comfortable: [{ days: ["MONDAY"], from: "10:00", until: "11:00" }],
  });
  await seat(group, {
    timeZone: "UTC",
    comfortable: [{ days: ["MONDAY"], from: "08:00", until: "12:00" }],
  });
  const { meetings } = await planned(group, { timeZone: "UTC" });
  expect(meetings.nodes[0]).toMatchObject({
    localStart: "2041-01-07T10:00:00",
    organisationCount: 2,
  });
  const attendance = meetings.nodes[0].attendance.nodes.filter(
    (one: { organisation: { id: string } }) => one.organisation.id === organisation,
  );
  expect(attendance).toMatchObject([
    { role: "DELEGATE", comes: false, burden: 0, reason: "NOT_SHARED" },
    { role: "ALTERNATE", comes: true, burden: 0, reason: null },
  ]);
});

it("respects quorum by constituency, interpreters, holidays, blocked dates and other meetings", async () => {
  const group = await buildGroup();
  const only = (...days: string[]) => [{ days, from: "10:00", until: "12:00" }];
  const africa = { countries: ["KE"] };
  const kenya = await seat(
    group,
    { timeZone: "UTC", comfortable: only("MONDAY", "TUESDAY", "WEDNESDAY", "FRIDAY") },
    africa,
  );
  await seat(group, {
    timeZone: "UTC",
    comfortable: only("MONDAY", "TUESDAY", "THURSDAY", "FRIDAY"),
  });
  const interpreter = await buildPerson();
  await enter(interpreter, {
    timeZone: "UTC",
    comfortable: only("MONDAY", "TUESDAY", "FRIDAY"),
    interprets: ["fr"],
  });
  const other = await buildGroup();
  await factories.buildSeat({
    group: other,
    organisation: kenya.organisation,
    delegate: kenya.person,
  });
  await buildMeeting({
    group: other,
    localStart: "2041-04-26T10:00:00",
    timeZone: "UTC",
    durationMinutes: 120,
  });
  const constraints = {
    quorum: 2,
    quorumParts: [{ name: "Africa", atLeast: 1, countries: ["KE", "GH"] }],
    interpreters: [{ language: "fr", anyOf: [interpreter] }],
    holidaysOf: ["GB"],
    blockedDates: [{ from: "2041-04-23", reason: "Review forum" }],
  };
  // Holy Week of 2041: Good Friday is 19 April, Easter Monday 22 April. Two weeks: the 26th is taken.
  const input = { from: "2041-04-19", until: "2041-05-03", daysToChooseFrom: 14, timeZone: "UTC" };
  const plan = await planned(group, { ...input, constraints });
  expect(plan.conflicts).toEqual([]);
  expect(plan.meetings.nodes[0].localStart).toMatch(/^2041-(04-29|04-30)T1[01]/);
  const without = { ...input, until: "2041-04-28", constraints };
  const { conflicts, meetings } = await planned(group, without);
  expect(meetings.totalCount).toBe(0);
  expect(conflicts[0].constraints.length).toBeLessThanOrEqual(3);
  expect(conflicts[0].words).toMatch(/^No time holds .* from 2041-04-19 to 2041-04-28: /);
});

it("names the required seats that cannot meet", async () => {
  const group = await buildGroup();
  const hours = (from: string, until: string) => ({
    timeZone: "UTC",
    comfortable: [{ from, until }],
  });
  const early = await seat(group, hours("06:00", "09:00"), { name: "Early Birds" });
  const late = await seat(group, hours("20:00", "23:00"), { name: "Night Owls" });
  await seat(group, hours("08:00", "21:00"));
  const requiredOrganisations = [early.organisation, late.organisation];
  const { conflicts } = await planned(group, { constraints: { quorum: 1, requiredOrganisations } });
  expect(conflicts[0].constraints).toEqual([
    { kind: "REQUIRED_SEAT", words: "Early Birds can come" },
    { kind: "REQUIRED_SEAT", words: "Night Owls can come" },
  ]);
});

it("keeps a ledger of who sat out of hours, and spares them next time", async () => {
  const group = await buildGroup();
  const all = [{ from: "00:00", until: "24:00" }];
  const manila = await seat(group, { timeZone: "Asia/Manila", possible: all });
  const london = await seat(group, { timeZone: "Europe/London", possible: all });
  const past = await buildMeeting({
    group,
    localStart: "2041-01-03T15:00:00",
    timeZone: "Europe/London",
  });
  const ended = new Date(Date.now() - 3_600_000);
  const began = new Date(ended.getTime() - 5_400_000);
  await db().manager.update(Meeting, past, { startsAt: began, endsAt: ended });
  await new BurdenLedger(harness.service().parts.transactions).recordPast();
  // It was long ago from where the plan stands: as if on the third of January.
  await db().manager.update(Meeting, past, {
    startsAt: new Date("2041-01-03T15:00:00Z"),
    endsAt: new Date("2041-01-03T16:30:00Z"),
  });
  await db().query(
    "UPDATE burden_record SET burden = 12, local_start = '2041-01-03T23:00:00' WHERE person_id = $1",
    [manila.person],
  );
  await db().query("UPDATE burden_record SET burden = 0 WHERE person_id = $1", [london.person]);
  const constraints = { requiredOrganisations: [manila.organisation, london.organisation] };
  const plan = await planned(group, { until: "2041-03-01", constraints });
  const of = (person: string) =>
    plan.participants.nodes.find((one: { person: { id: string } }) => one.person.id === person);
  expect(of(manila.person)).toMatchObject({
    borneBefore: 12,
    outOfHoursBefore: 1,
    lastOutOfHours: "2041-01-03T23:00:00",
    lastBurden: 12,
    lastMeeting: { id: past },
    burden: 0,
  });
  expect(of(london.person)).toMatchObject({ borneBefore: 0, lastMeeting: null, outOfHours: 1 });
});

it("plans for those who have entered nothing by usual hours where they are said to be", async () => {
  const group = await buildGroup();
  const organisation = await buildOrganisation();
  await factories.buildSeat({ group, organisation });
  await factories.buildSeat({ group, organisation: await buildOrganisation(), role: "OBSERVER" });
  const assumed = [{ organisation, timeZone: "Asia/Amman", country: "JO" }];
  const plan = await planned(group, { constraints: { assumed, quorum: 1 } });
  expect(plan.participants.nodes).toEqual([
    expect.objectContaining({ role: "SEAT", isAssumed: true, person: null }),
  ]);
  // From 9 to 17, with Jordan's weekend on Friday.
  expect(new Date(plan.meetings.nodes[0].startsAt).getUTCDay()).not.toBe(5);
  expect(plan.meetings.nodes[0].worstBurden).toBe(0);
});

it("is for those who convene the group's meetings, and null for all others", async () => {
  const network = await buildNetwork();
  const group = await buildGroup({ network });
  await seat(group, { timeZone: "UTC" });
  const plan = await planned(group, {}, inNetwork(network, "SECRETARIAT"));
  expect(plan.meetings.totalCount).toBe(2);
  const others = [null, seatedIn(group), inNetwork(network), coLeadOf(await buildGroup())];
  for (const viewer of others) {
    const { data, errors } = await execute(PLAN, { viewer, input: { ...QUARTER, group } });
    expect([data?.planSeries, errors]).toEqual([null, undefined]);
  }
  const hidden = await buildGroup({ audience: Audience.NOBODY });
  for (const id of [hidden, newId("grp")]) {
    const { data } = await execute(PLAN, {
      viewer: coLeadOf(id),
      input: { ...QUARTER, group: id },
    });
    expect(data?.planSeries).toBeNull();
  }
});

describe("bad input", () => {
  it.each([
    ["an end before the start", { until: "2041-01-01" }, "until"],
    ["more than 400 meetings", { every: "WEEKLY", until: "2050-01-01" }, "until"],
    ["more than ten years", { until: "2052-01-01" }, "until"],
    ["more days than the rhythm has", { daysToChooseFrom: 90 }, "daysToChooseFrom"],
    ["a meeting of no length", { durationMinutes: 0 }, "durationMinutes"],
    ["a quorum larger than the seats", { constraints: { quorum: 3 } }, "constraints.quorum"],
    [
      "more of a constituency than there are",
      { constraints: { quorumParts: [{ name: "A", atLeast: 1, categories: ["none"] }] } },
      "constraints.quorumParts.0.atLeast",
    ],
    [
      "a region that there is not",
      { constraints: { quorumParts: [{ name: "A", atLeast: 1, regions: ["atlantis"] }] } },
      "constraints.quorumParts.0.regions",
    ],
    [
      "who holds no seat",
      { constraints: { requiredOrganisations: ["org_none"] } },
      "constraints.requiredOrganisations",
    ],
    [
      "holidays that nobody knows",
      { constraints: { holidaysOf: ["JO"] } },
      "constraints.holidaysOf.0",
    ],
    ["a day that ends early", { constraints: { latest: "00:00" } }, "constraints.latest"],
    [
      "who has not offered to interpret",
      { constraints: { interpreters: [{ language: "fr", anyOf: ["per_none"] }] } },
      "constraints.interpreters.0.anyOf",
    ],
  ])("refuses %s", async (_, wrong, field) => {
    const group = await buildGroup();
    await seat(group, { timeZone: "UTC" });
    await seat(group, { timeZone: "UTC" });
    const answer = await execute(PLAN, {
      viewer: coLeadOf(group),
      input: { ...QUARTER, group, ...wrong },
    });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
  });

  it("refuses a group in which nobody sits", async () => {
    const group = await buildGroup();
    const answer = await execute(PLAN, { viewer: coLeadOf(group), input: { ...QUARTER, group } });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field: "group" });
  });
});

it("reads a table with one statement, however many sit in the group", async () => {
  const group = await buildGroup();
  await seat(group, { timeZone: "UTC" });
  const few = await sqlOf(() => planned(group));
  for (let more = 0; more < 4; more += 1) await seat(group, { timeZone: "UTC" });
  expect(await sqlOf(() => planned(group))).toHaveLength(few.length);
});
