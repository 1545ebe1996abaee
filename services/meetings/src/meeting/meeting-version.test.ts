import { createHarness } from "@convene/shared/testing/harness";
import { coLeadOf, createFactories, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildAgendaItem, buildGroup, buildMeeting } = createFactories(harness);

const UPDATE = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { title version } }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { status } }`;

it("tells the later of two who change a meeting at once both versions, and keeps the first", async () => {
  const group = await buildGroup();
  const [id, viewer] = [await buildMeeting({ group }), coLeadOf(group)];
  const change = (title: string) =>
    execute(UPDATE, { viewer, input: { id, title, expectedVersion: 1 } });
  const answers = await Promise.all([change("One"), change("Other")]);
  const [won] = answers.flatMap(({ data }) => (data?.updateMeeting ? [data.updateMeeting] : []));
  expect(won).toEqual({ title: expect.any(String), version: 2 });
  const [lost, ...more] = answers.flatMap(({ errors }) => errors ?? []);
  expect(more).toEqual([]);
  const missed = won.title === "One" ? "Other" : "One";
  expect(lost?.extensions).toMatchObject({
    code: "CONFLICT",
    field: "expectedVersion",
    stored: { version: 2, title: won.title, localStart: "2027-01-14T14:00:00" },
    submitted: { expectedVersion: 1, title: missed },
  });
});

it("calls nothing off that has changed since, and tells no version to who may not change it", async () => {
  const group = await buildGroup();
  const id = await buildMeeting({ group });
  const input = { id, expectedVersion: 7 };
  const lost = await execute(CANCEL, { viewer: coLeadOf(group), input });
  expect(lost.errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT", stored: { version: 1 } });
  const refused = await execute(CANCEL, { viewer: seatedIn(group), input });
  expect(refused.errors?.[0]?.extensions).toEqual({ code: "FORBIDDEN" });
});

it("tells the later of two co-leads who change an agenda item at once both versions", async () => {
  const group = await buildGroup();
  const [id, viewer] = [await buildAgendaItem(await buildMeeting({ group })), coLeadOf(group)];
  const update = `mutation ($input: UpdateAgendaItemInput!) {
    updateAgendaItem(input: $input) { title durationMinutes version } }`;
  const change = (input: object) =>
    execute(update, { viewer, input: { id, expectedVersion: 1, ...input } });
  const answers = await Promise.all([change({ title: "One" }), change({ title: "Other" })]);
  const [won] = answers.flatMap(({ data }) =>
    data?.updateAgendaItem ? [data.updateAgendaItem] : [],
  );
  expect(won).toEqual({ title: expect.any(String), durationMinutes: 10, version: 2 });
  const [lost, ...more] = answers.flatMap(({ errors }) => errors ?? []);
  expect(more).toEqual([]);
  expect(lost?.extensions).toMatchObject({
    ...{ code: "CONFLICT", field: "expectedVersion", type: "AgendaItem", id },
    stored: { version: 2, title: won.title, durationMinutes: 10 },
    submitted: { expectedVersion: 1, title: won.title === "One" ? "Other" : "One" },
  });
  const { data } = await change({ expectedVersion: 2, durationMinutes: 25 });
  expect(data?.updateAgendaItem).toEqual({ title: won.title, durationMinutes: 25, version: 3 });
});
