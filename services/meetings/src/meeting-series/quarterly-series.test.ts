import { createHarness } from "@convene/shared/testing/harness";
import { createFactories, inNetwork, QUARTERLY } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildNetwork } = createFactories(harness);

/** Job 2 of the product: schedule the quarter, in one mutation. */
const SCHEDULE = `mutation ($input: CreateMeetingSeriesInput!, $first: Int!) {
  createMeetingSeries(input: $input) {
    title rule preset localStart timeZone durationMinutes
    meetings(first: $first) {
      totalCount
      nodes {
        startsAt endsAt
        london: localStart
        nairobi: localStart(timeZone: "Africa/Nairobi")
        newYork: localStart(timeZone: "America/New_York")
        manila: localStart(timeZone: "Asia/Manila")
        manilaEnd: localEnd(timeZone: "Asia/Manila")
      }
    }
  }
}`;

/**
 * The second Thursday of each third month at 14:00 in London. By hand: London is UTC+1 from the last
 * Sunday of March to that of October; Nairobi is always UTC+3; New York is UTC−5, and UTC−4 from the
 * second Sunday of March to the first of November; Manila is always UTC+8.
 */
const SECOND_THURSDAYS = [
  ["2026-01-08", "2026-01-08T14:00:00.000Z", "17:00", "09:00", "22:00"],
  ["2026-04-09", "2026-04-09T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2026-07-09", "2026-07-09T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2026-10-08", "2026-10-08T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2027-01-14", "2027-01-14T14:00:00.000Z", "17:00", "09:00", "22:00"],
  ["2027-04-08", "2027-04-08T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2027-07-08", "2027-07-08T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2027-10-14", "2027-10-14T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2028-01-13", "2028-01-13T14:00:00.000Z", "17:00", "09:00", "22:00"],
  ["2028-04-13", "2028-04-13T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2028-07-13", "2028-07-13T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2028-10-12", "2028-10-12T13:00:00.000Z", "16:00", "09:00", "21:00"],
] as const;

/** The last week of March and of October: London and New York change their clocks apart. */
const LAST_THURSDAYS = [
  ["2026-03-26", "2026-03-26T14:00:00.000Z", "17:00", "10:00", "22:00"],
  ["2026-06-25", "2026-06-25T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2026-09-24", "2026-09-24T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2026-12-31", "2026-12-31T14:00:00.000Z", "17:00", "09:00", "22:00"],
  ["2027-03-25", "2027-03-25T14:00:00.000Z", "17:00", "10:00", "22:00"],
  ["2027-06-24", "2027-06-24T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2027-09-30", "2027-09-30T13:00:00.000Z", "16:00", "09:00", "21:00"],
  ["2027-12-30", "2027-12-30T14:00:00.000Z", "17:00", "09:00", "22:00"],
  ["2028-03-30", "2028-03-30T13:00:00.000Z", "16:00", "09:00", "21:00"],
] as const;

type Row = readonly [date: string, startsAt: string, ...clocks: readonly string[]];

const expected = (rows: readonly Row[]) =>
  rows.map(([date, startsAt, nairobi = "", newYork = "", manila = ""]) => ({
    startsAt,
    endsAt: startsAt.replace(/T(\d\d):00/, (_, hour) => `T${String(Number(hour) + 1)}:30`),
    london: `${date}T14:00:00`,
    nairobi: `${date}T${nairobi}:00`,
    newYork: `${date}T${newYork}:00`,
    manila: `${date}T${manila}:00`,
    manilaEnd: `${date}T${String(Number(manila.slice(0, 2)) + 1)}:30:00`,
  }));

async function schedule(input: object, first: number) {
  const network = await buildNetwork();
  const viewer = inNetwork(network, "SECRETARIAT");
  const { data, errors } = await execute(SCHEDULE, {
    viewer,
    first,
    input: { ...QUARTERLY, network, ...input },
  });
  expect(errors).toBeUndefined();
  return data?.createMeetingSeries;
}

it("makes four quarterly meetings that keep London's wall clock across daylight saving", async () => {
  const series = await schedule({}, 4);
  expect(series).toMatchObject({
    rule: "FREQ=MONTHLY;INTERVAL=3;COUNT=4;BYDAY=2TH",
    preset: "QUARTERLY",
    localStart: "2027-01-14T14:00:00",
    timeZone: "Europe/London",
    durationMinutes: 90,
  });
  expect(series.meetings).toEqual({
    totalCount: 4,
    nodes: expected(SECOND_THURSDAYS.slice(4, 8)),
  });
});

it("keeps the second Thursday of the quarter, 2026 to 2028", async () => {
  const series = await schedule({ localStart: "2026-01-08T14:00:00", count: 12 }, 12);
  expect(series.meetings.nodes).toEqual(expected(SECOND_THURSDAYS));
});

it("keeps the last Thursday of the quarter, where London and New York change apart", async () => {
  const series = await schedule(
    {
      localStart: "2026-03-26T14:00:00",
      preset: null,
      rule: "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH",
      count: LAST_THURSDAYS.length,
    },
    12,
  );
  expect(series.meetings.nodes).toEqual(expected(LAST_THURSDAYS));
});

it("shows each meeting by the clock that the platform's own time zone data give", async () => {
  const { meetings: made } = await schedule({ localStart: "2026-01-08T14:00:00", count: 12 }, 12);
  const zones = {
    london: "Europe/London",
    nairobi: "Africa/Nairobi",
    newYork: "America/New_York",
    manila: "Asia/Manila",
  };
  for (const node of made.nodes) {
    for (const [name, timeZone] of Object.entries(zones)) {
      expect(node[name]).toBe(clock(new Date(node.startsAt), timeZone));
    }
  }
});

it("keeps the date of the month unless the weekday is asked for", async () => {
  const series = await schedule({ byWeekday: false, count: null, until: "2027-10-14" }, 10);
  expect(series.rule).toBe("FREQ=MONTHLY;INTERVAL=3;UNTIL=20271014T225959Z");
  const starts = series.meetings.nodes.map(({ london }: { london: string }) => london);
  expect(starts).toEqual(
    ["2027-01-14", "2027-04-14", "2027-07-14", "2027-10-14"].map((date) => `${date}T14:00:00`),
  );
});

/** By Intl.DateTimeFormat, which shares no code with what is tested. */
const clock = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" })
    .format(instant)
    .replace(" ", "T");
