import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { coLeadOf, createFactories, errorOf, localFromNow } from "../../test/factories.ts";
import { meetings } from "../definition.ts";
import { forgetNeedsOfPast } from "./interpretation.repository.ts";

const harness = createHarness(meetings);
const { db, execute, sqlOf, tell } = harness;
const { buildGroup, buildMeeting, buildOrganisation, buildPerson, buildSeat } =
  createFactories(harness);

const SET = `mutation ($input: SetInterpretationNeedsInput!) { setInterpretationNeeds(input: $input) {
  person { id } meeting { id } intoLanguages fromLanguages viewerCanEdit } }`;
const READ = `query ($keys: [_Any!]!) { myInterpretationNeeds { intoLanguages }
  _entities(representations: $keys) { ... on Meeting {
    interpretationNeeds { language into from } viewerInterpretationNeeds { intoLanguages } } } }`;
const PLAN = `query ($input: PlanSeriesInput!) { planSeries(input: $input) {
  interpretationNeeds { language into from } conflicts { words } meetings { totalCount } } }`;

const MANY = ["ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "zh"];

type Viewer = ReturnType<typeof buildViewer>;
const as = (person: string, groups: Viewer["groups"] = []) => buildViewer({ person, groups });
const set = (viewer: Viewer | null, input: object) => execute(SET, { viewer, input });
const read = async (viewer: Viewer | null, ...ids: string[]) => {
  const keys = ids.map((id) => ({ __typename: "Meeting", id }));
  const { data, errors } = await execute(READ, { viewer, keys });
  expect(errors).toBeUndefined();
  return data;
};
const summed = async (viewer: Viewer, meeting: string) =>
  (await read(viewer, meeting))._entities[0].interpretationNeeds;

async function buildScene() {
  const organisation = await buildOrganisation();
  const group = await buildGroup({ organisations: [organisation] });
  const [delegate, alternate, other] = [
    await buildPerson(),
    await buildPerson(),
    await buildPerson(),
  ];
  await buildSeat({ group, organisation, delegate, alternate });
  await buildSeat({ group, organisation: await buildOrganisation(), delegate: other });
  const meeting = await buildMeeting({ group });
  const lead = { ...coLeadOf(group), person: await buildPerson() };
  return { organisation, group, delegate, alternate, other, meeting, lead };
}

it("sums what all need who may come, by what they said for the meeting or else for every one", async () => {
  const { group, delegate, alternate, other, meeting, lead, organisation } = await buildScene();
  const later = await buildMeeting({ group, localStart: "2027-04-14T14:00:00" });
  expect(await summed(lead, meeting)).toEqual([]);
  await set(as(delegate), { intoLanguages: ["ar", "fr"], fromLanguages: ["ar"] });
  await set(as(alternate), { intoLanguages: ["fr", "bfi"] });
  await set(as(other), { intoLanguages: ["fr"] });
  await set(as(other), { meeting, intoLanguages: ["ar"] });
  const { data } = await set(as(other), { meeting, intoLanguages: ["es"] });
  expect(data?.setInterpretationNeeds).toEqual({
    ...{ person: { id: other }, meeting: { id: meeting }, viewerCanEdit: true },
    ...{ intoLanguages: ["es"], fromLanguages: [] },
  });
  expect(await summed(lead, meeting)).toEqual([
    { language: "ar", into: 1, from: 1 },
    { language: "fr", into: 2, from: 0 },
    { language: "bfi", into: 1, from: 0 },
    { language: "es", into: 1, from: 0 },
  ]);
  expect(await summed(lead, later)).toContainEqual({ language: "fr", into: 3, from: 0 });
  const record = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { id } }`;
  const declined = { meeting, organisation, person: alternate, status: "DECLINED" };
  await execute(record, { viewer: lead, input: declined });
  expect(await summed(lead, meeting)).not.toContainEqual({ language: "bfi", into: 1, from: 0 });
  const own = await read(as(other), meeting, later);
  expect(own.myInterpretationNeeds).toEqual({ intoLanguages: ["fr"] });
  expect(
    own._entities.map((one: Record<string, unknown>) => one["viewerInterpretationNeeds"]),
  ).toEqual([{ intoLanguages: ["es"] }, { intoLanguages: ["fr"] }]);
  const cost = async (...ids: string[]) => (await sqlOf(() => read(lead, ...ids))).length;
  expect(await cost(meeting, later)).toBe(await cost(meeting));
});

it("tells numbers to those who convene alone, of people whom they see, and names nobody", async () => {
  const { group, delegate, meeting, lead } = await buildScene();
  await set(as(delegate), { intoLanguages: ["bfi"] });
  const seated = as(delegate, [{ id: group, role: "MEMBER" }]);
  for (const viewer of [null, buildViewer(), seated]) {
    expect((await read(viewer, meeting))._entities[0].interpretationNeeds).toBeNull();
  }
  expect(JSON.stringify(await read(lead, meeting))).not.toContain(delegate);
  await buildPerson({ id: delegate, audience: Audience.NOBODY });
  expect(await summed(lead, meeting)).toEqual([]);
  expect(await summed(admin, meeting)).toEqual([{ language: "bfi", into: 1, from: 0 }]);
});

it("is entered by themselves, and by the delegate of their seat", async () => {
  const { delegate, alternate, other, meeting, lead, organisation } = await buildScene();
  const guest = await buildPerson();
  const record = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { id } }`;
  const comes = { meeting, organisation, person: guest, status: "ACCEPTED" };
  await execute(record, { viewer: lead, input: comes });
  for (const input of [{ person: alternate }, { person: guest, meeting }]) {
    const { errors } = await set(as(delegate), { ...input, intoLanguages: ["fr"] });
    expect(errors).toBeUndefined();
  }
  expect(errorOf(await set(null, {}))).toEqual({ code: "UNAUTHENTICATED" });
  const refused = [
    [as(alternate), { person: delegate }],
    [as(delegate), { person: guest }],
    [as(delegate), { person: other }],
    [lead, { person: other }],
    [as(await buildPerson()), { meeting }],
    [buildViewer({ person: null }), {}],
  ] as const;
  for (const [viewer, input] of refused) {
    expect(errorOf(await set(viewer, input))).toEqual({ code: "FORBIDDEN" });
  }
  const hidden = await buildPerson({ audience: Audience.NOBODY });
  for (const person of [hidden, newId("per")]) {
    expect(errorOf(await set(as(delegate), { person })).code).toBe("NOT_FOUND");
  }
  const unseen = await buildMeeting({ audience: Audience.NOBODY });
  expect(errorOf(await set(as(delegate), { meeting: unseen })).code).toBe("NOT_FOUND");
  expect(errorOf(await set(as(delegate), { intoLanguages: MANY }))).toMatchObject({
    code: "BAD_USER_INPUT",
  });
});

it("tells by no number who comes to a meeting under the Chatham House Rule", async () => {
  const { group, delegate, organisation, meeting, lead } = await buildScene();
  const standIn = await buildPerson();
  await set(as(delegate), { intoLanguages: ["ar"] });
  await set(as(standIn), { intoLanguages: ["fr"] });
  const record = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { id } }`;
  for (const [person, status] of [
    [delegate, "DECLINED"],
    [standIn, "ACCEPTED"],
  ]) {
    const input = { meeting, organisation, person, status };
    expect((await execute(record, { viewer: coLeadOf(group), input })).errors).toBeUndefined();
  }
  expect(await summed(lead, meeting)).toEqual([{ language: "fr", into: 1, from: 0 }]);
  const rule = `mutation ($input: ApplyChathamHouseRuleInput!) { applyChathamHouseRule(input: $input) { id } }`;
  await execute(rule, { viewer: coLeadOf(group), input: { meeting } });
  expect(await summed(lead, meeting)).toEqual([{ language: "ar", into: 1, from: 0 }]);
  // They still say for themselves what they need.
  const { data } = await set(as(standIn), { meeting, intoLanguages: ["es"] });
  expect(data?.setInterpretationNeeds.intoLanguages).toEqual(["es"]);
});

it("asks for an interpreter in a plan where somebody needs one", async () => {
  const { group, delegate, lead } = await buildScene();
  const interpreter = await buildPerson();
  const hours = `mutation ($input: UpdateMyAvailabilityInput!) { updateMyAvailability(input: $input) { id } }`;
  // Nobody else of the group can meet then.
  const night = [{ from: "02:00", until: "03:00", days: ["SUNDAY"] }];
  const input = { timeZone: "UTC", comfortable: night, weekend: [], interprets: ["fr"] };
  const entered = await execute(hours, { viewer: as(interpreter), input });
  expect(entered.errors).toBeUndefined();
  const interpreters = [{ language: "fr", anyOf: [interpreter], onlyIfNeeded: true }];
  const asked = {
    ...{ group, from: "2027-02-01", until: "2027-02-05", every: "WEEKLY" },
    ...{ durationMinutes: 60, timeZone: "UTC", constraints: { interpreters } },
  };
  const plan = async () => (await execute(PLAN, { viewer: lead, input: asked })).data.planSeries;
  const without = await plan();
  expect(without).toMatchObject({ interpretationNeeds: [], conflicts: [] });
  await set(as(delegate), { intoLanguages: ["fr"] });
  const needed = await plan();
  expect(needed.interpretationNeeds).toEqual([{ language: "fr", into: 1, from: 0 }]);
  expect(JSON.stringify(needed.conflicts)).toContain("An interpreter for");
});

it("is forgotten with the person, and of one meeting once that is long over", async () => {
  const { delegate, group } = await buildScene();
  const over = await buildMeeting({ group, localStart: localFromNow(-48), timeZone: "UTC" });
  await set(as(delegate), { intoLanguages: ["fr"] });
  await set(as(delegate, [{ id: group, role: "MEMBER" }]), { meeting: over });
  const left = async () =>
    (await db().query("SELECT id FROM interpretation_need WHERE person_id = $1", [delegate]))
      .length;
  expect(await left()).toBe(2);
  await forgetNeedsOfPast(db(), new Date());
  expect(await left()).toBe(1);
  await tell("stakeholders", { type: "Person", id: delegate, payload: null });
  expect(await left()).toBe(0);
});
