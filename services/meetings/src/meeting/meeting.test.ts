import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { coLeadOf, createFactories, errorOf, inNetwork, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, told } = harness;
const { buildGroup, buildNetwork, buildMeeting, buildSeries } = createFactories(harness);

const FIELDS = `id title startsAt endsAt localStart localEnd timeZone durationMinutes status audience
  joinUrl viewerCanEdit recurrenceStart series { id } group { id } network { id }`;
const CREATE = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { ${FIELDS} } }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { id status } }`;

const SINGLE = {
  title: " Kick-off ",
  localStart: "2027-07-01T09:00:00",
  timeZone: "America/New_York",
  localEnd: "2027-07-01T10:15:00",
};

const payloadOf = async (id: string) =>
  (await told("Meeting")).find((change) => change.id === id)?.payload;

describe("createMeeting", () => {
  it("makes a single meeting of a network for its secretariat", async () => {
    const network = await buildNetwork();
    const viewer = inNetwork(network, "SECRETARIAT");
    const input = { ...SINGLE, network, joinUrl: "https://meet.example.org/1" };
    const { data, errors } = await execute(CREATE, { viewer, input });
    expect(errors).toBeUndefined();
    expect(data?.createMeeting).toEqual({
      id: expect.stringMatching(/^mtg_/),
      title: "Kick-off",
      startsAt: "2027-07-01T13:00:00.000Z",
      endsAt: "2027-07-01T14:15:00.000Z",
      localStart: "2027-07-01T09:00:00",
      localEnd: "2027-07-01T10:15:00",
      timeZone: "America/New_York",
      durationMinutes: 75,
      status: "SCHEDULED",
      audience: "NETWORK",
      joinUrl: "https://meet.example.org/1",
      viewerCanEdit: true,
      recurrenceStart: null,
      series: null,
      group: null,
      network: { id: network },
    });
    expect(await payloadOf(data?.createMeeting.id)).toMatchObject({ series: null, network });
  });

  it("makes one meeting when it is sent twice with the same key", async () => {
    const group = await buildGroup();
    const input = { ...SINGLE, group, idempotencyKey: "k1" };
    const first = await execute(CREATE, { viewer: coLeadOf(group), input });
    const again = await execute(CREATE, { viewer: coLeadOf(group), input });
    expect(again.data).toEqual(first.data);
    const other = { ...input, title: "Another" };
    const refused = await execute(CREATE, { viewer: coLeadOf(group), input: other });
    expect(errorOf(refused)).toEqual({ code: "CONFLICT", field: "idempotencyKey" });
  });

  it("refuses an anonymous viewer, and a key that may only read", async () => {
    const group = await buildGroup();
    const input = { ...SINGLE, group };
    expect(errorOf(await execute(CREATE, { input }))).toEqual({ code: "UNAUTHENTICATED" });
    const key = buildViewer({ ...coLeadOf(group), kind: "key", scopes: ["read"] });
    expect(errorOf(await execute(CREATE, { viewer: key, input }))).toEqual({ code: "FORBIDDEN" });
  });

  it("refuses one who only sits there", async () => {
    const group = await buildGroup();
    const answer = await execute(CREATE, { viewer: seatedIn(group), input: { ...SINGLE, group } });
    expect(errorOf(answer)).toEqual({ code: "FORBIDDEN" });
  });

  it("finds no network that is hidden or missing", async () => {
    const hidden = await buildNetwork({ audience: Audience.NOBODY });
    for (const network of [hidden, newId("net")]) {
      const viewer = inNetwork(network, "SECRETARIAT");
      const answer = await execute(CREATE, { viewer, input: { ...SINGLE, network } });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "Network" });
    }
  });

  it.each([
    ["title", { title: "" }],
    ["title", { title: "x".repeat(301) }],
    ["localStart", { localStart: "2027-03-14T02:30:00" }],
    ["localEnd", { localEnd: "2027-07-01T09:00:00" }],
    ["durationMinutes", { durationMinutes: 30 }],
    ["joinUrl", { joinUrl: "not an address" }],
  ])("refuses what cannot be by the field %s: %j", async (field, wrong) => {
    const group = await buildGroup();
    const input = { ...SINGLE, group, ...wrong };
    const answer = await execute(CREATE, { viewer: coLeadOf(group), input });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
  });
});

describe("updateMeeting", () => {
  it("moves one occurrence in its own zone, and leaves the others", async () => {
    const group = await buildGroup();
    const series = await buildSeries({ group });
    const viewer = coLeadOf(group);
    const [first, second] = await meetingsOf(series);
    const input = { id: first?.id, localStart: "2027-04-01T10:00:00" };
    const { data } = await execute(UPDATE, { viewer, input });
    expect(data?.updateMeeting).toMatchObject({
      startsAt: "2027-04-01T09:00:00.000Z",
      endsAt: "2027-04-01T10:30:00.000Z",
      localStart: "2027-04-01T10:00:00",
      timeZone: "Europe/London",
      durationMinutes: 90,
      recurrenceStart: "2027-01-14T14:00:00",
      series: { id: series },
    });
    expect(await payloadOf(first?.id ?? "")).toMatchObject({
      startsAt: "2027-04-01T09:00:00.000Z",
    });
    expect((await meetingsOf(series)).find(({ id }) => id === second?.id)).toEqual(second);
  });

  it("changes what is given, and takes away what is null", async () => {
    const group = await buildGroup();
    const id = await buildMeeting({ group, joinUrl: "https://meet.example.org/1" });
    const viewer = coLeadOf(group);
    const input = { id, title: "Renamed", durationMinutes: 45, audience: "ORGANISATION" };
    const { data } = await execute(UPDATE, { viewer, input });
    expect(data?.updateMeeting).toMatchObject({
      title: "Renamed",
      durationMinutes: 45,
      localStart: "2027-01-14T14:00:00",
      localEnd: "2027-01-14T14:45:00",
      audience: "ORGANISATION",
      joinUrl: "https://meet.example.org/1",
    });
    expect(await payloadOf(id)).toMatchObject({ protection: { audience: "ORGANISATION" } });
    const cleared = await execute(UPDATE, { viewer, input: { id, joinUrl: null } });
    expect(cleared.data?.updateMeeting).toMatchObject({ title: "Renamed", joinUrl: null });
  });

  it("refuses an anonymous viewer, and one who only sits there", async () => {
    const group = await buildGroup();
    const input = { id: await buildMeeting({ group }), title: "Mine" };
    expect(errorOf(await execute(UPDATE, { input }))).toEqual({ code: "UNAUTHENTICATED" });
    const answer = await execute(UPDATE, { viewer: seatedIn(group), input });
    expect(errorOf(answer)).toEqual({ code: "FORBIDDEN" });
  });

  it("finds nothing that is hidden or missing", async () => {
    const hidden = await buildMeeting({ audience: Audience.NETWORK });
    for (const id of [hidden, newId("mtg")]) {
      const answer = await execute(UPDATE, { viewer: buildViewer(), input: { id, title: "?" } });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "Meeting" });
    }
  });

  it.each([
    ["title", { title: " " }],
    ["localStart", { localStart: "2027-03-28T01:30:00" }],
    ["localEnd", { localEnd: "2027-01-14T13:59:00" }],
    ["durationMinutes", { durationMinutes: -1 }],
    ["durationMinutes", { durationMinutes: 30, localEnd: "2027-01-14T15:00:00" }],
    ["joinUrl", { joinUrl: "ftp://example.org" }],
  ])("refuses what cannot be by the field %s: %j", async (field, wrong) => {
    const group = await buildGroup();
    const input = { id: await buildMeeting({ group }), ...wrong };
    const answer = await execute(UPDATE, { viewer: coLeadOf(group), input });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
  });
});

describe("cancelMeeting", () => {
  it("calls it off and tells; a second time changes nothing", async () => {
    const group = await buildGroup();
    const id = await buildMeeting({ group });
    const viewer = coLeadOf(group);
    const { data } = await execute(CANCEL, { viewer, input: { id } });
    expect(data).toEqual({ cancelMeeting: { id, status: "CANCELLED" } });
    expect(await payloadOf(id)).toMatchObject({ status: "CANCELLED" });
    const before = (await told("Meeting")).find((change) => change.id === id)?.version;
    const again = await execute(CANCEL, { viewer, input: { id } });
    expect(again.data).toEqual(data);
    expect((await told("Meeting")).find((change) => change.id === id)?.version).toBe(before);
  });

  it("leaves a meeting that cannot be changed any more", async () => {
    const group = await buildGroup();
    const id = await buildMeeting({ group });
    const viewer = coLeadOf(group);
    await execute(CANCEL, { viewer, input: { id } });
    const answer = await execute(UPDATE, { viewer, input: { id, title: "Revived" } });
    expect(errorOf(answer)).toEqual({ code: "CONFLICT" });
  });

  it("refuses an anonymous viewer, and one who only sits there", async () => {
    const group = await buildGroup();
    const input = { id: await buildMeeting({ group }) };
    expect(errorOf(await execute(CANCEL, { input }))).toEqual({ code: "UNAUTHENTICATED" });
    const answer = await execute(CANCEL, { viewer: seatedIn(group), input });
    expect(errorOf(answer)).toEqual({ code: "FORBIDDEN" });
  });

  it("finds nothing that is hidden or missing", async () => {
    const hidden = await buildMeeting({ audience: Audience.NETWORK });
    for (const id of [hidden, newId("mtg")]) {
      const answer = await execute(CANCEL, { viewer: buildViewer(), input: { id } });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "Meeting" });
    }
  });
});

async function meetingsOf(series: string): Promise<{ id: string; startsAt: string }[]> {
  const query = `query ($id: ID!) { meetingSeries(id: $id) { meetings { nodes { id startsAt } } } }`;
  const { data } = await execute(query, { id: series });
  return data?.meetingSeries.meetings.nodes;
}
