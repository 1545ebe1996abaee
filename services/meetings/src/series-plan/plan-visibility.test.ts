import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { newId } from "@convene/shared/type-id";
import { coLeadOf, createFactories, localFromNow } from "../../test/factories.ts";
import { Availability } from "../availability/availability.entity.ts";
import { BurdenLedger } from "../burden/burden-ledger.service.ts";
import { BurdenRecord } from "../burden/burden-record.entity.ts";
import { meetings } from "../definition.ts";
import { Meeting } from "../meeting/meeting.entity.ts";

const harness = createHarness(meetings);
const { execute, db, service, sqlOf } = harness;
const { buildGroup, buildMeeting, buildOrganisation, buildPerson, buildSeat } =
  createFactories(harness);

const PLAN = `query ($input: PlanSeriesInput!) { planSeries(input: $input) {
  meetings { nodes { localStart organisationCount worstBurden totalBurden
    attendance { totalCount nodes { person { id } localStart burden reason } } } }
  participants { totalCount nodes {
    person { id } borneBefore outOfHoursBefore lastMeeting { id } burden } } } }`;

const WEEK = {
  from: "2041-01-07",
  until: "2041-01-11",
  every: "WEEKLY",
  durationMinutes: 60,
  timeZone: "UTC",
};

async function change(mutation: string, group: string, input: object): Promise<void> {
  const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { id } }`;
  const { errors } = await execute(query, { viewer: coLeadOf(group), input });
  expect(errors).toBeUndefined();
}

const ask = (group: string, input: object) =>
  execute(PLAN, { viewer: coLeadOf(group), input: { ...WEEK, group, ...input } });

async function planned(group: string, input: object = {}) {
  const { data, errors } = await ask(group, input);
  expect(errors).toBeUndefined();
  return data.planSeries;
}

interface Somebody {
  readonly timeZone?: string;
  readonly from?: string;
  readonly until?: string;
  readonly organisation?: Audience;
  readonly person?: Audience;
}

/** Somebody who is comfortable between two hours, else available if it must be. */
async function seat(group: string, somebody: Somebody = {}) {
  const { timeZone = "UTC", from = "09:00", until = "17:00" } = somebody;
  const organisation = await buildOrganisation({
    ...(somebody.organisation && { audience: somebody.organisation }),
  });
  const person = await buildPerson({ ...(somebody.person && { audience: somebody.person }) });
  await buildSeat({ group, organisation, delegate: person });
  await db().manager.insert(Availability, {
    id: newId("avl"),
    personId: person,
    timeZone,
    country: null,
    weekend: [],
    holidaysOf: null,
    comfortable: [{ days: null, from, until }],
    possible: [{ days: null, from: "00:00", until: "24:00" }],
    sharesReasons: true,
    interprets: [],
    busy: [],
    calendarUrl: null,
    busyReadAt: null,
    updatedAt: new Date(),
  });
  return { organisation, person };
}

it("plans for who is hidden, and tells neither them nor their clock, number or burden", async () => {
  const group = await buildGroup();
  const shown = await seat(group);
  await seat(group, { timeZone: "Asia/Manila", organisation: Audience.NOBODY });
  await seat(group, { timeZone: "Pacific/Apia", person: Audience.NOBODY });
  const plan = await planned(group);
  expect(plan.participants.totalCount).toBe(1);
  expect(plan.participants.nodes).toMatchObject([{ person: { id: shown.person } }]);
  const [meeting] = plan.meetings.nodes;
  expect(meeting.attendance.totalCount).toBe(1);
  const [{ localStart, burden }] = meeting.attendance.nodes;
  // Its organisation is seen of the one, and counted; of the other nothing is.
  expect(meeting).toMatchObject({
    organisationCount: 2,
    localStart,
    worstBurden: burden,
    totalBurden: burden,
  });
});

it("counts in a quorum, and in what it says of one, only those whom the viewer sees", async () => {
  const group = await buildGroup();
  await seat(group);
  await seat(group, { organisation: Audience.NOBODY });
  const { errors } = await ask(group, { constraints: { quorum: 2 } });
  expect(errors?.[0]?.message).toBe("The quorum of 2 is larger than the 1 that hold a seat");
  await planned(group, { constraints: { quorum: 1 } });
  const unseen = await buildGroup();
  await seat(unseen, { organisation: Audience.NOBODY });
  const empty = await ask(await buildGroup(), {});
  expect((await ask(unseen, {})).errors?.[0]?.message).toBe(empty.errors?.[0]?.message);
});

it("tells of a meeting elsewhere that is hidden no more than of any busy time", async () => {
  const reasonBeside = async (audience: Audience) => {
    const group = await buildGroup();
    const { person } = await seat(group);
    const other = await buildGroup({ audience });
    await buildSeat({ group: other, organisation: await buildOrganisation(), delegate: person });
    const localStart = "2041-01-07T00:00:00";
    await buildMeeting({ group: other, localStart, timeZone: "UTC", durationMinutes: 720 });
    await seat(group);
    const hours = { latest: "12:00", weekdays: ["MONDAY"] };
    const { meetings: proposed } = await planned(group, { until: WEEK.from, constraints: hours });
    return proposed.nodes[0].attendance.nodes.find(
      (one: { person: { id: string } }) => one.person.id === person,
    ).reason;
  };
  expect(await reasonBeside(Audience.PUBLIC)).toBe("OTHER_MEETING");
  expect(await reasonBeside(Audience.NOBODY)).toBe("BUSY");
});

it("counts what ended since the ledger was last written, and writes nothing itself", async () => {
  const group = await buildGroup();
  // No meeting of an hour and a half is within a quarter of an hour.
  const { person } = await seat(group, { from: "12:00", until: "12:15" });
  const past = await buildMeeting({ group });
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  await db().manager.update(Meeting, past, { startsAt: hoursAgo(3), endsAt: hoursAgo(1.5) });
  const [from, until] = [localFromNow(24).slice(0, 10), localFromNow(96).slice(0, 10)];
  const plans: unknown[] = [];
  const statements = await sqlOf(async () => plans.push(await planned(group, { from, until })));
  const borne = { person: { id: person }, outOfHoursBefore: 1, lastMeeting: { id: past } };
  expect(plans).toMatchObject([{ participants: { nodes: [borne] } }]);
  expect(statements.filter((sql) => /\b(INSERT INTO|DELETE FROM|UPDATE)\b/.test(sql))).toEqual([]);
  expect(await db().manager.countBy(BurdenRecord, { personId: person })).toBe(0);
});

it("tells by no ledger who was at a meeting under the Chatham House Rule, whenever it was chosen", async () => {
  const group = await buildGroup();
  const short = { from: "12:00", until: "12:15" };
  const [came, stayed] = [await seat(group, short), await seat(group, short)];
  const stoodIn = (await seat(await buildGroup(), short)).person;
  const attended = { organisation: came.organisation, person: stoodIn, status: "ATTENDED" };
  const past = await buildMeeting({ group });
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  await db().manager.update(Meeting, past, { startsAt: hoursAgo(3), endsAt: hoursAgo(1.5) });
  await change("recordAttendance", group, { meeting: past, ...attended });
  const ledger = new BurdenLedger(service().parts.transactions);
  const [from, until] = [localFromNow(24).slice(0, 10), localFromNow(96).slice(0, 10)];
  const sat = async () => {
    const { participants } = await planned(group, { from, until });
    type Row = { person: { id: string }; lastMeeting: { id: string } | null };
    return new Map(participants.nodes.map((row: Row) => [row.person.id, row.lastMeeting?.id]));
  };
  const recorded = () => db().manager.findBy(BurdenRecord, { meetingId: past });
  await ledger.recordPast();
  expect((await recorded()).map(({ personId }) => personId)).toEqual([stoodIn]);
  expect([...(await sat()).values()]).toEqual([undefined, undefined]);

  await change("applyChathamHouseRule", group, { meeting: past });
  expect(await recorded()).toEqual([]);
  for (const isRecorded of [false, true]) {
    if (isRecorded) await ledger.recordPast();
    expect(await sat()).toEqual(
      new Map([
        [came.person, past],
        [stayed.person, past],
      ]),
    );
  }
});

it("tells by no ledger, and no reason, who comes to one that is ahead", async () => {
  const group = await buildGroup();
  const other = await buildGroup();
  const short = { from: "12:00", until: "12:15" };
  const [declines, comes] = [await seat(group, short), await seat(group, short)];
  const meeting = await buildMeeting({ group, localStart: "2041-01-02T14:00:00", timeZone: "UTC" });
  const elsewhere = { localStart: "2041-01-07T00:00:00", timeZone: "UTC", durationMinutes: 720 };
  const beside = await buildMeeting({ group: other, ...elsewhere });
  for (const [of, id] of [
    [group, meeting],
    [other, beside],
  ] as const) {
    await change("applyChathamHouseRule", of, { meeting: id });
  }
  const declined = { organisation: declines.organisation, status: "DECLINED" };
  await change("recordAttendance", group, { meeting, ...declined });
  await change("recordAttendance", other, { meeting: beside, ...comes, status: "ACCEPTED" });
  const { participants, meetings: proposed } = await planned(group, {
    ...{ until: WEEK.from, constraints: { latest: "12:00", weekdays: ["MONDAY"] } },
  });
  type Row = { lastMeeting: { id: string } | null };
  expect(participants.nodes.map(({ lastMeeting }: Row) => lastMeeting?.id)).toEqual([
    ...[meeting, meeting],
  ]);
  const reasons = proposed.nodes[0].attendance.nodes.map(
    ({ reason }: { reason: string }) => reason,
  );
  expect(reasons).not.toContain("OTHER_MEETING");
});
