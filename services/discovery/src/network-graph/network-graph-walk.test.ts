import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { asOf, filter } from "../../test/generated-filter.ts";
import { network, runs, viewer } from "../../test/generated-network.ts";
import { NetworkModel } from "../../test/network-model.ts";
import { found } from "../../test/search-model.ts";
import { Teller, telling } from "../../test/telling.ts";
import { followed, graphTies, TIE } from "../../test/tie-model.ts";
import { today } from "../asking/asking.value.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const teller = new Teller(harness);
const GRAPH = `query ($filter: OrganisationSearchFilter, $edgeTypes: [TieKind!], $includeInherited: Boolean!, $asOf: Date, $budget: Int, $edgeBudget: Int) {
  networkGraph(
    filter: $filter, edgeTypes: $edgeTypes, includeInherited: $includeInherited, asOf: $asOf
    budget: $budget, edgeBudget: $edgeBudget
  ) {
    nodes { id label node { id } } edges { ${TIE} }
  }
}`;
const asked = fc.record({
  filter,
  ...followed,
  asOf,
});

it("draws the organisations that fit and what they are tied to, whole, as far as one may see", async () => {
  const questions = fc.array(fc.record({ viewer, asked }), { minLength: 5, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(network, telling, questions, async (told, how, all) => {
      await teller.tell(told, how);
      for (const question of all) {
        const model = new NetworkModel(told, question.viewer);
        const day = question.asked.asOf ?? today();
        const fitting = found(model, question.asked.filter, question.asked.asOf);
        const own = new Set(fitting.map(({ id }) => id));
        const edges = graphTies(model, day, question.asked).filter(
          ({ source, target }) => own.has(source) && (own.has(target) || !isOne(target)),
        );
        const nodes = [...new Set([...own, ...edges.map(({ target }) => target)])].sort();
        const variables = { viewer: question.viewer, ...question.asked };
        const { data, errors } = await harness.execute(GRAPH, variables);
        expect(errors).toBeUndefined();
        const { networkGraph } = data;
        expect(networkGraph.edges).toEqual(edges);
        expect(networkGraph.nodes.map(({ node }: { node: { id: string } }) => node.id)).toEqual(
          nodes,
        );
        if (nodes.length < 2) continue;
        const budget = nodes.length - 1;
        const small = await harness.execute(GRAPH, { ...variables, budget });
        expect(small.errors?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", budget });
        if (edges.length < 2) continue;
        const most = edges.length - 1;
        const few = await harness.execute(GRAPH, { ...variables, edgeBudget: most });
        expect(few.errors?.[0]?.extensions).toMatchObject({ unit: "edges", budget: most });
      }
    }),
    runs(10),
  );
}, 120_000);

const isOne = (id: string): boolean => id.startsWith("org");
