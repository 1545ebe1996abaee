import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { createFactories, localFromNow, QUARTERLY } from "../../test/factories.ts";
import { createEdits, type SeenMeeting } from "../../test/series-edits.ts";
import { shownCalendar } from "../../test/shown-calendar.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { buildGroup, buildSeries } = createFactories(harness);
const { read, change } = createEdits(harness);

const EXPECTED = ["CONFLICT", "BAD_USER_INPUT"];
const ZONES = ["Europe/London", "America/Santiago", "Africa/Casablanca", "Australia/Lord_Howe"];

/** A series and those that were split off, and what was set by hand. */
interface World {
  readonly series: string[];
  readonly titles: Map<string, string>;
  readonly past: Map<string, SeenMeeting>;
}

const edit = fc.record({
  kind: fc.constantFrom(
    "move one",
    "rename one",
    "cancel one",
    "move",
    "rename",
    "rhythm",
    "cancel",
    "add",
    "exclude",
    "skip",
  ),
  /** Which series and which meeting, wrapped around; from there, or all. */
  at: fc.nat({ max: 20 }),
  isFrom: fc.boolean(),
  days: fc.integer({ min: -3, max: 9 }),
  word: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 8 }).map((text) => `T${text}`),
  count: fc.integer({ min: 1, max: 5 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** So many days later, at the same time of the day. */
const later = (local: string, days: number): string =>
  new Date(Date.parse(`${local}Z`) + days * 86_400_000).toISOString().slice(0, 19);

async function apply(world: World, { kind, at, isFrom, days, word, count }: Edit): Promise<void> {
  const id = world.series[at % world.series.length] ?? "";
  const {
    extraStarts,
    meetings: { nodes },
  } = (await read(id)).series;
  const one = nodes[at % nodes.length];
  if (!one) return;
  const from = isFrom ? { from: one.id } : {};
  const moved = later(one.recurrenceStart, days);
  const changes: Readonly<Record<Edit["kind"], () => Promise<string>>> = {
    "move one": () => change("updateMeeting", { id: one.id, localStart: moved }),
    "rename one": () => change("updateMeeting", { id: one.id, title: word }),
    "cancel one": () => change("cancelMeeting", { id: one.id }),
    move: () => change("updateMeetingSeries", { id, ...from, localStart: moved }),
    rename: () => change("updateMeetingSeries", { id, ...from, title: word }),
    rhythm: () =>
      change("updateMeetingSeries", {
        id,
        ...from,
        rule: `FREQ=DAILY;INTERVAL=${count + 2};COUNT=${count}`,
      }),
    add: () => change("updateMeetingSeries", { id, ...from, extraStarts: [...extraStarts, moved] }),
    exclude: () =>
      change("updateMeetingSeries", {
        id,
        ...from,
        excludedDates: [one.recurrenceStart.slice(0, 10)],
      }),
    skip: () =>
      change("updateMeetingSeries", { id, ...from, skipsHolidaysOf: count < 3 ? ["GB"] : [] }),
    cancel: () => change("cancelMeetingSeries", { id, ...from }),
  };
  if (world.past.has(one.id) && kind.endsWith("one")) return;
  const answer = await changes[kind]();
  if (answer.startsWith("ser_"))
    world.series.push(...(world.series.includes(answer) ? [] : [answer]));
  else if (!answer.startsWith("mtg_")) expect(EXPECTED).toContain(answer);
  else if (kind === "rename one") world.titles.set(one.id, word.trim());
}

async function prove(world: World): Promise<void> {
  for (const id of world.series) {
    const { series, text } = await read(id);
    const { nodes } = series.meetings;
    const wanted = nodes.map(({ startsAt, status, title }) => ({
      start: new Date(startsAt).toISOString(),
      status: status === "CANCELLED" ? "CANCELLED" : "CONFIRMED",
      title,
    }));
    const inOrder = (all: typeof wanted) => all.map((one) => JSON.stringify(one)).sort();
    expect(inOrder(text === "" ? [] : shownCalendar(text))).toEqual(inOrder(wanted));
    expect(new Set(nodes.map((one) => one.recurrenceStart)).size).toBe(nodes.length);
    for (const one of nodes) {
      if (world.titles.has(one.id)) expect(one.title).toBe(world.titles.get(one.id));
      if (world.past.has(one.id)) expect(one).toEqual(world.past.get(one.id));
      if (!one.changedByHand.includes("START")) {
        expect(one.localStart.slice(11)).toBe(series.localStart.slice(11));
      }
    }
  }
}

it("ends in calendars as in the graph, after any edits, and the clock on the wall never moves", async () => {
  const group = await buildGroup();
  const timeZone = fc.constantFrom(...ZONES);
  await fc.assert(
    fc.asyncProperty(
      timeZone,
      fc.array(edit, { minLength: 2, maxLength: 8 }),
      async (zone, edits) => {
        // Far enough from the night hours, in which clocks are changed; two weeks have been.
        const localStart = `${localFromNow(-14 * 24).slice(0, 10)}T10:00:00`;
        const rhythm = { preset: "WEEKLY", byWeekday: false, count: 7, timeZone: zone, localStart };
        const id = await buildSeries({ ...QUARTERLY, group, ...rhythm });
        const now = new Date().toISOString();
        const { nodes } = (await read(id)).series.meetings;
        const past = nodes.filter(({ startsAt }) => new Date(startsAt).toISOString() <= now);
        const world = {
          series: [id],
          titles: new Map<string, string>(),
          past: new Map(past.map((one) => [one.id, one])),
        };
        for (const one of edits) await apply(world, one);
        await prove(world);
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
