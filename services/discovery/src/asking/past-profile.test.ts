import { createHarness } from "@convene/shared/testing/harness";
import { buildOrganisation, buildSeat, buildWorkingGroup, tellAll } from "../../test/factories.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);

const createdAt = "2024-01-01T00:00:00.000Z";
/** Left Kenya for Morocco in 2025, and turned from a union into a charity. */
const moved = buildOrganisation({
  ...{ name: "Moved", createdAt, category: "civil-society", countries: ["MA"], objectives: [8] },
  profiles: [
    { since: "2024-01-01", category: "trade-unions", countries: ["KE"], objectives: [7] },
    { since: "2025-06-01", category: "civil-society", countries: ["MA"], objectives: [8] },
  ],
});
const stayed = buildOrganisation({ name: "Stayed", createdAt, countries: ["KE"], objectives: [7] });
const needs = [
  { label: "Unions of Kenya", categories: ["trade-unions"], countries: ["KE"], atLeast: 1 },
];
const group = buildWorkingGroup({ needs, createdAt });
const seat = buildSeat({ group: group.id, organisation: moved.id });

/** Turned from what it did for another, in the same country. */
const did = {
  areas: [{ country: "PE", code: "PE-LIM", name: "Lima" }],
  ...{ sectors: ["health"], languages: ["es"], needs: ["Nurses"], offers: ["Beds"] },
};
const does = {
  areas: [{ country: "PE", code: null, name: "Cusco" }],
  ...{ sectors: ["education"], languages: ["qu"], needs: ["Teachers"], offers: ["Rooms"] },
};
const peruvian = { category: "civil-society", countries: ["PE"], objectives: [22] };
const turned = buildOrganisation({
  ...{ name: "Turned", createdAt, ...peruvian, ...does },
  profiles: [
    { since: "2024-01-01", ...peruvian, ...did },
    { since: "2025-06-01", ...peruvian, ...does },
  ],
});
/** Told of before all of it was kept. */
const early = buildOrganisation({
  ...{ name: "Early", createdAt, ...peruvian, ...does, countries: ["CL"] },
  profiles: [
    { since: "2024-01-01", ...peruvian, countries: ["CL"], objectives: [21] },
    { since: "2025-06-01", ...peruvian, countries: ["CL"] },
  ],
});

beforeAll(() => tellAll(harness, moved, stayed, group, seat, turned, early));

const ASK = `query ($asOf: Date, $of: ID!, $filter: OrganisationSearchFilter) {
  coverage(objectives: [7], countries: ["KE"], asOf: $asOf) { cells { organisations } }
  searchOrganisations(filter: $filter, asOf: $asOf) { nodes { id }
    facets { objectives { value count } countries { value count } categories { value count } } }
  networkGraph(filter: $filter, asOf: $asOf) { nodes { id } }
  whoIsMissing(of: $of, asOf: $asOf) { missing { label } } }`;

async function ask(asOf: string | null) {
  const filter = { countries: { anyOf: ["KE"] }, objectives: { allOf: [7] } };
  const { data, errors } = await harness.execute(ASK, { asOf, of: group.id, filter });
  expect(errors).toBeUndefined();
  const { coverage, searchOrganisations, networkGraph, whoIsMissing } = data;
  const idsOf = (nodes: { id: string }[]) => nodes.map(({ id }) => id);
  const graph = idsOf(networkGraph.nodes).filter((id) => id.startsWith("org_"));
  const found = idsOf(searchOrganisations.nodes);
  expect(graph.sort()).toEqual(found.toSorted());
  return {
    covers: coverage.cells[0].organisations,
    found,
    facets: searchOrganisations.facets,
    missing: whoIsMissing.missing.length,
  };
}

it("takes the category, the countries and the objectives of the day that is asked for", async () => {
  for (const day of ["2024-02-01", "2025-05-31"]) {
    expect(await ask(day)).toEqual({
      ...{ covers: 2, found: [moved.id, stayed.id], missing: 0 },
      facets: {
        objectives: [{ value: "7", count: 2 }],
        countries: [{ value: "KE", count: 2 }],
        categories: [
          { value: "civil-society", count: 1 },
          { value: "trade-unions", count: 1 },
        ],
      },
    });
  }
  for (const day of ["2025-06-01", null]) {
    expect(await ask(day)).toMatchObject({ covers: 1, found: [stayed.id], missing: 1 });
  }
});

const FIND = `query ($asOf: Date, $filter: OrganisationSearchFilter) {
  searchOrganisations(filter: $filter, asOf: $asOf) { nodes { id } table(format: CSV) { base64 } facets {
    areas { value } sectors { value } languages { value } needs { value } offers { value } } }
  networkGraph(filter: $filter, asOf: $asOf) { nodes { id } }
  networkMetrics(filter: $filter, asOf: $asOf) { nodeCount } }`;

async function find(asOf: string | null, filter: Record<string, unknown>) {
  const { data, errors } = await harness.execute(FIND, { asOf, filter });
  expect(errors).toBeUndefined();
  const { searchOrganisations: found, networkGraph, networkMetrics } = data;
  const ids = found.nodes.map(({ id }: { id: string }) => id);
  expect(networkGraph.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
  expect(networkMetrics.nodeCount).toBe(ids.length);
  return { ids, facets: found.facets, table: Buffer.from(found.table.base64, "base64").toString() };
}

const only = (value: string) => ({ anyOf: [value] });
const facetsOf = (area: string, work: typeof did | typeof does) => ({
  areas: [{ value: area }],
  sectors: work.sectors.map((value) => ({ value })),
  languages: work.languages.map((value) => ({ value })),
  needs: work.needs.map((value) => ({ value })),
  offers: work.offers.map((value) => ({ value })),
});

it("takes areas, sectors, languages, needs and offers of the day too", async () => {
  const known = {
    areas: ["PE-LIM", "PE Cusco"],
    ...{ sectors: ["health", "education"], languages: ["es", "qu"] },
    ...{ needs: ["Nurses", "Teachers"], offers: ["Beds", "Rooms"] },
  };
  const days = ["2025-05-31", null];
  for (const [facet, values] of Object.entries(known)) {
    for (const [at, value] of values.entries()) {
      const filter = { countries: only("PE"), [facet]: only(value) };
      for (const [of, day] of days.entries()) {
        expect((await find(day, filter)).ids).toEqual(at === of ? [turned.id] : []);
      }
    }
  }
  const [then, now] = [
    await find("2025-05-31", { countries: only("PE") }),
    await find(null, { countries: only("PE") }),
  ];
  expect(then.facets).toEqual(facetsOf("PE-LIM", did));
  expect(then.table).toContain("Lima");
  expect(now.facets).toEqual(facetsOf("PE Cusco", does));
  expect(now.table).toContain("Cusco");
});

it("takes what was not told of a day as it is now", async () => {
  const filter = { countries: only("CL"), objectives: { anyOf: [21] } };
  const then = await find("2025-05-31", filter);
  expect(then.ids).toEqual([early.id]);
  expect(then.facets).toEqual(facetsOf("PE Cusco", does));
});
