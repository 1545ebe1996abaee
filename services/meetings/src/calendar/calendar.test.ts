import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { conformanceRuns } from "@convene/shared/testing/config";
import fc from "fast-check";
import ICAL from "ical.js";
import { coLeadOf, createFactories, QUARTERLY, seatedIn } from "../../test/factories.ts";
import { shownCalendar } from "../../test/shown-calendar.ts";
import { meetings } from "../definition.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { calendarText } from "./calendar-text.value.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildGroup, buildMeeting, buildSeries } = createFactories(harness);

const JOIN = "https://meet.example.org/q;a,b";
const ONE = "query ($id: ID!) { meeting(id: $id) { iCalendar } }";
const SERIES = `query ($id: ID!) {
  meetingSeriesCalendar(id: $id)
  meetingSeries(id: $id) { meetings { nodes { id startsAt status } } }
}`;

const eventsOf = (text: string): ICAL.Component[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent");

const valueOf = (event: ICAL.Component | undefined, name: string): string =>
  String(event?.getFirstPropertyValue(name) ?? "");

async function oneOf(id: string, viewer: Viewer | null): Promise<string> {
  const { data, errors } = await execute(ONE, { viewer, id });
  expect(errors).toBeUndefined();
  return (data as { meeting: { iCalendar: string } }).meeting.iCalendar;
}

async function seriesOf(id: string, viewer: Viewer | null) {
  const { data, errors } = await execute(SERIES, { viewer, id });
  expect(errors).toBeUndefined();
  const { meetingSeriesCalendar: text, meetingSeries } = data as {
    meetingSeriesCalendar: string | null;
    meetingSeries: {
      meetings: { nodes: { id: string; startsAt: string; status: string }[] };
    } | null;
  };
  return { text: text ?? "", nodes: meetingSeries?.meetings.nodes ?? [] };
}

async function change(mutation: string, input: Record<string, unknown>): Promise<void> {
  const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
  const text = `mutation ($input: ${type}) { ${mutation}(input: $input) { id } }`;
  expect((await execute(text, { viewer: admin, input })).errors).toBeUndefined();
}

it("gives a meeting to calendars, and where to join to those who sit there alone", async () => {
  const group = await buildGroup();
  const id = await buildMeeting({ group, joinUrl: JOIN });
  const text = await oneOf(id, seatedIn(group));
  const [event] = eventsOf(text);
  expect(valueOf(event, "uid")).toBe(`${id}@convene`);
  expect(valueOf(event, "conference")).toBe("https://meet.example.org/q%3Ba%2Cb");
  expect(text).toContain("DTSTART;TZID=Europe/London:20270114T140000\r\n");
  expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:");
  expect(await oneOf(id, null)).not.toContain("meet.example.org");
});

it("raises SEQUENCE when a meeting is moved or called off, and not when it is renamed", async () => {
  const group = await buildGroup();
  const id = await buildMeeting({ group });
  const sequence = async () => valueOf(eventsOf(await oneOf(id, null))[0], "sequence");
  await change("updateMeeting", { id, title: "Renamed" });
  expect(await sequence()).toBe("0");
  await change("updateMeeting", { id, localStart: "2027-01-15T10:00:00" });
  expect(await sequence()).toBe("1");
  await change("cancelMeeting", { id });
  const [event] = eventsOf(await oneOf(id, null));
  expect([valueOf(event, "sequence"), valueOf(event, "status")]).toEqual(["2", "CANCELLED"]);
});

it("shows a series in a calendar as in the graph: moved, called off, and without what is hidden", async () => {
  const group = await buildGroup();
  const id = await buildSeries({ ...QUARTERLY, group, count: 6, joinUrl: JOIN });
  const { nodes } = await seriesOf(id, admin);
  const [, second, third, fourth] = nodes.map((node) => node.id);
  await change("updateMeeting", { id: second, localStart: "2027-04-20T09:30:00" });
  await change("cancelMeeting", { id: third });
  await change("updateMeeting", { id: fourth, audience: Audience.NOBODY });
  for (const viewer of [null, coLeadOf(group)]) {
    const read = await seriesOf(id, viewer);
    const wanted = read.nodes.map(({ startsAt, status }) => ({
      start: new Date(startsAt).toISOString(),
      status: status === "CANCELLED" ? "CANCELLED" : "CONFIRMED",
    }));
    expect(wanted).toHaveLength(viewer ? 6 : 5);
    expect(shownCalendar(read.text)).toMatchObject(wanted);
    expect(read.text).toContain("RECURRENCE-ID;TZID=Europe/London:20270408T140000\r\n");
    expect(new Set(eventsOf(read.text).map((event) => valueOf(event, "uid")))).toEqual(
      new Set([`${id}@convene`]),
    );
  }
});

it("hides a series with its calendar", async () => {
  const group = await buildGroup();
  const id = await buildSeries({ ...QUARTERLY, group, audience: Audience.NOBODY });
  expect((await seriesOf(id, null)).text).toBe("");
});

it("writes any title so that it is read again, in lines of at most 75 octets", () => {
  const entry = {
    uid: "mtg_1@convene",
    recurrenceStart: null,
    description: null,
    localStart: "2027-01-14T14:00:00",
    timeZone: "Africa/Casablanca",
    durationMinutes: 90,
    status: MeetingStatus.SCHEDULED,
    joinUrl: null,
    sequence: 0,
    revisedAt: new Date("2026-01-01T00:00:00Z"),
    createdAt: new Date("2026-01-01T00:00:00Z"),
  };
  const period = { from: entry.revisedAt, until: entry.revisedAt };
  // Titles have no control characters.
  const titles = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 200 })
    .filter((title) => !/\p{Cc}/u.test(title));
  fc.assert(
    fc.property(titles, (title) => {
      const text = calendarText([{ ...entry, title }], period);
      expect(valueOf(eventsOf(text)[0], "summary")).toBe(title);
      const lines = text.split("\r\n");
      expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    }),
    { numRuns: conformanceRuns({ short: 50, full: 2_000 }) },
  );
});
