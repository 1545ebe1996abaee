import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { OrganisationRole, Viewer } from "@convene/shared/viewer";
import {
  coLeadOf,
  createFactories,
  errorOf,
  inNetwork,
  localFromNow,
  seatedIn,
} from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, sqlOf, tell, told } = harness;
const { buildGroup, buildMeeting, buildNetwork, buildOrganisation, buildPerson } =
  createFactories(harness);

const RECORD = `mutation ($input: RecordAttendanceInput!) {
  recordAttendance(input: $input) { id status meeting { id } organisation { id } person { id } }
}`;
const READ = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Meeting {
  attendance { totalCount nodes { status organisation { id } person { id } } }
} } }`;

/** A group's meeting, an organisation with a seat there, and one without. */
async function buildMeetingWithSeats() {
  const [seated, guest] = [await buildOrganisation(), await buildOrganisation()];
  const group = await buildGroup({ organisations: [seated] });
  const meeting = await buildMeeting({ group });
  return { seated, guest, meeting, group, lead: coLeadOf(group), seat: seatedIn(group) };
}

const actingFor = (id: string, role: OrganisationRole = "DELEGATE"): Viewer =>
  buildViewer({ id: "acc_org", organisations: [{ id, role }] });

const record = (viewer: Viewer | null, input: object) => execute(RECORD, { viewer, input });

async function attendanceOf(viewer: Viewer | null, ...meetingIds: string[]) {
  const ids = meetingIds.map((id) => ({ __typename: "Meeting", id }));
  const { data, errors } = await execute(READ, { viewer, ids });
  expect(errors).toBeUndefined();
  return data?._entities.map(({ attendance }: { attendance: unknown }) => attendance);
}

const attendedOf = async (id: string): Promise<unknown> =>
  Object((await told("Meeting")).find((change) => change.id === id)?.payload).attended;

describe("recordAttendance", () => {
  it("records by a co-lead who was there; the last record of each stands, and is told", async () => {
    const { seated, guest, meeting, lead } = await buildMeetingWithSeats();
    const person = await buildPerson();
    const { data, errors } = await record(lead, {
      meeting,
      organisation: seated,
      status: "INVITED",
    });
    expect(errors).toBeUndefined();
    expect(data?.recordAttendance).toMatchObject({
      status: "INVITED",
      meeting: { id: meeting },
      organisation: { id: seated },
      person: null,
    });
    expect(await attendedOf(meeting)).toEqual([]);
    const again = await record(lead, { meeting, organisation: seated, status: "ATTENDED" });
    expect(again.data?.recordAttendance.id).toBe(data?.recordAttendance.id);
    await record(lead, { meeting, organisation: guest, person, status: "ATTENDED" });
    await record(lead, { meeting, organisation: guest, status: "APOLOGIES" });
    expect(await attendedOf(meeting)).toEqual([seated, guest].sort());
    expect(await attendanceOf(lead, meeting)).toEqual([
      {
        totalCount: 3,
        nodes: [
          { status: "ATTENDED", organisation: { id: seated }, person: null },
          { status: "ATTENDED", organisation: { id: guest }, person: { id: person } },
          { status: "APOLOGIES", organisation: { id: guest }, person: null },
        ],
      },
    ]);
  });

  it("keeps one record when the same comes many times at once", async () => {
    const { seated, meeting, lead } = await buildMeetingWithSeats();
    const input = { meeting, organisation: seated, status: "ATTENDED" };
    const answers = await Promise.all(Array.from({ length: 5 }, () => record(lead, input)));
    expect(new Set(answers.map(({ data }) => data?.recordAttendance.id)).size).toBe(1);
    expect(await attendanceOf(lead, meeting)).toMatchObject([{ totalCount: 1 }]);
  });

  it.each(["ACCEPTED", "DECLINED", "APOLOGIES"])(
    "lets those who act for a seated organisation answer %s",
    async (status) => {
      const { seated, meeting } = await buildMeetingWithSeats();
      const input = { meeting, organisation: seated, status };
      const { errors } = await record(actingFor(seated), input);
      expect(errors).toBeUndefined();
    },
  );

  it("takes no answer over what the conveners recorded, or once the meeting has begun", async () => {
    const { seated, meeting, group, lead } = await buildMeetingWithSeats();
    const editor = actingFor(seated, "EDITOR");
    const of = (status: string, id = meeting) => ({ meeting: id, organisation: seated, status });
    await record(lead, of("INVITED"));
    expect((await record(editor, of("ACCEPTED"))).errors).toBeUndefined();
    expect((await record(editor, of("DECLINED"))).errors).toBeUndefined();
    await record(lead, of("ATTENDED"));
    expect(errorOf(await record(editor, of("DECLINED")))).toEqual({ code: "CONFLICT" });
    expect(await attendedOf(meeting)).toEqual([seated]);
    const begun = await buildMeeting({ group, localStart: localFromNow(-1), timeZone: "UTC" });
    await record(lead, of("APOLOGIES", begun));
    expect(errorOf(await record(editor, of("ACCEPTED", begun)))).toEqual({ code: "CONFLICT" });
  });

  it("has no second effect with the same key, and answers only what is still seen", async () => {
    const { seated, meeting, lead } = await buildMeetingWithSeats();
    const input = { meeting, organisation: seated, status: "INVITED", idempotencyKey: "att-1" };
    await record(lead, input);
    await record(lead, { meeting, organisation: seated, status: "ATTENDED" });
    const again = await record(lead, input);
    expect(again.data?.recordAttendance.status).toBe("ATTENDED");
    await buildOrganisation({ id: seated, audience: Audience.NOBODY });
    expect(errorOf(await record(lead, input))).toEqual({ code: "NOT_FOUND", type: "Organisation" });
  });

  it("lets a member of a network answer for a meeting of the whole network", async () => {
    const network = await buildNetwork();
    const meeting = await buildMeeting({ network });
    const member = await buildOrganisation({ networks: [network] });
    const other = await buildOrganisation();
    const answer = (organisation: string) =>
      record(actingFor(organisation, "OWNER"), { meeting, organisation, status: "ACCEPTED" });
    expect((await answer(member)).errors).toBeUndefined();
    expect(errorOf(await answer(other))).toEqual({ code: "FORBIDDEN" });
  });

  it("refuses an anonymous viewer", async () => {
    const { seated, meeting } = await buildMeetingWithSeats();
    const answer = await record(null, { meeting, organisation: seated, status: "ACCEPTED" });
    expect(errorOf(answer)).toEqual({ code: "UNAUTHENTICATED" });
  });

  it("refuses to speak for others, without a seat, or to say who was there", async () => {
    const { seated, guest, meeting, seat } = await buildMeetingWithSeats();
    const cases = [
      [seat, seated, "ACCEPTED"],
      [actingFor(guest), seated, "ACCEPTED"],
      [actingFor(guest), guest, "ACCEPTED"],
      [actingFor(seated), seated, "ATTENDED"],
      [actingFor(seated), seated, "INVITED"],
    ] as const;
    for (const [viewer, organisation, status] of cases) {
      const answer = await record(viewer, { meeting, organisation, status });
      expect(errorOf(answer)).toEqual({ code: "FORBIDDEN" });
    }
  });

  it("finds no meeting, organisation or person that is hidden or missing", async () => {
    const { seated, meeting, lead } = await buildMeetingWithSeats();
    const closed = { audience: Audience.NOBODY, organisations: [] };
    const cases = [
      ["Meeting", { meeting: await buildMeeting({ audience: Audience.NOBODY }) }],
      ["Meeting", { meeting: newId("mtg") }],
      ["Organisation", { organisation: await buildOrganisation(closed) }],
      ["Organisation", { organisation: newId("org") }],
      ["Person", { person: await buildPerson(closed) }],
      ["Person", { person: newId("per") }],
    ] as const;
    for (const [type, named] of cases) {
      const input = { meeting, organisation: seated, status: "ATTENDED", ...named };
      expect(errorOf(await record(lead, input))).toEqual({ code: "NOT_FOUND", type });
    }
  });

  it("refuses a status that there is not", async () => {
    const { seated, meeting, lead } = await buildMeetingWithSeats();
    const { errors } = await record(lead, { meeting, organisation: seated, status: "LATE" });
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});

describe("the attendance of a meeting", () => {
  it("is shown to those who sit there, and to nobody else", async () => {
    const network = await buildNetwork();
    const group = await buildGroup({ network });
    const [ofGroup, ofNetwork] = [await buildMeeting({ group }), await buildMeeting({ network })];
    const seen = (viewer: Viewer | null) => attendanceOf(viewer, ofGroup, ofNetwork);
    const empty = { totalCount: 0, nodes: [] };
    expect(await seen(null)).toEqual([null, null]);
    expect(await seen(buildViewer())).toEqual([null, null]);
    expect(await seen(seatedIn(group))).toEqual([empty, null]);
    expect(await seen(inNetwork(network))).toEqual([null, empty]);
    expect(await seen(inNetwork(network, "SECRETARIAT"))).toEqual([empty, empty]);
  });

  it("leaves out an organisation that is hidden or has gone, and hides a hidden person", async () => {
    const { seated, guest, meeting, lead } = await buildMeetingWithSeats();
    const person = await buildPerson();
    await record(lead, { meeting, organisation: seated, person, status: "ATTENDED" });
    await record(lead, { meeting, organisation: guest, status: "ATTENDED" });
    await buildPerson({ id: person, audience: Audience.NOBODY });
    await buildOrganisation({ id: guest, audience: Audience.NOBODY });
    const shown = { status: "ATTENDED", organisation: { id: seated }, person: null };
    expect(await attendanceOf(lead, meeting)).toEqual([{ totalCount: 1, nodes: [shown] }]);
    await tell("stakeholders", { type: "Organisation", id: seated, payload: null });
    expect(await attendanceOf(lead, meeting)).toEqual([{ totalCount: 0, nodes: [] }]);
  });

  it("of many meetings costs one statement each: meetings, list, counts, both ends", async () => {
    const group = await buildGroup();
    const ids: string[] = [];
    for (let made = 0; made < 3; made += 1) {
      const meeting = await buildMeeting({ group });
      const who = { organisation: await buildOrganisation(), person: await buildPerson() };
      await record(coLeadOf(group), { meeting, ...who, status: "ACCEPTED" });
      ids.push(meeting);
    }
    expect(await sqlOf(() => attendanceOf(seatedIn(group), ...ids))).toHaveLength(5);
  });
});
