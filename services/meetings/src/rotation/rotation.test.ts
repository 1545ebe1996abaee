import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import ICAL from "ical.js";
import { coLeadOf, createFactories, errorOf, QUARTERLY, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, sqlOf, tell } = harness;
const {
  buildGroup,
  buildMeeting,
  buildNetwork,
  buildOrganisation,
  buildPerson,
  buildSeat,
  buildSeries,
} = createFactories(harness);

const SET = `mutation ($input: SetMeetingRotationInput!) {
  made: setMeetingRotation(input: $input) { id version } }`;
const ASSIGN = `mutation ($input: AssignMeetingTurnInput!) {
  made: assignMeetingTurn(input: $input) { id version } }`;
const TURN = "isByHand organisation { id } person { id }";
const READ = `query ($id: ID!) { meetingSeries(id: $id) { version
  rotations { role every coLeads holders { organisation { id } person { id } } }
  meetings(first: 100) { nodes { id status host { ${TURN} } chair { ${TURN} } } } }
  text: meetingSeriesCalendar(id: $id) }`;

interface Turn {
  readonly isByHand: boolean;
  readonly organisation: { readonly id: string } | null;
  readonly person: { readonly id: string } | null;
}
interface Node {
  readonly id: string;
  readonly host: Turn | null;
  readonly chair: Turn | null;
}

async function change(text: string, input: object, viewer: Viewer = admin): Promise<void> {
  expect((await execute(text, { viewer, input })).errors).toBeUndefined();
}

async function read(id: string, viewer: Viewer | null = admin) {
  const { data, errors } = await execute(READ, { viewer, id });
  expect(errors).toBeUndefined();
  const nodes = data?.meetingSeries.meetings.nodes as Node[];
  return { nodes, rotations: data?.meetingSeries.rotations, text: String(data?.text) };
}

const hostsOf = async (id: string) =>
  (await read(id)).nodes.map(({ host }) => host?.organisation?.id ?? null);

/** A group with a series, three organisations, and who hosts in their turn. */
async function buildTurning(input: object = {}) {
  const group = await buildGroup();
  const order = [
    await buildOrganisation({ name: "Alpha" }),
    await buildOrganisation({ name: "Beta; Ltd" }),
    await buildOrganisation({ name: "Gamma" }),
  ] as const;
  const series = await buildSeries({ ...QUARTERLY, group, count: 7, ...input });
  await change(SET, { id: series, role: "HOST", order });
  return { group, series, order };
}

it("gives each meeting its host by turns, every n meetings, and passes the turn of what is called off on", async () => {
  const { series, order } = await buildTurning();
  const [a, b, c] = order;
  expect(await hostsOf(series)).toEqual([a, b, c, a, b, c, a]);
  const { nodes } = await read(series);
  await change("mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { id } }", {
    id: nodes[1]?.id,
  });
  expect(await hostsOf(series)).toEqual([a, null, b, c, a, b, c]);
  await change(SET, { id: series, role: "HOST", order: [a, b], every: 2 });
  expect(await hostsOf(series)).toEqual([a, null, a, b, b, a, a]);
  await change(SET, { id: series, role: "HOST", order: [] });
  expect(await hostsOf(series)).toEqual(Array(7).fill(null));
});

it("has one meeting hosted by another, and the turns of all others stay", async () => {
  const { series, order } = await buildTurning();
  const [a, b, c] = order;
  const id = (await read(series)).nodes[1]?.id ?? "";
  await change(ASSIGN, { id, role: "HOST", holder: a });
  expect(await hostsOf(series)).toEqual([a, a, c, a, b, c, a]);
  await change(SET, { id: series, role: "HOST", order: [c, b, a] });
  const { nodes } = await read(series);
  expect(nodes.map(({ host }) => host?.organisation?.id)).toEqual([c, a, a, c, b, a, c]);
  expect(nodes.map(({ host }) => host?.isByHand)).toEqual([false, true, ...Array(5).fill(false)]);
  await change(ASSIGN, { id, role: "HOST", holder: null });
  expect(await hostsOf(series)).toEqual([c, b, a, c, b, a, c]);
});

it("is chaired by seats, people and organisations, and by those who lead the group on the day", async () => {
  const { group, series } = await buildTurning();
  const [organisation, person, delegate] = [
    await buildOrganisation(),
    await buildPerson(),
    await buildPerson(),
  ];
  const seat = await buildSeat({ group, organisation, delegate });
  await change(SET, { id: series, role: "CHAIR", order: [seat, person, organisation] });
  const chairs = async () =>
    (await read(series)).nodes.map(({ chair }) => [chair?.organisation?.id, chair?.person?.id]);
  expect((await chairs()).slice(0, 3)).toEqual([
    [organisation, delegate],
    [undefined, person],
    [organisation, undefined],
  ]);

  const leads = [await buildOrganisation(), await buildOrganisation()] as const;
  const [first] = leads;
  const led = { group, role: "CO_LEAD" };
  await buildSeat({ ...led, organisation: first });
  await change(SET, { id: series, role: "CHAIR", coLeads: true });
  const names = async () => (await chairs()).map(([id]) => id);
  expect(await names()).toEqual(Array(7).fill(first));
  // Whoever comes to lead it later takes turns from then on.
  const payload = { ...led, organisation: leads[1], startDate: "2027-08-01", endDate: null };
  const id = seat.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  await tell("working-groups", {
    type: "Seat",
    id,
    payload: { ...payload, delegate: null, alternate: null, onBehalfOf: null },
  });
  expect(new Set((await names()).slice(0, 3))).toEqual(new Set([first]));
  expect((await names()).slice(3).toSorted()).toEqual(
    [first, first, leads[1], leads[1]].toSorted(),
  );
});

it("names the organisations in calendars and agendas, in the reader's words, and nobody under the Chatham House Rule", async () => {
  const { group, series, order } = await buildTurning({ count: 2 });
  await change(SET, { id: series, role: "CHAIR", order: [order[2]] });
  const described = async (viewer: Viewer | null) =>
    new ICAL.Component(ICAL.parse((await read(series, viewer)).text) as unknown[])
      .getAllSubcomponents("vevent")
      .map((event) => event.getFirstPropertyValue("description"));
  expect(await described(null)).toEqual([
    null,
    "Host: Alpha\nChair: Gamma",
    "Host: Beta; Ltd\nChair: Gamma",
  ]);
  const id = (await read(series)).nodes[0]?.id ?? "";
  const asked = `query ($id: ID!) { meeting(id: $id) { iCalendar host { isByHand }
    agendaDocument(language: "fr") { text } } }`;
  const before = (await execute(asked, { viewer: null, id })).data?.meeting;
  expect(before.agendaDocument.text).toContain("Hôte: Alpha · Présidence: Gamma");
  expect(before.iCalendar).toContain("DESCRIPTION:Host: Alpha\\nChair: Gamma");
  await tell("stakeholders", {
    type: "Organisation",
    id: order[0],
    payload: {
      protection: { audience: "ORGANISATION", organisations: [order[0]], networks: [] },
      ...{ name: "Alpha", category: null, countries: [] },
    },
  });
  expect(JSON.stringify(await execute(asked, { viewer: null, id }))).not.toContain("Alpha");
  await change(
    `mutation ($input: ApplyChathamHouseRuleInput!) { applyChathamHouseRule(input: $input) { id } }`,
    { meeting: id },
    coLeadOf(group),
  );
  const after = await execute(asked, { viewer: admin, id });
  expect(after.data?.meeting.host).toBeNull();
  expect(JSON.stringify(after)).not.toMatch(/Alpha|Gamma/);
});

it("refuses the anonymous, those who do not convene, what is hidden and what makes no sense", async () => {
  const { group, series, order } = await buildTurning();
  const meeting = await buildMeeting({ group });
  const input = { id: series, role: "HOST", order };
  expect(errorOf(await execute(SET, { viewer: null, input })).code).toBe("UNAUTHENTICATED");
  expect(errorOf(await execute(SET, { viewer: seatedIn(group), input })).code).toBe("FORBIDDEN");
  const hidden = await buildOrganisation({ audience: "NOBODY" as never });
  const lead = coLeadOf(group);
  const refused = async (wrong: object) =>
    errorOf(await execute(SET, { viewer: lead, input: { ...input, ...wrong } }));
  expect(await refused({ order: [hidden] })).toEqual({ code: "NOT_FOUND", type: "Organisation" });
  expect(await refused({ order: [await buildPerson()] })).toEqual({
    code: "BAD_USER_INPUT",
    field: "order.0",
  });
  const elsewhere = await buildSeat({ group: await buildGroup(), organisation: order[0] });
  expect(await refused({ role: "CHAIR", order: [elsewhere] })).toMatchObject({ type: "Seat" });
  // Of a seat whose organisation is hidden nothing is told, its organisation least of all.
  const covered = await buildSeat({ group, organisation: hidden });
  expect(await refused({ role: "CHAIR", order: [covered] })).toMatchObject({ type: "Seat" });
  expect(await refused({ every: 0 })).toMatchObject({ field: "every" });
  expect(await refused({ order: [], coLeads: true })).toMatchObject({ field: "coLeads" });
  expect(await refused({ expectedVersion: 1 })).toMatchObject({ code: "CONFLICT" });
  const ofNetwork = await buildSeries({ network: await buildNetwork() });
  const bare = { id: ofNetwork, role: "CHAIR", coLeads: true };
  expect(errorOf(await execute(SET, { viewer: admin, input: bare }))).toMatchObject({
    field: "coLeads",
  });
  const one = { id: meeting, role: "HOST", holder: order[0] };
  expect(errorOf(await execute(ASSIGN, { viewer: null, input: one })).code).toBe("UNAUTHENTICATED");
  expect(errorOf(await execute(ASSIGN, { viewer: seatedIn(group), input: one })).code).toBe(
    "FORBIDDEN",
  );
  const wrong = { ...one, holder: hidden };
  expect(errorOf(await execute(ASSIGN, { viewer: lead, input: wrong })).code).toBe("NOT_FOUND");
  await change(ASSIGN, one, lead);
  expect((await read(series, null)).rotations).toBeNull();
  expect((await read(series, seatedIn(group))).rotations).toMatchObject([
    { role: "HOST", every: 1, holders: order.map((id) => ({ organisation: { id } })) },
  ]);
});

it("is set by as many statements for many as for one", async () => {
  const group = await buildGroup();
  const cost = async (count: number) => {
    const order = await Promise.all(Array.from({ length: count }, () => buildOrganisation()));
    const input = { id: await buildSeries({ group }), role: "HOST", order };
    return (await sqlOf(() => change(SET, input, coLeadOf(group)))).length;
  };
  expect(await cost(5)).toBe(await cost(1));
});
