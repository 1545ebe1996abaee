import { createHarness } from "@convene/shared/testing/harness";
import { newId } from "@convene/shared/type-id";
import { Audience } from "@convene/shared/audience";
import {
  coLeadOf,
  createFactories,
  errorOf,
  localFromNow,
  QUARTERLY,
  seatedIn,
} from "../../test/factories.ts";
import { createEdits } from "../../test/series-edits.ts";
import { shownCalendar } from "../../test/shown-calendar.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildGroup, buildSeries, buildAgendaItem } = createFactories(harness);
const { read, change } = createEdits(harness);

const UPDATE = `mutation ($input: UpdateMeetingSeriesInput!) { updateMeetingSeries(input: $input) { id } }`;
const CANCEL = `mutation ($input: CancelMeetingSeriesInput!) { cancelMeetingSeries(input: $input) { id } }`;
const WEEK = 7 * 24;

/** Weekly in UTC: so many have been, and so many are still to come. */
const weekly = async (been: number, toCome: number) =>
  buildSeries({
    ...QUARTERLY,
    group: await buildGroup(),
    preset: "WEEKLY",
    byWeekday: false,
    timeZone: "UTC",
    localStart: localFromNow(24 - been * WEEK),
    count: been + toCome,
  });

const nodesOf = async (id: string) => (await read(id)).series.meetings.nodes;

it("keeps every how many weeks it meets, until it is given another rhythm", async () => {
  const group = await buildGroup();
  const weeks = { ...QUARTERLY, group, preset: "WEEKLY", byWeekday: false, every: 6 };
  const id = await buildSeries(weeks);
  const ruleOf = async () => (await read(id)).series.rule;
  expect(await ruleOf()).toBe("FREQ=WEEKLY;INTERVAL=6;COUNT=4");
  expect((await nodesOf(id))[1]?.localStart).toBe("2027-02-25T14:00:00");
  await change("updateMeetingSeries", { id, localStart: "2027-01-15T09:00:00" });
  expect(await ruleOf()).toBe("FREQ=WEEKLY;INTERVAL=6;COUNT=4");
  expect((await nodesOf(id))[1]?.localStart).toBe("2027-02-26T09:00:00");
  expect(await change("updateMeetingSeries", { id, every: 2 })).toBe("BAD_USER_INPUT");
  const other = { id, preset: "MONTHLY", every: 2, byWeekday: true, count: 3 };
  await change("updateMeetingSeries", other);
  expect(await ruleOf()).toBe("FREQ=MONTHLY;INTERVAL=2;COUNT=3;BYDAY=3FR");
});

it("changes all that are to come; what was changed by hand stays", async () => {
  const id = await buildSeries({ ...QUARTERLY, group: await buildGroup() });
  const [first, second, third, fourth] = await nodesOf(id);
  await buildAgendaItem(first?.id ?? "");
  await change("updateMeeting", {
    id: second?.id,
    localStart: "2027-04-20T09:30:00",
    title: "Ours",
  });
  await change("cancelMeeting", { id: third?.id });
  const input = { id, title: "Forum", localStart: "2027-01-19T15:00:00", durationMinutes: 60 };
  expect(await change("updateMeetingSeries", input)).toBe(id);
  const { series, text } = await read(id);
  expect(series).toMatchObject({ rule: "FREQ=MONTHLY;INTERVAL=3;COUNT=4;BYDAY=3TU", version: 2 });
  expect(series.meetings.nodes).toMatchObject([
    { id: first?.id, title: "Forum", localStart: "2027-01-19T15:00:00", durationMinutes: 60 },
    { id: second?.id, title: "Ours", localStart: "2027-04-20T09:30:00", durationMinutes: 60 },
    { id: third?.id, localStart: "2027-07-20T15:00:00", status: "CANCELLED" },
    { id: fourth?.id, title: "Forum", localStart: "2027-10-19T15:00:00", version: 2 },
  ]);
  expect(series.meetings.nodes[1]).toMatchObject({
    recurrenceStart: "2027-04-20T15:00:00",
    changedByHand: ["TITLE", "START"],
  });
  expect(text).toMatch(/SEQUENCE:1\r\n[^]*RRULE/);
  await change("updateMeeting", { id: second?.id, localStart: "2027-04-20T15:00:00" });
  expect((await nodesOf(id))[1]?.changedByHand).toEqual(["TITLE"]);
});

it("splits off this and all that follow: the old series ends before, and the new goes on", async () => {
  const id = await buildSeries({ ...QUARTERLY, group: await buildGroup() });
  const [, , third, fourth] = await nodesOf(id);
  const input = { id, from: third?.id, localStart: "2027-07-09T10:00:00", title: "Fridays" };
  const split = await change("updateMeetingSeries", input);
  expect(split).toMatch(/^ser_/);
  const [old, fresh] = [await read(id), await read(split)];
  expect(old.series).toMatchObject({ version: 2, title: "Quarterly meeting" });
  expect(old.series.rule).toContain("UNTIL=20270408T130000Z");
  expect(old.series.meetings.nodes).toHaveLength(2);
  expect(fresh.series).toMatchObject({
    version: 1,
    splitFrom: { id },
    localStart: input.localStart,
  });
  expect(fresh.series.meetings.nodes).toMatchObject([
    { id: third?.id, title: "Fridays", localStart: "2027-07-09T10:00:00" },
    { id: fourth?.id, title: "Fridays", localStart: "2027-10-08T10:00:00" },
  ]);
  expect(shownCalendar(old.text)).toHaveLength(2);
  expect(shownCalendar(fresh.text)).toHaveLength(2);
});

it("calls off what another rhythm does not make, brings it back, and makes what is new", async () => {
  const id = await buildSeries({ ...QUARTERLY, group: await buildGroup(), preset: "MONTHLY" });
  const [, second] = await nodesOf(id);
  await change("updateMeetingSeries", { id, preset: "QUARTERLY", byWeekday: true, count: 3 });
  const quarterly = await read(id);
  expect(quarterly.series.meetings.nodes.map(({ status }) => status)).toEqual([
    ...["SCHEDULED", "CANCELLED", "CANCELLED", "SCHEDULED", "SCHEDULED"],
  ]);
  expect(shownCalendar(quarterly.text)).toHaveLength(5);
  await change("updateMeetingSeries", { id, preset: "MONTHLY", byWeekday: true, count: 2 });
  expect((await nodesOf(id))[1]).toMatchObject({ id: second?.id, status: "SCHEDULED" });
});

it("never changes what has begun: a move of all splits the series there, a new title does not", async () => {
  const id = await weekly(2, 3);
  const before = await nodesOf(id);
  expect(await change("updateMeetingSeries", { id, title: "Later" })).toBe(id);
  expect((await nodesOf(id)).slice(0, 2)).toEqual(before.slice(0, 2));
  const split = await change("updateMeetingSeries", { id, localStart: localFromNow(48) });
  expect(split).not.toBe(id);
  expect(await nodesOf(id)).toEqual(before.slice(0, 2));
  expect((await nodesOf(split)).map((one) => one.id)).toEqual(before.slice(2).map((one) => one.id));
  const past = { id: split, localStart: localFromNow(-5) };
  expect(await change("updateMeetingSeries", past)).toBe("BAD_USER_INPUT");
});

it("calls off this and all that follow, then all; nothing goes away", async () => {
  const id = await weekly(1, 4);
  const [first, , third] = await nodesOf(id);
  await change("cancelMeetingSeries", { id, from: third?.id });
  const cut = await read(id);
  const statuses = cut.series.meetings.nodes.map(({ status }) => status);
  expect(statuses).toEqual(["SCHEDULED", "SCHEDULED", "CANCELLED", "CANCELLED", "CANCELLED"]);
  expect(cut.series.cancelledAt).toBeNull();
  expect(shownCalendar(cut.text).map(({ status }) => status)[2]).toBe("CANCELLED");
  await change("cancelMeetingSeries", { id });
  const { series, text } = await read(id);
  expect(series.cancelledAt).not.toBeNull();
  expect(series.meetings.nodes[0]).toEqual(first);
  expect(shownCalendar(text).filter(({ status }) => status === "CONFIRMED")).toHaveLength(1);
  expect(await change("updateMeetingSeries", { id, title: "Again" })).toBe("CONFLICT");
});

it("tells the later of two who change a series at once both versions", async () => {
  const group = await buildGroup();
  const id = await buildSeries({ ...QUARTERLY, group });
  const edit = (title: string) =>
    execute(UPDATE, { viewer: coLeadOf(group), input: { id, title, expectedVersion: 1 } });
  const answers = await Promise.all([edit("One"), edit("Other")]);
  const { title } = (await read(id)).series;
  expect(answers.flatMap(({ errors }) => errors ?? [])).toMatchObject([
    {
      extensions: {
        code: "CONFLICT",
        stored: { version: 2, title },
        submitted: { expectedVersion: 1, title: title === "One" ? "Other" : "One" },
      },
    },
  ]);
});

it("is for those who convene, and finds nothing that is hidden from others", async () => {
  const group = await buildGroup();
  const id = await buildSeries({ ...QUARTERLY, group, audience: Audience.NOBODY });
  for (const text of [UPDATE, CANCEL]) {
    expect(errorOf(await execute(text, { input: { id } }))).toEqual({ code: "UNAUTHENTICATED" });
    const seated = { viewer: seatedIn(group), input: { id } };
    expect(errorOf(await execute(text, seated))).toEqual({ code: "FORBIDDEN" });
    for (const one of [id, newId("ser")]) {
      const stranger = { viewer: coLeadOf(await buildGroup()), input: { id: one } };
      expect(errorOf(await execute(text, stranger))).toMatchObject({ code: "NOT_FOUND" });
    }
  }
});

it.each([
  ["rule", { rule: "FREQ=HOURLY", count: 2 }],
  ["count", { preset: "WEEKLY" }],
  ["count", { count: 401 }],
  ["localStart", { localStart: "2027-03-28T01:30:00" }],
  ["durationMinutes", { durationMinutes: 0 }],
  ["title", { title: " " }],
  ["joinUrl", { joinUrl: "nowhere" }],
])("refuses what cannot be by the field %s: %j", async (field, wrong) => {
  const group = await buildGroup();
  const id = await buildSeries({ ...QUARTERLY, group });
  const answer = await execute(UPDATE, { viewer: coLeadOf(group), input: { id, ...wrong } });
  expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
});
