import { createHarness } from "@convene/shared/testing/harness";
import { discovery } from "../src/definition.ts";
import {
  buildMeeting,
  buildNetwork,
  buildNetworkMember,
  buildOrganisation,
  buildPractice,
  buildRelationship,
  buildSeat,
  buildWorkingGroup,
  everybody,
  tellAll,
} from "./factories.ts";

const harness = createHarness(discovery);
const kept = buildOrganisation({ name: "Harbour Aid", objectives: [7] });
const merged = buildOrganisation({ name: "Harbour Aid Ltd", objectives: [7], countries: ["KE"] });
const other = buildOrganisation({ name: "Refuge Council", objectives: [7], countries: ["MA"] });
const group = buildWorkingGroup();
const network = buildNetwork();
const practice = buildPractice({ implementers: [merged.id], partners: [other.id] });
const seat = buildSeat({ group: group.id, organisation: merged.id });
const member = buildNetworkMember({ network: network.id, organisation: merged.id });
const partnership = buildRelationship({ source: merged.id, target: other.id });
const meeting = buildMeeting({
  attended: [merged.id],
  protection: { ...everybody, organisations: [other.id] },
});

const EVERYTHING = `query ($ids: [ID!]!, $of: ID!, $for: ID!) {
  nodes(ids: $ids) { id }
  searchOrganisations(text: "harbour") {
    totalCount nodes { id } facets { workingGroups { count } networks { count } }
  }
  neighbourhood(of: $of, hops: 3) { nodes { id } edges { id source target } }
  findPartners(for: $for, context: ANY) { nodes { organisation { id } reasons { values } } }
}`;

const ask = async (of: string) => {
  const ids = [merged, seat, member, partnership].map(({ id }) => id);
  const { data, errors } = await harness.execute(EVERYTHING, { ids, of, for: kept.id });
  expect(errors).toBeUndefined();
  return data;
};

beforeAll(() =>
  tellAll(
    harness,
    ...[kept, merged, other, group, network, practice, seat, member, partnership, meeting],
  ),
);

it("shows an organisation everywhere, and nowhere once it is merged into another", async () => {
  const before = await ask(other.id);
  expect(before.nodes).not.toContain(null);
  expect(before.searchOrganisations.totalCount).toBe(2);
  expect(JSON.stringify(before.neighbourhood)).toContain(merged.id);
  expect(JSON.stringify(before.findPartners)).toContain(merged.id);

  await harness.tell("stakeholders", { ...merged, payload: null });
  const after = await ask(other.id);
  expect(JSON.stringify(after)).not.toContain(merged.id);
  expect(after.nodes).toEqual([null, null, null, null]);
  expect(after.searchOrganisations).toEqual({
    totalCount: 1,
    nodes: [{ id: kept.id }],
    facets: { workingGroups: [], networks: [] },
  });
});

it("moves the ties as their owners tell them anew", async () => {
  const to = { source: kept.id, organisation: kept.id, implementers: [kept.id] };
  await tellAll(harness, ...[seat, member, partnership, practice].map((it) => moved(it, to)));
  const { nodes, searchOrganisations, neighbourhood } = await ask(kept.id);
  expect(nodes.slice(1)).not.toContain(null);
  expect(searchOrganisations.facets).toEqual({
    workingGroups: [{ count: 1 }],
    networks: [{ count: 1 }],
  });
  expect(neighbourhood.edges).toHaveLength(5);
});

/** The same, with those of its fields that name the merged organisation naming the other. */
const moved = <T extends { payload: Record<string, unknown> }>(
  told: T,
  to: Record<string, unknown>,
): T => ({
  ...told,
  payload: Object.fromEntries(
    Object.entries(told.payload).map(([name, value]) => [name, name in to ? to[name] : value]),
  ),
});
