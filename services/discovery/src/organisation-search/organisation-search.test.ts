import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { discovery } from "../definition.ts";
import {
  buildMeeting,
  buildNetwork,
  buildNetworkMember,
  buildOrganisation,
  buildPractice,
  buildRelationship,
  buildSeat,
  buildWorkingGroup,
  tellAll,
} from "../../test/factories.ts";

const harness = createHarness(discovery);
const SEARCH = `query ($text: String, $filter: OrganisationSearchFilter, $sort: OrganisationSort, $first: Int, $after: String) {
  searchOrganisations(text: $text, filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor }
    facets { objectives { value count } countries { value count } networks { value count } workingGroups { value count } categories { value count } }
  }
}`;

const harbour = buildOrganisation({ name: "Harbour Aid", acronym: "HA", objectives: [7, 8] });
const refuge = buildOrganisation({
  name: "Cáritas Refuge Council",
  names: [{ language: "ar", name: "مجلس اللاجئين" }],
  countries: ["KE", "GB"],
  objectives: [7],
  identifiers: [{ scheme: "GB-CHC", value: "1096908" }],
  lastConfirmedOn: "2026-06-01",
});
const hidden = buildOrganisation({ id: undefined, name: "Harbour Shelter", countries: ["GB"] });
hidden.payload["protection"] = { audience: "NOBODY", organisations: [hidden.id], networks: [] };
const network = buildNetwork();
const group = buildWorkingGroup();
const closed = buildWorkingGroup({
  protection: { audience: "ORGANISATION", organisations: [refuge.id], networks: [] },
});

beforeAll(async () => {
  await tellAll(
    harness,
    ...[harbour, refuge, hidden, network, group, closed],
    buildNetworkMember({ network: network.id, organisation: harbour.id }),
    buildNetworkMember({ network: network.id, organisation: refuge.id, endDate: "2021-01-01" }),
    buildSeat({ group: group.id, organisation: refuge.id }),
    buildSeat({ group: closed.id, organisation: refuge.id }),
    buildRelationship({ source: harbour.id, target: refuge.id, type: "FUNDS" }),
    buildPractice({ implementers: [refuge.id] }),
    buildMeeting({
      network: network.id,
      attended: [harbour.id],
      protection: { audience: "PUBLIC", organisations: [], networks: [network.id] },
    }),
  );
});

const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const search = async (variables: object) => {
  const { data, errors } = await harness.execute(SEARCH, { ...variables });
  expect(errors).toBeUndefined();
  return data.searchOrganisations;
};
const ids = async (variables: object) =>
  (await search(variables)).nodes.map(({ id }: { id: string }) => id);

describe("text", () => {
  it("folds case and accents", async () => {
    expect(await ids({ text: "CARITAS refuge" })).toEqual([refuge.id]);
  });

  it("forgives a misspelling", async () => {
    expect(await ids({ text: "refuge counsil" })).toEqual([refuge.id]);
  });

  it("finds other names in other scripts", async () => {
    expect(await ids({ text: "اللاجئين" })).toEqual([refuge.id]);
  });

  it("puts an acronym first", async () => {
    expect((await ids({ text: "ha" }))[0]).toBe(harbour.id);
  });

  it("finds by a former name, and puts what nobody has confirmed for long below its like", async () => {
    const [stale, fresh, former] = [
      { createdAt: "2019-01-01T00:00:00.000Z", lastConfirmedOn: "2020-01-01" },
      { createdAt: "2019-01-01T00:00:00.000Z", lastConfirmedOn: daysAgo(30) },
      {
        name: "Renamed Institute",
        otherNames: [{ name: "Lantern Québec", until: "2020-01-01" }],
        createdAt: `${daysAgo(30)}T00:00:00.000Z`,
      },
    ].map((told) => buildOrganisation({ name: "Lantern Quebec", ...told }));
    if (!stale || !fresh || !former) throw new Error("Three were built");
    await tellAll(harness, stale, fresh, former);
    expect(await ids({ text: "lantern quebec" })).toEqual([fresh.id, stale.id, former.id]);
    // It would be in the results of others.
    const gone = [stale, fresh, former].map(({ type, id }) => ({ type, id, payload: null }));
    await harness.tell("stakeholders", ...gone);
  });

  it("finds an identifier, with or without its scheme", async () => {
    expect(await ids({ text: "1096908" })).toEqual([refuge.id]);
    expect(await ids({ text: "gb-chc:1096908" })).toEqual([refuge.id]);
    expect(await ids({ text: "GB-CHC-1096908" })).toEqual([refuge.id]);
  });

  it("does not take % for a wildcard", async () => {
    expect(await ids({ text: "h%r" })).toEqual([harbour.id]);
    expect(await ids({ text: "har%aid" })).toEqual([harbour.id]);
    expect(await ids({ text: "%" })).toEqual(await ids({}));
  });
});

describe("filters", () => {
  it.each([
    ["anyOf", { objectives: { anyOf: [8, 9] } }, [harbour]],
    ["allOf", { objectives: { allOf: [7, 8] } }, [harbour]],
    ["noneOf", { objectives: { noneOf: [8] } }, [refuge]],
    ["two facets together", { objectives: { anyOf: [7] }, countries: { anyOf: ["KE"] } }, [refuge]],
    ["a membership of today", { networks: { anyOf: [network.id] } }, [harbour]],
    ["no membership of today", { networks: { noneOf: [network.id] } }, [refuge]],
    ["a seat", { workingGroups: { allOf: [group.id] } }, [refuge]],
    ["a seat in a group that is hidden", { workingGroups: { anyOf: [closed.id] } }, []],
    ["a published practice", { publishedPracticeSince: "2026-01-15" }, [refuge]],
    ["a practice published before", { publishedPracticeSince: "2026-03-01" }, []],
    ["confirmed since", { confirmedSince: "2026-06-01" }, [refuge]],
    ["related to", { relatedTo: { organisation: harbour.id } }, [refuge]],
    ["related by another type", { relatedTo: { organisation: harbour.id, types: ["HOSTS"] } }, []],
    ["not related to", { relatedTo: { organisation: harbour.id, isExcluded: true } }, [harbour]],
    ["met, for somebody outside", { metSince: "2026-01-01" }, []],
  ])("keeps %s", async (_name, filter, kept) => {
    expect(await ids({ filter })).toEqual(kept.map(({ id }) => id));
  });

  it("tells who was at a meeting only to those who belong there", async () => {
    const viewer = buildViewer({ networks: [{ id: network.id, role: "MEMBER" }] });
    expect(await ids({ viewer, filter: { metSince: "2026-01-01" } })).toEqual([harbour.id]);
    expect(await ids({ viewer, filter: { notMetSince: "2026-01-01" } })).toEqual([refuge.id]);
  });
});

it("keeps those in a group where an organisation of the viewer's sits", async () => {
  const viewer = buildViewer({ organisations: [{ id: refuge.id, role: "EDITOR" }] });
  expect(await ids({ viewer, filter: { inMyWorkingGroups: true } })).toEqual([refuge.id]);
  expect(await ids({ viewer, filter: { inMyWorkingGroups: false } })).toEqual([harbour.id]);
  expect(await ids({ filter: { inMyWorkingGroups: true } })).toEqual([]);
});

it("counts every facet, hidden organisations and groups left out", async () => {
  const { totalCount, facets } = await search({ first: 0 });
  expect(totalCount).toBe(2);
  expect(facets).toEqual({
    objectives: [
      { value: "7", count: 2 },
      { value: "8", count: 1 },
    ],
    countries: [
      { value: "GB", count: 2 },
      { value: "KE", count: 1 },
    ],
    categories: [{ value: "civil-society", count: 2 }],
    networks: [{ value: network.id, count: 1 }],
    workingGroups: [{ value: group.id, count: 1 }],
  });
});

it("finds hidden organisations for an administrator", async () => {
  expect(await ids({ viewer: admin, text: "harbour" })).toEqual([harbour.id, hidden.id]);
});

it("walks the result by cursors, in every order", async () => {
  for (const sort of ["RELEVANCE", "NAME", "RECENTLY_CONFIRMED", "NEWEST"]) {
    const all = await ids({ sort, viewer: admin });
    const one = await search({ sort, viewer: admin, first: 1 });
    const rest = await ids({ sort, viewer: admin, after: one.pageInfo.endCursor });
    expect([one.nodes[0].id, ...rest]).toEqual(all);
  }
});

it("refuses a text or a list that is too long", async () => {
  const { errors } = await harness.execute(SEARCH, { text: "a".repeat(201) });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "text" });
  const anyOf = Array.from({ length: 101 }, (_, index) => index);
  const long = await harness.execute(SEARCH, { filter: { objectives: { anyOf } } });
  expect(long.errors?.[0]?.extensions).toMatchObject({ field: "filter.objectives.anyOf" });
});

it.each([
  ["filter.sectors.anyOf", { sectors: { anyOf: ["\0"] } }],
  ["filter.networks.noneOf", { networks: { noneOf: ["x".repeat(301)] } }],
  ["filter.relatedTo.organisation", { relatedTo: { organisation: "\0" } }],
  ["filter.relatedTo.types", { relatedTo: { organisation: harbour.id, types: ["\0"] } }],
])("refuses in %s what no record can hold", async (field, filter) => {
  const { errors } = await harness.execute(SEARCH, { filter });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
});

it("finds by another name, exact ones first", async () => {
  const named = buildOrganisation({
    name: "Zentrum",
    names: [{ language: "fr", name: "Refuge" }],
    objectives: [23],
  });
  await tellAll(harness, named);
  expect(await ids({ text: "refuge" })).toEqual([named.id, refuge.id]);
  await harness.tell("stakeholders", { ...named, payload: null });
});

it("takes three statements, however many are found", async () => {
  expect(await harness.sqlOf(() => search({}))).toHaveLength(3);
});
