import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { type HitFilterAsked, hitFilter } from "../../test/generated-filter.ts";
import { network, runs, viewer } from "../../test/generated-network.ts";
import { hitsOf } from "../../test/hit-model.ts";
import { NetworkModel } from "../../test/network-model.ts";
import { Teller, telling } from "../../test/telling.ts";
import { today } from "../asking/asking.value.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const teller = new Teller(harness);
const FACETS = [
  ...["types", "objectives", "countries", "languages"],
  ...["networks", "workingGroups", "years"],
];
const SEARCH = `query ($filter: SearchFilter, $types: [FoundType!], $sort: SearchSort, $after: String, $first: Int) {
  search(filter: $filter, types: $types, sort: $sort, after: $after, first: $first) {
    totalCount nodes { id type } pageInfo { hasNextPage endCursor }
    facets { ${FACETS.map((name) => `${name} { value count }`).join(" ")} }
  }
}`;
const SORTS = ["RELEVANCE", "NAME", "LATEST", "EARLIEST"];
const TYPES = ["ORGANISATION", "PRACTICE", "WORKING_GROUP", "MEETING"];

const search = async (variables: object) => {
  const { data, errors } = await harness.execute(SEARCH, { ...variables });
  expect(errors).toBeUndefined();
  return data.search;
};

interface Asked {
  readonly filter: HitFilterAsked;
  readonly types: readonly string[] | null;
}

function recount(model: NetworkModel, { filter, types }: Asked) {
  const wanted = new Set(types ?? TYPES);
  const hits = hitsOf(model, filter, today()).filter(({ facets }) =>
    [...(facets["types"] ?? [])].every((type) => wanted.has(type)),
  );
  const facets = FACETS.map((name) => {
    const counts = new Map<string, number>();
    for (const { facets: held } of hits) {
      for (const value of held[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts].map(([value, count]) => ({ value, count }));
    const ordered = values.sort(
      (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
    );
    return [name, ordered] as const;
  });
  return { ids: hits.map(({ id }) => id).sort(), facets: Object.fromEntries(facets) };
}

it("finds and counts what a naive recount does, for every filter, type and viewer", async () => {
  const types = fc.option(fc.subarray(TYPES), { freq: 3 });
  const questions = fc.array(fc.record({ viewer, filter: hitFilter, types }), {
    minLength: 4,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(network, telling, questions, async (told, how, asked) => {
      await teller.tell(told, how);
      for (const question of asked) {
        const expected = recount(new NetworkModel(told, question.viewer), question);
        const { nodes, totalCount, facets } = await search({ ...question, first: 100 });
        expect(nodes.map(({ id }: { id: string }) => id).sort()).toEqual(expected.ids);
        expect(totalCount).toBe(expected.ids.length);
        expect(facets).toEqual(expected.facets);
      }
    }),
    runs(15),
  );
}, 120_000);

it("walks every result in every order, each thing once", async () => {
  const sort = fc.constantFrom(...SORTS);
  const first = fc.integer({ min: 1, max: 4 });
  await fc.assert(
    fc.asyncProperty(network, telling, fc.tuple(viewer, sort, first), async (told, how, asked) => {
      await teller.tell(told, how);
      const [who, order, size] = asked;
      const whole = await search({ viewer: who, sort: order, first: 100 });
      const walked: object[] = [];
      let after: string | null = null;
      do {
        const page = await search({ viewer: who, sort: order, first: size, after });
        walked.push(...page.nodes);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(walked).toEqual(whole.nodes);
    }),
    runs(8),
  );
}, 120_000);
