import { REPLY_KEY, replyPath } from "@convene/shared/notice/reply-link";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import { CalendarConsumer } from "../../test/calendar-consumer.ts";
import { createFactories, localFromNow, QUARTERLY } from "../../test/factories.ts";
import { createInvitations, type Letter } from "../../test/invitations.ts";
import { createEdits } from "../../test/series-edits.ts";
import { shownCalendar } from "../../test/shown-calendar.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { service } = harness;
const { buildSeries } = createFactories(harness);
const { seated, lettersTo, jobsFor, change } = createInvitations(harness);
const { read } = createEdits(harness);

/** A delegate whose calendar knows the series. */
async function invited(plan: object) {
  const { group, delegate } = await seated();
  const series = await buildSeries({ ...QUARTERLY, group, ...plan });
  const [whole] = await lettersTo(delegate, series);
  return { delegate, series, whole, before: await nodesOf(series) };
}

const weekly = (been: number, count: number) => ({
  ...{ localStart: localFromNow(3 - been * 168), timeZone: "UTC" },
  ...{ preset: "WEEKLY", byWeekday: false, count },
});

const nodesOf = async (series: string) => (await read(series)).series.meetings.nodes;

const shownBy = (letter: Letter | undefined) => shownCalendar(letter?.calendar?.text ?? "");

const startsOf = (nodes: readonly { readonly startsAt: string }[]) =>
  nodes.map(({ startsAt }) => new Date(startsAt).toISOString());

it("tells of a change of all as one of the rule, with what was changed by hand", async () => {
  const { delegate, series, before } = await invited({});
  await change("updateMeeting", { id: before[1]?.id, title: "By hand" });
  await lettersTo(delegate, series);
  await change("updateMeetingSeries", { id: series, title: "Ours" });
  const [renamed, ...none] = await lettersTo(delegate, series);
  expect(none).toEqual([]);
  expect(renamed).toMatchObject({ event: "MEETING_CHANGED", title: "Ours", calendar: { more: 3 } });
  expect(shownBy(renamed).map(({ title }) => title)).toEqual(["Ours", "By hand", "Ours", "Ours"]);
  await change("updateMeetingSeries", { id: series, localStart: "2027-01-14T16:00:00" });
  const [moved, ...nothing] = await lettersTo(delegate, series);
  expect(nothing).toEqual([]);
  expect(moved?.calendar?.text).toMatch(/SEQUENCE:1\r\n/);
  expect(shownBy(moved).map(({ start }) => start)).toEqual(startsOf(await nodesOf(series)));
  expect(await lettersTo(delegate, series)).toEqual([]);
});

it("ends in the right state whichever order messages come in: moved, called off, and changed as a whole", async () => {
  const { group, delegate } = await seated();
  const series = await buildSeries({ ...QUARTERLY, group, count: 5 });
  const letters = await lettersTo(delegate, series);
  const [, second, third, fourth] = await nodesOf(series);
  const edits: readonly (readonly [string, object])[] = [
    ["updateMeeting", { id: second?.id, localStart: "2027-04-20T09:30:00" }],
    ["cancelMeeting", { id: third?.id }],
    ["updateMeeting", { id: second?.id, localStart: "2027-04-08T14:00:00" }],
    ["updateMeetingSeries", { id: series, title: "Renamed" }],
    ["updateMeeting", { id: fourth?.id, title: "By hand" }],
    ["updateMeetingSeries", { id: series, localStart: "2027-01-14T16:00:00" }],
    ["updateMeeting", { id: second?.id, localStart: "2027-04-21T10:00:00" }],
  ];
  for (const [mutation, input] of edits) {
    await change(mutation, input);
    letters.push(...(await lettersTo(delegate, series)));
    const right = (await nodesOf(series))
      .filter(({ status }) => status === "SCHEDULED")
      .map(({ startsAt, title }) => `${new Date(startsAt).toISOString()} ${title}`)
      .sort();
    const orders = fc.shuffledSubarray(letters, { minLength: letters.length });
    const property = fc.property(orders, (order) => {
      const consumer = new CalendarConsumer();
      for (const letter of order) consumer.receive(letter);
      expect(consumer.shown()).toEqual(right);
    });
    fc.assert(property, { numRuns: 30, examples: [[letters], [[...letters].reverse()]] });
  }
});

it("ends a series in calendars where another goes on, which is answered as a whole", async () => {
  const { delegate, series, before } = await invited({});
  const split = await change("updateMeetingSeries", {
    ...{ id: series, from: before[2]?.id, localStart: "2027-07-08T15:00:00" },
  });
  expect([await jobsFor(series), await jobsFor(split)]).toEqual([2, 1]);
  const [head, ...none] = await lettersTo(delegate, series);
  expect(none).toEqual([]);
  expect(shownBy(head).map(({ start }) => start)).toEqual(startsOf(before.slice(0, 2)));
  const [tail] = await lettersTo(delegate, split);
  expect(tail).toMatchObject({ event: "MEETING_INVITED", calendar: { more: 1 } });
  expect(shownBy(tail).map(({ start }) => start)).toEqual(startsOf(await nodesOf(split)));
  const path = replyPath(service().parts.site.keyFor(REPLY_KEY), tail?.calendar?.invitation ?? "");
  const owner = await service().pages?.owner(path);
  const answered = await service().pages?.answer(
    owner ? buildViewer({ kind: "link", ...owner }) : null,
    {
      ...{ method: "POST", path, client: null, headers: { "content-type": "text/calendar" } },
      body: [
        ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", "METHOD:REPLY", "BEGIN:VEVENT"],
        ...[
          `UID:${split}@convene`,
          "SEQUENCE:0",
          "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org",
        ],
        ...["DTSTAMP:20261130T120000Z", "END:VEVENT", "END:VCALENDAR", ""],
      ].join("\r\n"),
    },
  );
  expect(answered?.status).toBe(200);
});

it("calls off in calendars what goes on elsewhere when nothing ahead is left of a series", async () => {
  const { delegate, series, whole, before } = await invited(weekly(2, 4));
  expect(shownBy(whole).map(({ start }) => start)).toEqual(startsOf(before));
  const split = await change("updateMeetingSeries", { id: series, localStart: localFromNow(30) });
  expect(split).not.toBe(series);
  const [gone, ...none] = await lettersTo(delegate, series);
  expect(none).toEqual([]);
  expect(gone).toMatchObject({
    event: "MEETING_CANCELLED",
    calendar: { method: "CANCEL", more: 1 },
  });
  expect(gone?.calendar?.text.match(/RECURRENCE-ID/g)).toHaveLength(2);
  expect(await lettersTo(delegate, series)).toEqual([]);
  expect(await lettersTo(delegate, split)).toMatchObject([{ event: "MEETING_INVITED" }]);
});

it("says only what is called off when a series ends before its time", async () => {
  const { delegate, series, before } = await invited({});
  await change("cancelMeetingSeries", { id: series, from: before[2]?.id });
  const letters = await lettersTo(delegate, series);
  expect(letters).toMatchObject([{ event: "MEETING_CANCELLED", calendar: { more: 1 } }]);
});
