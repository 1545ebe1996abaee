import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { DAYS, IDS, network, runs, viewer } from "../../test/generated-network.ts";
import { NetworkModel } from "../../test/network-model.ts";
import { Teller, telling } from "../../test/telling.ts";
import { followed, type GraphTie, graphTies } from "../../test/tie-model.ts";
import { today } from "../asking/asking.value.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const teller = new Teller(harness);
const CONNECT = `query ($from: ID!, $to: ID!, $maxHops: Int, $count: Int, $edgeTypes: [TieKind!], $includeInherited: Boolean!, $asOf: Date) {
  connect(
    from: $from, to: $to, maxHops: $maxHops, count: $count, edgeTypes: $edgeTypes
    includeInherited: $includeInherited, asOf: $asOf
  ) {
    paths { hops strength steps { from to strength sharedActivities ties { id } node { id } } }
  }
}`;

const ends = [...IDS.org, ...IDS.grp, ...IDS.net, ...IDS.prc];
const asked = fc
  .record({
    from: fc.constantFrom(...ends),
    to: fc.constantFrom(...ends),
    maxHops: fc.integer({ min: 1, max: 4 }),
    count: fc.integer({ min: 1, max: 10 }),
    ...followed,
    asOf: fc.option(fc.constantFrom("2019-12-31", ...DAYS)),
  })
  .filter(({ from, to }) => from !== to);

const otherEnd = (id: string, { source, target }: GraphTie): string | null =>
  source === id ? target : target === id ? source : null;

/** All ways of so many steps that go through nothing twice, by hand. */
function ways(ties: readonly GraphTie[], { from, to, maxHops }: Asked, way = [from]): string[] {
  const at = way.at(-1) ?? "";
  if (at === to) return [way.join(" ")];
  if (way.length > maxHops) return [];
  const next = new Set(ties.flatMap((tie) => otherEnd(at, tie) ?? []));
  return [...next]
    .filter((id) => !way.includes(id))
    .flatMap((id) => ways(ties, { from, to, maxHops }, [...way, id]));
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
}

interface Step {
  readonly from: string;
  readonly to: string;
  readonly strength: number;
  readonly ties: { id: string }[];
  readonly node: { id: string };
}

it("finds the shortest ways that a walk by hand does, the strongest first, with all their ties", async () => {
  const questions = fc.array(fc.record({ viewer, asked }), { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(network, telling, questions, async (told, how, all) => {
      await teller.tell(told, how);
      for (const question of all) {
        const { from, to, maxHops, count, asOf } = question.asked;
        const { data, errors } = await harness.execute(CONNECT, {
          viewer: question.viewer,
          ...question.asked,
        });
        expect(errors).toBeUndefined();
        const model = new NetworkModel(told, question.viewer);
        const isThere = model.shown.has(from) && model.shown.has(to);
        expect(data.connect === null).toBe(!isThere);
        if (!isThere) continue;
        const ties = graphTies(model, asOf ?? today(), question.asked);
        const found = ways(ties, { from, to, maxHops }).map((way) => way.split(" "));
        const least = Math.min(...found.map((way) => way.length));
        const shortest = found.filter((way) => way.length === least).map((way) => way.join(" "));
        const { paths }: { paths: { strength: number; hops: number; steps: Step[] }[] } =
          data.connect;
        const answered = paths.map(({ steps }) =>
          [from, ...steps.map((step) => step.to)].join(" "),
        );
        expect(new Set(answered).size).toBe(answered.length);
        expect(answered).toHaveLength(Math.min(count, shortest.length));
        for (const way of answered) expect(shortest).toContain(way);
        const strengths = paths.map(({ strength }) => strength);
        expect(strengths).toEqual([...strengths].sort((one, other) => other - one));
        for (const step of paths.flatMap(({ steps }) => steps)) {
          const between = ties.filter((tie) => otherEnd(step.from, tie) === step.to);
          expect(step.ties.map(({ id }) => id).sort()).toEqual(between.map(({ id }) => id).sort());
          expect(step.node.id).toBe(step.to);
        }
      }
    }),
    runs(10),
  );
}, 120_000);
