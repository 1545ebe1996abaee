import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { discovery } from "../src/definition.ts";
import { buildOrganisation, buildPractice, tellAll, type Told } from "./factories.ts";
import { runs } from "./generated-network.ts";

const harness = createHarness(discovery);

/** Names and days that often stand beside each other, or at the same place. */
const record = fc
  .record({
    name: fc.constantFrom("House", "HOUSE", "A house", "Housing", "Zebra Hoüse", "Open houses"),
    day: fc.constantFrom(null, "2020-01-01", "2026-06-01"),
    createdAt: fc.constantFrom("2021-06-01T00:00:00.000Z", "2025-06-01T23:30:00.000Z"),
    isPractice: fc.boolean(),
  })
  .map(
    ({ name, day, createdAt, isPractice }) =>
      () =>
        isPractice
          ? buildPractice({ title: name, publishedAt: day && `${day}T00:00:00.000Z` })
          : buildOrganisation({ name, lastConfirmedOn: day, createdAt }),
  );

const DOORS = [
  [
    "searchOrganisations",
    "OrganisationSort",
    ["RELEVANCE", "NAME", "RECENTLY_CONFIRMED", "NEWEST"],
  ],
  ["search", "SearchSort", ["RELEVANCE", "NAME", "LATEST", "EARLIEST"]],
] as const;

interface Page {
  readonly ids: readonly string[];
  readonly after: string | null;
}

const asOften = (size: number) => fc.array(record, { minLength: 2, maxLength: size, size: "max" });

it.each(DOORS)("walks %s, each once and none missed, while more is being told", async (...door) => {
  const [field, type, sorts] = door;
  const query = `query ($text: String, $sort: ${type}, $first: Int, $after: String) {
    page: ${field}(text: $text, sort: $sort, first: $first, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const pageOf = async (variables: object): Promise<Page> => {
    const { data, errors } = await harness.execute(query, { ...variables });
    expect(errors).toBeUndefined();
    const ids: string[] = data.page.nodes.map(({ id }: { id: string }) => id);
    const { hasNextPage, endCursor } = data.page.pageInfo;
    return { ids, after: hasNextPage ? (endCursor as string) : null };
  };
  const question = fc.record({
    sort: fc.constantFrom(...sorts),
    text: fc.constantFrom(null, "house"),
    first: fc.integer({ min: 1, max: 3 }),
  });
  const property = fc.asyncProperty(asOften(8), asOften(8), question, async (old, late, asked) => {
    const told: Told[] = old.map((build) => build());
    await tellAll(harness, ...told);
    const before = await pageOf({ ...asked, first: 100 });
    const coming = late.map((build) => build());
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const next = coming.splice(0, 2);
      told.push(...next);
      const [page]: readonly [Page, unknown] = await Promise.all([
        pageOf({ ...asked, after }),
        tellAll(harness, ...next),
      ]);
      walked.push(...page.ids);
      after = page.after;
    } while (after !== null);
    expect(new Set(walked).size).toBe(walked.length);
    expect(walked.filter((id) => before.ids.includes(id))).toEqual(before.ids);
    for (const [source, prefix] of [
      ["stakeholders", "org"],
      ["practices", "prc"],
    ] as const) {
      const gone = told.filter(({ id }) => id.startsWith(prefix));
      await harness.tell(
        source,
        ...gone.map(({ type: of, id }) => ({ type: of, id, payload: null })),
      );
    }
  });
  await fc.assert(property, runs(20));
});
