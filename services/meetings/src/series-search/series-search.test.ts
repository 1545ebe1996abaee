import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { coLeadOf, createFactories, localFromNow, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, sqlOf, tell } = harness;
const { buildAgendaItem, buildGroup, buildSeries } = createFactories(harness);

const SEARCH = `query ($id: ID!, $search: String!, $after: String) { meetingSeries(id: $id) {
  items(search: $search, first: 2, after: $after) { totalCount pageInfo { endCursor } nodes { title } } } }`;
const RECORD = `mutation ($minutes: SaveMinutesInput!, $action: RecordActionInput!) {
  saveMinutes(input: $minutes) { id } recordAction(input: $action) { id } }`;

async function buildRecords() {
  const group = await buildGroup();
  const localStart = localFromNow(-48);
  const series = await buildSeries({ group, localStart, timeZone: "UTC", byWeekday: false });
  const { data } = await execute(
    `query ($id: ID!) { meetingSeries(id: $id) { meetings { nodes { id } } } }`,
    { id: series },
  );
  const ids: string[] = data?.meetingSeries.meetings.nodes.map(({ id }: { id: string }) => id);
  const [first = "", second = ""] = ids;
  const agendaItem = await buildAgendaItem(first, { title: "Survey of cities" });
  await buildAgendaItem(second, { title: "100% of cities" });
  await buildAgendaItem(second, { title: "Round table" });
  await execute(RECORD, {
    viewer: coLeadOf(group),
    minutes: { agendaItem, text: "会议记录已批准。 Goes out in MARCH.", baseVersion: 0 },
    action: { meeting: first, agendaItem, text: "Write to Amman" },
  });
  return { group, series };
}

it("finds what was said in any meeting of the series, by parts of words, in any language", async () => {
  const { group, series } = await buildRecords();
  const find = async (search: string) => {
    const { data } = await execute(SEARCH, { viewer: seatedIn(group), id: series, search });
    return data?.meetingSeries.items.nodes.map(({ title }: { title: string }) => title);
  };
  expect(await find("cities")).toEqual(["100% of cities", "Survey of cities"]);
  expect(await find("march AMMAN survey")).toEqual(["Survey of cities"]);
  expect(await find("记录")).toEqual(["Survey of cities"]);
  expect(await find("0%")).toEqual(["100% of cities"]);
  expect(await find("march table")).toEqual([]);
});

it("finds what was agreed, also of a meeting as a whole, but not of what was taken down", async () => {
  const { group, series } = await buildRecords();
  const viewer = coLeadOf(group);
  const read = `query ($id: ID!, $search: String!) { meetingSeries(id: $id) {
    meetings { nodes { id } } decisions(search: $search) { nodes { text agendaItem { id } } }
    actions(search: $search) { totalCount nodes { text } } } }`;
  const find = async (search: string, asking: Viewer | null = viewer) => {
    const { data, errors } = await execute(read, { viewer: asking, id: series, search });
    expect(errors).toBeUndefined();
    return data.meetingSeries;
  };
  const [, meeting] = (await find("")).meetings.nodes.map(({ id }: { id: string }) => id);
  const agendaItem = await buildAgendaItem(meeting, { title: "Housing" });
  for (const input of [{ text: "Amman hosts" }, { text: "Amman pays", agendaItem }]) {
    const record = `mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { id } }`;
    await execute(record, { viewer, input: { meeting, ...input } });
  }
  const whole = { text: "Amman hosts", agendaItem: null };
  expect(await find("AMMAN")).toMatchObject({
    decisions: { nodes: [{ text: "Amman pays", agendaItem: { id: agendaItem } }, whole] },
    actions: { totalCount: 1, nodes: [{ text: "Write to Amman" }] },
  });
  expect(await find("amman hosts write")).toMatchObject({
    ...{ decisions: { nodes: [] }, actions: { totalCount: 0 } },
  });
  await tell("stakeholders", { type: "Takedown", id: agendaItem, payload: {} });
  expect((await find("amman", seatedIn(group))).decisions.nodes).toEqual([whole]);
  expect(await find("amman", buildViewer())).toMatchObject({ decisions: null, actions: null });
});

it("pages, in one statement, and shows nothing to those who do not sit there", async () => {
  const { group, series } = await buildRecords();
  const viewer = seatedIn(group);
  const page = async (after: string | null) =>
    (await execute(SEARCH, { viewer, id: series, search: "", after })).data?.meetingSeries.items;
  const first = await page(null);
  expect(first).toMatchObject({ totalCount: 3, nodes: [{}, {}] });
  expect(await page(first.pageInfo.endCursor)).toMatchObject({
    nodes: [{ title: "Survey of cities" }],
  });
  const statements = await sqlOf(() => page(null));
  expect(statements.filter((text) => text.includes("series_id, m.starts_at"))).toHaveLength(2);
  for (const other of [null, buildViewer()]) {
    const { data } = await execute(SEARCH, { viewer: other, id: series, search: "cities" });
    expect(data?.meetingSeries.items).toBeNull();
  }
});

it("refuses a search of too many words", async () => {
  const { group, series } = await buildRecords();
  const search = "a ".repeat(11);
  const { errors } = await execute(SEARCH, { viewer: seatedIn(group), id: series, search });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "search" });
});
