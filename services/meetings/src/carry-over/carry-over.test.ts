import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import {
  coLeadOf,
  createFactories,
  errorOf,
  localFromNow,
  seatedIn,
} from "../../test/factories.ts";
import { meetings } from "../definition.ts";
import { concludePast } from "./carry-over.service.ts";

const harness = createHarness(meetings);
const { execute, service, sqlOf, told } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildOrganisation, buildSeries } =
  createFactories(harness);

const AGENDA = `query ($id: ID!) { meeting(id: $id) {
  startsAt agendaOverrunMinutes minutes { state carriedTo { id } }
  actionLog { nodes { id text state carriedOver { nodes { carriedFrom { id } carriedTo { id } } } } }
  agenda { nodes { id title standing outcome startsAt overrunMinutes
    carriedFrom { id } carriedTo { id } approvesMinutesOf { id } isUnderChathamHouseRule } } } }`;

async function change(mutation: string, viewer: ReturnType<typeof coLeadOf>, input: object) {
  const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { made: ${mutation}(input: $input) { id } }`;
  return execute(query, { viewer, input });
}

const agendaOf = async (id: string, viewer: ReturnType<typeof coLeadOf>) =>
  (await execute(AGENDA, { viewer, id })).data?.meeting;

/** A quarterly series of which one meeting has been, with its last as of now. */
async function buildQuarters() {
  const group = await buildGroup();
  const lead = coLeadOf(group);
  const localStart = localFromNow(-48);
  const series = await buildSeries({ group, localStart, timeZone: "UTC", byWeekday: false });
  const { data } = await execute(
    `query ($id: ID!) { meetingSeries(id: $id) { meetings { nodes { id } } } }`,
    { id: series },
  );
  const ids: string[] = data?.meetingSeries.meetings.nodes.map(({ id }: { id: string }) => id);
  return { group, lead, series, ids, first: ids[0] ?? "", second: ids[1] ?? "" };
}

describe("concludeMeeting", () => {
  it("lets unfinished items and open actions go on to the next quarter, with their lineage, once", async () => {
    const { lead, first, second, series } = await buildQuarters();
    const items = [
      { standing: "WELCOME", durationMinutes: 5 },
      { standing: "MINUTES_APPROVAL", durationMinutes: 5 },
      { standing: "NEXT_DATE", durationMinutes: 5, title: "When next" },
    ];
    await change("setAgendaTemplate", lead, { series, language: "fr", items });
    const [done, open, said, confided] = [
      await buildAgendaItem(first, { title: "Minuted" }),
      await buildAgendaItem(first, { title: "Never begun", durationMinutes: 80 }),
      await buildAgendaItem(first, { title: "To go on" }),
      await buildAgendaItem(first, { title: "Confided" }),
    ];
    await change("saveMinutes", lead, { agendaItem: done, text: "Said", baseVersion: 0 });
    await change("saveMinutes", lead, { agendaItem: said, text: "Begun", baseVersion: 0 });
    await change("setAgendaItemOutcome", lead, { id: said, outcome: "UNFINISHED" });
    await change("applyChathamHouseRule", lead, { meeting: first, agendaItem: confided });
    const organisation = await buildOrganisation();
    const action = await change("recordAction", lead, {
      meeting: first,
      text: "Write",
      organisation,
    });
    const over = await change("recordAction", lead, { meeting: first, text: "Read" });
    await change("updateAction", lead, { id: over.data?.made.id, state: "DONE" });
    const both = await Promise.all([
      change("concludeMeeting", lead, { meeting: first }),
      change("concludeMeeting", lead, { meeting: first }),
    ]);
    expect(both.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    await concludePast(service().parts.transactions);
    const next = await agendaOf(second, lead);
    expect(next.agenda.nodes).toMatchObject([
      { title: "Accueil", standing: "WELCOME", approvesMinutesOf: null },
      { standing: "MINUTES_APPROVAL", approvesMinutesOf: { id: first } },
      { title: "Never begun", outcome: null, carriedFrom: { id: open } },
      { title: "To go on", carriedFrom: { id: said }, isUnderChathamHouseRule: false },
      { title: "Confided", carriedFrom: { id: confided }, isUnderChathamHouseRule: true },
      { title: "When next", standing: "NEXT_DATE" },
    ]);
    expect(next.actionLog.nodes).toEqual([
      {
        ...{ id: action.data?.made.id, text: "Write", state: "OPEN" },
        carriedOver: { nodes: [{ carriedFrom: { id: first }, carriedTo: { id: second } }] },
      },
    ]);
    const past = await agendaOf(first, lead);
    expect(past.minutes).toEqual({ state: "CONCLUDED", carriedTo: { id: second } });
    const carried = next.agenda.nodes[2].id;
    expect(past.agenda.nodes).toMatchObject([
      { outcome: "DONE", carriedTo: null },
      { outcome: "UNFINISHED", carriedTo: { id: carried } },
      { outcome: "UNFINISHED" },
      { outcome: "UNFINISHED" },
    ]);
    expect((await told("AgendaItem")).some(({ id }) => id === carried)).toBe(true);
    const late = await change("setAgendaItemOutcome", lead, { id: done, outcome: "UNFINISHED" });
    expect(errorOf(late).code).toBe("CONFLICT");
  });

  it("waits where there is no next meeting, and goes on once one was made", async () => {
    const group = await buildGroup();
    const lead = coLeadOf(group);
    const at = (hours: number) => ({ group, localStart: localFromNow(hours), timeZone: "UTC" });
    const meeting = await buildMeeting(at(-50));
    const item = await buildAgendaItem(meeting, { title: "Waits" });
    await change("recordAction", lead, { meeting, text: "Write" });
    await concludePast(service().parts.transactions);
    expect(await agendaOf(meeting, lead)).toMatchObject({
      minutes: { state: "CONCLUDED", carriedTo: null },
      agenda: { nodes: [{ outcome: "UNFINISHED", carriedTo: null }] },
    });
    await buildMeeting({ ...at(90), group: await buildGroup() });
    const next = await buildMeeting(at(100));
    for (const _ of [1, 2]) await concludePast(service().parts.transactions);
    await change("applyChathamHouseRule", lead, { meeting });
    expect(await agendaOf(next, lead)).toMatchObject({
      agenda: {
        nodes: [{ title: "Waits", carriedFrom: { id: item }, isUnderChathamHouseRule: true }],
      },
      actionLog: { nodes: [{ text: "Write" }] },
    });
  });
});

const ITEM = { standing: "WELCOME", durationMinutes: 5 };

describe("an agenda", () => {
  it("says when each item's turn is, and what does not fit", async () => {
    const { lead, first } = await buildQuarters();
    for (const durationMinutes of [60, 20, 25]) await buildAgendaItem(first, { durationMinutes });
    const { agenda, agendaOverrunMinutes, startsAt } = await agendaOf(first, lead);
    const after = (minutes: number) =>
      new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
    expect(agendaOverrunMinutes).toBe(15);
    expect(agenda.nodes).toMatchObject([
      { startsAt: after(0), overrunMinutes: 0 },
      { startsAt: after(60), overrunMinutes: 0 },
      { startsAt: after(80), overrunMinutes: 15 },
    ]);
    const few = await sqlOf(() => agendaOf(first, lead));
    await buildAgendaItem(first);
    expect((await sqlOf(() => agendaOf(first, lead))).length).toBe(few.length);
  });

  it("is given its standing items once, whatever was there before", async () => {
    const { group, lead, first } = await buildQuarters();
    await buildAgendaItem(first, { title: "Before" });
    await change("setAgendaTemplate", lead, {
      group,
      items: [{ standing: "ACTION_LOG", durationMinutes: 5 }],
    });
    for (const _ of [1, 2]) await change("applyAgendaTemplate", lead, { meeting: first });
    const { agenda } = await agendaOf(first, lead);
    expect(agenda.nodes.map(({ title }: { title: string }) => title)).toEqual([
      "Action log",
      "Before",
    ]);
  });

  it.each([
    ["an unknown language", "language", { language: "de", items: [] }],
    ["an item twice", "items", { items: [ITEM, ITEM] }],
    ["no time", "durationMinutes", { items: [{ ...ITEM, durationMinutes: 0 }] }],
  ])("refuses a template with %s", async (_, field, input) => {
    const group = await buildGroup();
    const answer = await change("setAgendaTemplate", coLeadOf(group), { group, ...input });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
  });
});

it("refuses those who may not, and finds nothing that is missing", async () => {
  const { group, first, series } = await buildQuarters();
  const item = await buildAgendaItem(first);
  const observer = buildViewer({ groups: [{ id: group, role: "OBSERVER" }] });
  const tried = [
    ["setAgendaItemOutcome", observer, { id: item, outcome: "DONE" }, { id: newId("agi") }],
    ["setAgendaTemplate", seatedIn(group), { series, items: [] }, { series: newId("ser") }],
    ["applyAgendaTemplate", seatedIn(group), { meeting: first }, { meeting: newId("mtg") }],
  ] as const;
  for (const [mutation, viewer, input, missing] of tried) {
    expect(errorOf(await change(mutation, viewer, input)).code).toBe("FORBIDDEN");
    const answer = await change(mutation, viewer, { ...input, ...missing });
    expect(errorOf(answer).code).toBe("NOT_FOUND");
  }
});

it("says of an item of a hidden meeting what it says of one that never was", async () => {
  const hidden = await buildMeeting({ audience: Audience.NOBODY });
  const item = await buildAgendaItem(hidden);
  for (const id of [item, newId("agi")]) {
    const answer = await change("setAgendaItemOutcome", buildViewer(), { id, outcome: "DONE" });
    expect(errorOf(answer)).toEqual({ code: "NOT_FOUND", type: "AgendaItem" });
  }
});
