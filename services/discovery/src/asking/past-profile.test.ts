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

beforeAll(() => tellAll(harness, moved, stayed, group, seat));

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
