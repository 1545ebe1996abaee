import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { asOf, filter, type FilterAsked } from "../../test/generated-filter.ts";
import { network, viewer, runs } from "../../test/generated-network.ts";
import { NetworkModel } from "../../test/network-model.ts";
import { facetsOf, found } from "../../test/search-model.ts";
import { Teller, telling } from "../../test/telling.ts";
import { discovery } from "../definition.ts";
import { today } from "../asking/asking.value.ts";

const harness = createHarness(discovery);
const teller = new Teller(harness);
const FACETS = [
  "objectives",
  "countries",
  "areas",
  "categories",
  "sectors",
  "languages",
  "needs",
  "offers",
  "networks",
  "workingGroups",
];
const SEARCH = `query ($filter: OrganisationSearchFilter, $asOf: Date, $sort: OrganisationSort, $after: String, $first: Int) {
  searchOrganisations(filter: $filter, asOf: $asOf, sort: $sort, after: $after, first: $first) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor }
    facets { ${FACETS.map((name) => `${name} { value count }`).join(" ")} }
  }
}`;
const SORTS = ["RELEVANCE", "NAME", "RECENTLY_CONFIRMED", "NEWEST"];

const search = async (variables: object) => {
  const { data, errors } = await harness.execute(SEARCH, { ...variables });
  expect(errors).toBeUndefined();
  return data.searchOrganisations;
};

function recount(model: NetworkModel, asked: FilterAsked, asOf: string | null) {
  const day = asOf ?? today();
  const organisations = found(model, asked, asOf);
  const counts = new Map(FACETS.map((name) => [name, new Map<string, number>()]));
  for (const organisation of organisations) {
    for (const [name, values] of Object.entries(facetsOf(model, organisation, day))) {
      const facet = counts.get(name);
      for (const value of values) facet?.set(value, (facet.get(value) ?? 0) + 1);
    }
  }
  const ordered = [...counts].map(([name, facet]) => [
    name,
    [...facet]
      .map(([value, count]) => ({ value, count }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)),
  ]);
  return { ids: organisations.map(({ id }) => id).sort(), facets: Object.fromEntries(ordered) };
}

it("finds and counts what a naive recount does, for every filter, viewer and day", async () => {
  const questions = fc.array(fc.record({ viewer, filter, asOf }), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(network, telling, questions, async (told, how, asked) => {
      await teller.tell(told, how);
      for (const question of asked) {
        const model = new NetworkModel(told, question.viewer);
        const expected = recount(model, question.filter, question.asOf);
        const { nodes, totalCount, facets } = await search(question);
        expect(nodes.map(({ id }: { id: string }) => id).sort()).toEqual(expected.ids);
        expect(totalCount).toBe(expected.ids.length);
        expect(facets).toEqual(expected.facets);
      }
    }),
    runs(15),
  );
}, 120_000);

it("walks every result in every order, each organisation once", async () => {
  const sort = fc.constantFrom(...SORTS);
  const first = fc.integer({ min: 1, max: 3 });
  await fc.assert(
    fc.asyncProperty(network, telling, fc.tuple(viewer, sort, first), async (told, how, asked) => {
      await teller.tell(told, how);
      const [who, order, size] = asked;
      const whole = await search({ viewer: who, sort: order });
      const walked: object[] = [];
      let after: string | null = null;
      do {
        const page = await search({ viewer: who, sort: order, first: size, after });
        walked.push(...page.nodes);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(walked).toEqual(whole.nodes);
    }),
    runs(10),
  );
}, 120_000);
