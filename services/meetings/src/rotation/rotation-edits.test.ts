import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import { createFactories, localFromNow, QUARTERLY } from "../../test/factories.ts";
import { createEdits } from "../../test/series-edits.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildGroup, buildOrganisation, buildSeries } = createFactories(harness);
const { change } = createEdits(harness);

const READ = `query ($id: ID!) { meetingSeries(id: $id) { extraStarts meetings(first: 100) { nodes {
  id startsAt recurrenceStart status host { isByHand organisation { id } } } } } }`;

interface Seen {
  readonly id: string;
  readonly startsAt: string;
  readonly recurrenceStart: string;
  readonly status: string;
  readonly host: {
    readonly isByHand: boolean;
    readonly organisation: { readonly id: string };
  } | null;
}

const edit = fc.record({
  kind: fc.constantFrom(
    ...(["assign", "call off", "move one", "move", "rename", "rhythm", "exclude", "add"] as const),
  ),
  at: fc.nat({ max: 20 }),
  isFrom: fc.boolean(),
  days: fc.integer({ min: -2, max: 6 }),
  count: fc.integer({ min: 2, max: 6 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const later = (local: string, days: number): string =>
  new Date(Date.parse(`${local}Z`) + days * 86_400_000).toISOString().slice(0, 19);

async function read(id: string) {
  const { data, errors } = await execute(READ, { viewer: admin, id });
  if (errors?.[0]) throw errors[0];
  const { extraStarts, meetings: all } = data?.meetingSeries as {
    extraStarts: string[];
    meetings: { nodes: Seen[] };
  };
  const nodes = all.nodes.toSorted((one, other) =>
    one.recurrenceStart < other.recurrenceStart ? -1 : 1,
  );
  return { extraStarts, nodes };
}

async function apply(id: string, host: string, { kind, at, isFrom, days, count }: Edit) {
  const { nodes, extraStarts } = await read(id);
  const one = nodes[at % nodes.length];
  if (!one || Date.parse(one.startsAt) < Date.now()) return id;
  const from = isFrom ? { from: one.id } : {};
  const moved = later(one.recurrenceStart, days);
  const changes: Readonly<Record<Edit["kind"], () => Promise<string>>> = {
    assign: () => change("assignMeetingTurn", { id: one.id, role: "HOST", holder: host }),
    "call off": () => change("cancelMeeting", { id: one.id }),
    "move one": () => change("updateMeeting", { id: one.id, localStart: moved }),
    move: () => change("updateMeetingSeries", { id, ...from, localStart: moved }),
    rename: () => change("updateMeetingSeries", { id, ...from, title: `T${count}` }),
    rhythm: () =>
      change("updateMeetingSeries", {
        ...{ id, ...from },
        rule: `FREQ=DAILY;INTERVAL=${count + 2};COUNT=${count}`,
      }),
    exclude: () =>
      change("updateMeetingSeries", {
        ...{ id, ...from },
        excludedDates: [one.recurrenceStart.slice(0, 10)],
      }),
    add: () => change("updateMeetingSeries", { id, ...from, extraStarts: [...extraStarts, moved] }),
  };
  const answer = await changes[kind]();
  return answer.startsWith("ser_") ? answer : id;
}

/** Those that take a turn: what is still to come, in the order of its places. */
const toCome = (nodes: readonly Seen[]) =>
  nodes.filter((one) => one.status === "SCHEDULED" && Date.parse(one.startsAt) > Date.now());

/** From which turns the order could have been begun, if it was kept. */
function begun(taking: readonly Seen[], order: readonly string[], every: number): number[] {
  const starts = Array.from({ length: order.length * every }, (_, turn) => turn);
  return starts.filter((start) =>
    taking.every(
      ({ host }, index) =>
        host?.isByHand === true ||
        host?.organisation.id === order[Math.floor((start + index) / every) % order.length],
    ),
  );
}

it("keeps the order of hosts after any edits, and goes on with it where a series is split", async () => {
  const group = await buildGroup();
  const order = [
    await buildOrganisation(),
    await buildOrganisation(),
    await buildOrganisation(),
  ] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(edit, { minLength: 2, maxLength: 7 }),
      async (every, edits) => {
        const localStart = `${localFromNow(-14 * 24).slice(0, 10)}T10:00:00`;
        const rhythm = { preset: "WEEKLY", byWeekday: false, count: 9, localStart };
        const root = await buildSeries({ ...QUARTERLY, group, ...rhythm });
        await change("setMeetingRotation", { id: root, role: "HOST", order, every });
        const past = (await read(root)).nodes.filter(
          (one) => Date.parse(one.startsAt) < Date.now(),
        );
        const all = [root];
        for (const one of edits) {
          const id = all[one.at % all.length] ?? root;
          const answer = await apply(id, order[2], one);
          if (all.includes(answer)) continue;
          all.push(answer);
          const [before, after] = [await read(id), await read(answer)];
          const both = [...toCome(before.nodes), ...toCome(after.nodes)];
          expect(begun(both, order, every)).not.toEqual([]);
        }
        for (const id of all) {
          const { nodes } = await read(id);
          const starts = begun(toCome(nodes), order, every);
          expect(starts).not.toEqual([]);
          if (id === root) expect(starts).toContain(0);
        }
        const now = (await read(root)).nodes;
        expect(past.every((one) => one.host === null)).toBe(true);
        expect(now.slice(0, past.length)).toEqual(past);
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);
