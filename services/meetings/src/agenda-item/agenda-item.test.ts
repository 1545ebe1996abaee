import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import fc from "fast-check";
import { coLeadOf, createFactories, errorOf, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, told } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildOrganisation, buildPractice } =
  createFactories(harness);

const FIELDS = `id position title durationMinutes purpose
  presenter { id } objective { number } practice { id } meeting { id }`;
const ADD = `mutation ($input: AddAgendaItemInput!) { addAgendaItem(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { ${FIELDS} } }`;
const MOVE = `mutation ($input: MoveAgendaItemInput!) { moveAgendaItem(input: $input) { id position } }`;
const REMOVE = `mutation ($input: RemoveAgendaItemInput!) { removeAgendaItem(input: $input) { id title } }`;
const AGENDA = `query ($id: ID!) { meeting(id: $id) {
  agendaMinutes agendaFits agenda(first: 100) { totalCount nodes { id position } }
} }`;

async function buildAgenda(items = 0) {
  const group = await buildGroup();
  const meeting = await buildMeeting({ group });
  const ids: string[] = [];
  for (let made = 0; made < items; made += 1) ids.push(await buildAgendaItem(meeting));
  return { meeting, ids, lead: coLeadOf(group), seat: seatedIn(group) };
}

/** The ids in order; their positions are 1, 2, 3 … */
async function orderOf(meeting: string): Promise<string[]> {
  const { data } = await execute(AGENDA, { id: meeting });
  const nodes: { id: string; position: number }[] = data?.meeting.agenda.nodes;
  expect(nodes.map(({ position }) => position)).toEqual(nodes.map((_, index) => index + 1));
  expect(data?.meeting.agenda.totalCount).toBe(nodes.length);
  return nodes.map(({ id }) => id);
}

it("tells the later of two who change an item at once both versions, and keeps the first", async () => {
  const { ids, lead: viewer, seat } = await buildAgenda(1);
  const [id] = ids;
  const change = (title: string, who = viewer) =>
    execute(UPDATE, { viewer: who, input: { id, title, expectedVersion: 1 } });
  expect((await change("First")).data?.updateAgendaItem).toMatchObject({ title: "First" });
  const lost = await change("Second");
  expect(lost.errors?.[0]?.extensions).toMatchObject({
    ...{ code: "CONFLICT", field: "expectedVersion", type: "AgendaItem" },
    stored: { version: 2, title: "First", durationMinutes: 10, presenter: null },
    submitted: { expectedVersion: 1, title: "Second" },
  });
  expect((await change("Third", seat)).errors?.[0]?.extensions).toEqual({ code: "FORBIDDEN" });
});

const toldOf = async (id: string) => (await told("AgendaItem")).find((change) => change.id === id);

/** An item of a meeting that outsiders may not see. */
async function buildHiddenItem() {
  const meeting = await buildMeeting({ audience: Audience.NETWORK });
  return buildAgendaItem(meeting);
}

describe("addAgendaItem", () => {
  it("puts an item at the end, with its presenter, objective and practice, and tells", async () => {
    const { meeting, ids, lead } = await buildAgenda(1);
    const [presenter, practice] = [await buildOrganisation(), await buildPractice()];
    const input = { meeting, title: " Skills ", durationMinutes: 25, purpose: "DISCUSS" };
    const { data, errors } = await execute(ADD, {
      viewer: lead,
      input: { ...input, presenter, practice, objective: 18 },
    });
    expect(errors).toBeUndefined();
    const { id, ...rest } = data?.addAgendaItem ?? {};
    expect(rest).toEqual({
      position: 2,
      title: "Skills",
      durationMinutes: 25,
      purpose: "DISCUSS",
      presenter: { id: presenter },
      objective: { number: 18 },
      practice: { id: practice },
      meeting: { id: meeting },
    });
    const payload = { meeting, title: "Skills", presenter, objective: 18, practice };
    expect((await toldOf(id))?.payload).toEqual(payload);
    expect(await orderOf(meeting)).toEqual([...ids, id]);
  });

  it("puts an item where it is asked to, and moves on those behind", async () => {
    const { meeting, ids } = await buildAgenda(2);
    const first = await buildAgendaItem(meeting, { position: 1 });
    const far = await buildAgendaItem(meeting, { position: 99 });
    expect(await orderOf(meeting)).toEqual([first, ...ids, far]);
  });

  it("adds one when it is sent twice with the same key", async () => {
    const { meeting, lead } = await buildAgenda();
    const input = { meeting, title: "Once", durationMinutes: 5, idempotencyKey: "agenda-1" };
    const first = await execute(ADD, { viewer: lead, input });
    expect((await execute(ADD, { viewer: lead, input })).data).toEqual(first.data);
    expect(await orderOf(meeting)).toHaveLength(1);
  });

  it("keeps the order whole when several are added at once", async () => {
    const { meeting } = await buildAgenda();
    await Promise.all(Array.from({ length: 5 }, () => buildAgendaItem(meeting, { position: 1 })));
    expect(await orderOf(meeting)).toHaveLength(5);
  });

  it("refuses an anonymous viewer, and one who only sits there", async () => {
    const { meeting, seat } = await buildAgenda();
    const input = { meeting, title: "Mine", durationMinutes: 5 };
    expect(errorOf(await execute(ADD, { input }))).toEqual({ code: "UNAUTHENTICATED" });
    expect(errorOf(await execute(ADD, { viewer: seat, input }))).toEqual({ code: "FORBIDDEN" });
  });

  it("finds no meeting, organisation or practice that is hidden or missing", async () => {
    const { meeting, lead } = await buildAgenda();
    const hidden = { audience: Audience.NOBODY, organisations: [] };
    const cases = [
      ["Meeting", { meeting: await buildMeeting({ audience: Audience.NOBODY }) }],
      ["Meeting", { meeting: newId("mtg") }],
      ["Organisation", { presenter: await buildOrganisation(hidden) }],
      ["Organisation", { presenter: newId("org") }],
      ["Practice", { practice: await buildPractice(hidden) }],
      ["Practice", { practice: newId("prc") }],
    ] as const;
    for (const [type, named] of cases) {
      const input = { meeting, title: "?", durationMinutes: 5, ...named };
      const answer = await execute(ADD, { viewer: lead, input });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type });
    }
  });

  it.each([
    ["title", { title: " " }],
    ["durationMinutes", { durationMinutes: 0 }],
    ["durationMinutes", { durationMinutes: 1_441 }],
    ["objective", { objective: 24 }],
    ["objective", { objective: 0 }],
    ["position", { position: 0 }],
  ])("refuses what cannot be by the field %s: %j", async (field, wrong) => {
    const { meeting, lead } = await buildAgenda();
    const input = { meeting, title: "Item", durationMinutes: 5, ...wrong };
    const answer = await execute(ADD, { viewer: lead, input });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
  });
});

describe("updateAgendaItem", () => {
  it("changes what is given, takes away what is null, and tells", async () => {
    const { meeting, lead } = await buildAgenda();
    const presenter = await buildOrganisation();
    const id = await buildAgendaItem(meeting, { presenter, objective: 3, purpose: "INFORM" });
    const input = { id, title: "Renamed", durationMinutes: 20, objective: 5, purpose: null };
    const { data } = await execute(UPDATE, { viewer: lead, input });
    expect(data?.updateAgendaItem).toMatchObject({
      title: "Renamed",
      durationMinutes: 20,
      objective: { number: 5 },
      purpose: null,
      presenter: { id: presenter },
    });
    await execute(UPDATE, { viewer: lead, input: { id, presenter: null } });
    expect((await toldOf(id))?.payload).toMatchObject({ title: "Renamed", presenter: null });
  });

  it("refuses an anonymous viewer, and one who only sits there", async () => {
    const { ids, seat } = await buildAgenda(1);
    const input = { id: ids[0], title: "Mine" };
    expect(errorOf(await execute(UPDATE, { input }))).toEqual({ code: "UNAUTHENTICATED" });
    expect(errorOf(await execute(UPDATE, { viewer: seat, input }))).toEqual({ code: "FORBIDDEN" });
  });

  it("finds nothing that is hidden or missing", async () => {
    for (const id of [await buildHiddenItem(), newId("agi")]) {
      const answer = await execute(UPDATE, { viewer: buildViewer(), input: { id, title: "?" } });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "AgendaItem" });
    }
  });

  it.each([
    ["title", { title: "" }],
    ["durationMinutes", { durationMinutes: -5 }],
    ["objective", { objective: 99 }],
  ])("refuses what cannot be by the field %s: %j", async (field, wrong) => {
    const { ids, lead } = await buildAgenda(1);
    const answer = await execute(UPDATE, { viewer: lead, input: { id: ids[0], ...wrong } });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
  });
});

describe("moveAgendaItem", () => {
  it("orders as an array would, for any moves", async () => {
    const { meeting, ids, lead } = await buildAgenda(6);
    let order = [...ids];
    const moves = fc.array(
      fc.record({ which: fc.nat(5), position: fc.integer({ min: 1, max: 8 }) }),
      {
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (made) => {
        for (const { which, position } of made) {
          const id = order[which] ?? "";
          await execute(MOVE, { viewer: lead, input: { id, position } });
          const others = order.filter((other) => other !== id);
          order = [...others.slice(0, position - 1), id, ...others.slice(position - 1)];
        }
        expect(await orderOf(meeting)).toEqual(order);
      }),
      { numRuns: 15 },
    );
  });

  it("refuses an anonymous viewer, one who only sits there, and a position below 1", async () => {
    const { ids, lead, seat } = await buildAgenda(2);
    const input = { id: ids[0], position: 2 };
    expect(errorOf(await execute(MOVE, { input }))).toEqual({ code: "UNAUTHENTICATED" });
    expect(errorOf(await execute(MOVE, { viewer: seat, input }))).toEqual({ code: "FORBIDDEN" });
    const wrong = await execute(MOVE, { viewer: lead, input: { ...input, position: 0 } });
    expect(errorOf(wrong)).toEqual({ code: "BAD_USER_INPUT", field: "position" });
  });

  it("finds nothing that is hidden or missing", async () => {
    for (const id of [await buildHiddenItem(), newId("agi")]) {
      const answer = await execute(MOVE, { viewer: buildViewer(), input: { id, position: 1 } });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "AgendaItem" });
    }
  });
});

describe("removeAgendaItem", () => {
  it("takes an item off, closes the gap, and tells that it is gone", async () => {
    const { meeting, ids, lead } = await buildAgenda(3);
    const id = ids[1] ?? "";
    const { data } = await execute(REMOVE, { viewer: lead, input: { id } });
    expect(data).toEqual({ removeAgendaItem: { id, title: "Welcome" } });
    expect(await orderOf(meeting)).toEqual([ids[0], ids[2]]);
    expect((await toldOf(id))?.payload).toBeNull();
    const again = await execute(REMOVE, { viewer: lead, input: { id } });
    expect(errorOf(again)).toEqual({ code: "NOT_FOUND", type: "AgendaItem" });
  });

  it("refuses an anonymous viewer, and one who only sits there", async () => {
    const { ids, seat } = await buildAgenda(1);
    const input = { id: ids[0] };
    expect(errorOf(await execute(REMOVE, { input }))).toEqual({ code: "UNAUTHENTICATED" });
    expect(errorOf(await execute(REMOVE, { viewer: seat, input }))).toEqual({ code: "FORBIDDEN" });
  });

  it("finds nothing that is hidden or missing", async () => {
    for (const id of [await buildHiddenItem(), newId("agi")]) {
      const answer = await execute(REMOVE, { viewer: buildViewer(), input: { id } });
      expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "AgendaItem" });
    }
  });
});
