import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { coLeadOf, createFactories } from "../../test/factories.ts";
import { Availability } from "../availability/availability.entity.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, db, service } = harness;
const { buildGroup, buildMeeting, buildOrganisation, buildPerson } = createFactories(harness);

const SECRET = "https://calendar.example.org/secret-of-ada.ics";

async function sealed(): Promise<string> {
  await service().parts.audit.stop();
  await service().parts.audit.seal();
  const rows = await db().query<{ content: string }[]>("SELECT content FROM audit_record");
  return rows.map(({ content }) => content).join("\n");
}

it("tells nobody else when somebody can meet, and nobody at all where their calendar is", async () => {
  const person = await buildPerson();
  const viewer = buildViewer({ id: "acc_ada", person });
  const { errors } = await execute(
    `mutation ($input: UpdateMyAvailabilityInput!) { updateMyAvailability(input: $input) { id } }`,
    { viewer, input: { timeZone: "Asia/Amman", comfortable: [{ from: "08:15", until: "15:45" }] } },
  );
  expect(errors).toBeUndefined();
  await db().manager.update(Availability, { personId: person }, { calendarUrl: SECRET });
  await db().query(
    `INSERT INTO burden_record (id, meeting_id, person_id, burden, local_start, recorded_at)
     VALUES ('bdn_ada', $1, $2, 13, '23:00', now())`,
    [await buildMeeting(), person],
  );
  // By whose clock it is night, the service of accounts hears, and nothing else of it.
  const [zone] = await harness.told("PersonZone");
  expect(zone).toMatchObject({ id: person, payload: { timeZone: "Asia/Amman" } });
  expect(Object.keys(zone?.payload ?? {})).toEqual(["timeZone"]);
  const asked = { person, accounts: [], addresses: [] };
  const own = (await service().personalData(viewer, asked)).records;
  expect(own["hours"]).toMatchObject([
    { hasCalendarUrl: true, comfortable: [{ from: "08:15", until: "15:45" }] },
  ]);
  expect(own["burdens"]).toMatchObject([{ burden: 13, localStart: "23:00" }]);
  const others = (await service().personalData(admin, asked)).records;
  expect([others["hours"], others["burdens"]]).toEqual([[{ count: 1 }], [{ count: 1 }]]);
  const log = await sealed();
  expect(log).toContain('"availability"');
  expect(JSON.stringify(own)).not.toContain(SECRET);
  for (const secret of [SECRET, "08:15", "Amman"]) expect(log).not.toContain(secret);
});

it("writes down who was told that somebody comes to a meeting, and not that they were told themselves", async () => {
  const [organisation, person] = [await buildOrganisation(), await buildPerson()];
  const group = await buildGroup({ organisations: [organisation] });
  const meeting = await buildMeeting({ group });
  const record = `mutation ($input: RecordAttendanceInput!) {
    recordAttendance(input: $input) { id } }`;
  const input = { meeting, organisation, person, status: "ACCEPTED" };
  expect((await execute(record, { viewer: coLeadOf(group), input })).errors).toBeUndefined();
  const read = `query ($ids: [_Any!]!) { _entities(representations: $ids) {
    ... on Meeting { attendance { nodes { status person { id } } } } } }`;
  const ids = [{ __typename: "Meeting", id: meeting }];
  for (const who of [null, person]) {
    const viewer = buildViewer({ ...coLeadOf(group), id: `acc_${who ?? "lead"}`, person: who });
    expect((await execute(read, { viewer, ids })).errors).toBeUndefined();
  }
  const log = await sealed();
  expect(log).toContain(`{"fields":["person","status"],"id":"${person}","type":"Attendance"}`);
  expect(log).not.toContain(`"id":"acc_${person}"`);
});
