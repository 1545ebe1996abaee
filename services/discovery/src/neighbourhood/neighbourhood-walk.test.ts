import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { DAYS, IDS, network, viewer, runs } from "../../test/generated-network.ts";
import { NetworkModel } from "../../test/network-model.ts";
import { Teller, telling } from "../../test/telling.ts";
import { followed, graphTies, TIE } from "../../test/tie-model.ts";
import { discovery } from "../definition.ts";
import type { TieKind } from "../tie/tie.enum.ts";
import { today } from "../asking/asking.value.ts";

const harness = createHarness(discovery);
const teller = new Teller(harness);
const AROUND = `query ($of: ID!, $hops: Int, $edgeTypes: [TieKind!], $includeInherited: Boolean!, $asOf: Date) {
  neighbourhood(
    of: $of, hops: $hops, edgeTypes: $edgeTypes, includeInherited: $includeInherited, asOf: $asOf
  ) {
    nodes { id distance } edges { ${TIE} } counts { recorded derived inherited }
  }
}`;

interface Asked {
  readonly of: string;
  readonly hops: number;
  readonly edgeTypes: TieKind[] | null;
  readonly includeInherited: boolean;
  readonly asOf: string | null;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  of: fc.constantFrom(...IDS.org, ...IDS.grp, ...IDS.net, ...IDS.prc),
  hops: fc.integer({ min: 1, max: 3 }),
  ...followed,
  asOf: fc.option(fc.constantFrom("2019-12-31", "2021-12-31", ...DAYS)),
});

/** Breadth first, by hand, over the ties that one may see. */
function walk(model: NetworkModel, asked: Asked) {
  const { of, hops, asOf } = asked;
  if (!model.shown.has(of)) return null;
  const ties = graphTies(model, asOf ?? today(), asked);
  const distances = new Map([[of, 0]]);
  for (let distance = 1; distance <= hops; distance += 1) {
    const known = new Set(distances.keys());
    for (const { source, target } of ties) {
      if (known.has(source) && !known.has(target)) distances.set(target, distance);
      if (known.has(target) && !known.has(source)) distances.set(source, distance);
    }
  }
  const nodes = [...distances].map(([id, distance]) => ({ id, distance }));
  const edges = ties.filter(({ source, target }) => distances.has(source) && distances.has(target));
  const derived = edges.filter((edge) => edge.derived).length;
  const inherited = edges.filter((edge) => edge.inherited).length;
  return {
    nodes: nodes.sort((one, other) => one.distance - other.distance || byId(one, other)),
    edges,
    counts: { recorded: edges.length - derived - inherited, derived, inherited },
  };
}

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);

it("reaches what a walk by hand does, over ties of a day that the viewer may see", async () => {
  const questions = fc.array(fc.record({ viewer, asked }), { minLength: 5, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(network, telling, questions, async (told, how, all) => {
      await teller.tell(told, how);
      for (const question of all) {
        const { data, errors } = await harness.execute(AROUND, {
          viewer: question.viewer,
          ...question.asked,
        });
        expect(errors).toBeUndefined();
        const answer = data.neighbourhood;
        const expected = walk(new NetworkModel(told, question.viewer), question.asked);
        expect(answer && { ...answer, edges: [...answer.edges].sort(byId) }).toEqual(expected);
      }
    }),
    runs(15),
  );
}, 120_000);
