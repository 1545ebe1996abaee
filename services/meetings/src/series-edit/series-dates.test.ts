import { createHarness } from "@convene/shared/testing/harness";
import { coLeadOf, createFactories, errorOf, QUARTERLY } from "../../test/factories.ts";
import { createEdits } from "../../test/series-edits.ts";
import { shownCalendar } from "../../test/shown-calendar.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildGroup, buildSeries } = createFactories(harness);
const { read, change } = createEdits(harness);

const CREATE = `mutation ($input: CreateMeetingSeriesInput!) { createMeetingSeries(input: $input) { id } }`;
const UPDATE = `mutation ($input: UpdateMeetingSeriesInput!) { updateMeetingSeries(input: $input) { id } }`;

/** Four Fridays in London; the third is Good Friday. */
const FRIDAYS = {
  ...QUARTERLY,
  preset: "WEEKLY",
  byWeekday: false,
  localStart: "2027-03-12T14:00:00",
  count: 4,
};

const startsOf = async (id: string) =>
  (await read(id)).series.meetings.nodes.map(({ localStart, status }) =>
    status === "SCHEDULED" ? localStart.slice(0, 10) : `no ${localStart.slice(0, 10)}`,
  );

it("leaves out public holidays and 18 December, and says why", async () => {
  const group = await buildGroup();
  const easter = await buildSeries({ ...FRIDAYS, group, skipsHolidaysOf: ["GB"] });
  expect(await startsOf(easter)).toEqual(["2027-03-12", "2027-03-19", "2027-04-02"]);
  expect((await read(easter)).series.skipped).toEqual([
    { date: "2027-03-26", reason: "PUBLIC_HOLIDAY", country: "GB", name: "Good Friday" },
  ]);
  const saturdays = { ...FRIDAYS, group, localStart: "2027-12-11T14:00:00", count: 3 };
  const december = await read(await buildSeries(saturdays));
  expect(december.series.skipped).toEqual([
    { date: "2027-12-18", reason: "KEPT_FREE", country: null, name: "International Migrants Day" },
  ]);
  expect(shownCalendar(december.text)).toHaveLength(2);
  const all = await buildSeries({ ...saturdays, keepsDatesFree: false });
  expect(await startsOf(all)).toHaveLength(3);
});

it("meets on extra dates, whatever day it is, and not on excluded ones; each may come back", async () => {
  const group = await buildGroup();
  const dates = { extraStarts: ["2027-03-29T10:00:00"], excludedDates: ["2027-03-19"] };
  const id = await buildSeries({ ...FRIDAYS, group, skipsHolidaysOf: ["GB"], ...dates });
  expect(await startsOf(id)).toEqual(["2027-03-12", "2027-03-29", "2027-04-02"]);
  const [, extra] = (await read(id)).series.meetings.nodes;
  await change("updateMeetingSeries", { id, excludedDates: ["2027-04-02"], skipsHolidaysOf: [] });
  expect(await startsOf(id)).toEqual([
    ...["2027-03-12", "2027-03-19", "2027-03-26", "2027-03-29", "no 2027-04-02"],
  ]);
  // The rule moves, what stands beside it does not.
  await change("updateMeetingSeries", { id, localStart: "2027-03-11T14:00:00", excludedDates: [] });
  const { series, text } = await read(id);
  expect(series.meetings.nodes.find((one) => one.id === extra?.id)).toMatchObject({
    localStart: "2027-03-29T10:00:00",
    status: "SCHEDULED",
  });
  expect(shownCalendar(text)).toHaveLength(series.meetings.nodes.length);
  await change("updateMeetingSeries", { id, extraStarts: [] });
  expect(await startsOf(id)).toContain("no 2027-03-29");
});

it("gives each part of a split what stands beside its rule", async () => {
  const group = await buildGroup();
  const extraStarts = ["2027-03-15T10:00:00", "2027-03-29T10:00:00"];
  const id = await buildSeries({ ...FRIDAYS, group, skipsHolidaysOf: ["GB"], extraStarts });
  const [, , third] = (await read(id)).series.meetings.nodes;
  const split = await change("updateMeetingSeries", { id, from: third?.id, title: "Later" });
  expect(await startsOf(id)).toEqual(["2027-03-12", "2027-03-15"]);
  expect(await startsOf(split)).toEqual(["2027-03-19", "2027-03-29", "2027-04-02"]);
  const [old, fresh] = [(await read(id)).series, (await read(split)).series];
  expect([old.extraStarts, fresh.extraStarts]).toEqual(extraStarts.map((start) => [start]));
  expect([old.skipped.length, fresh.skipped.length]).toEqual([0, 1]);
});

it.each([
  ["extraStarts.0", { extraStarts: ["2027-03-01T10:00:00"] }],
  ["extraStarts.0", { extraStarts: ["2027-03-28T01:30:00"] }],
  ["excludedDates", { excludedDates: ["2027-03-12"], count: 1 }],
  ["skipsHolidaysOf.0", { skipsHolidaysOf: ["BT"] }],
])("refuses what cannot be by the field %s: %j", async (field, wrong) => {
  const group = await buildGroup();
  const input = { ...FRIDAYS, group, ...wrong };
  const answer = await execute(CREATE, { viewer: coLeadOf(group), input });
  expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
});

it("adds nothing in the past", async () => {
  const group = await buildGroup();
  const id = await buildSeries({ ...FRIDAYS, group });
  const input = { id, extraStarts: ["2025-03-12T10:00:00"] };
  const answer = await execute(UPDATE, { viewer: coLeadOf(group), input });
  expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field: "extraStarts.0" });
});
