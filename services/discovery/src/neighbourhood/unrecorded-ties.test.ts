import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import {
  buildNetwork,
  buildNetworkMember,
  buildOrganisation,
  buildPractice,
  buildRelationship,
  buildSeat,
  buildWorkingGroup,
  tellAll,
} from "../../test/factories.ts";
import { TIE } from "../../test/tie-model.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const AROUND = `query ($of: ID!, $edgeTypes: [TieKind!], $includeInherited: Boolean, $asOf: Date) {
  neighbourhood(of: $of, edgeTypes: $edgeTypes, includeInherited: $includeInherited, asOf: $asOf) {
    edges { ${TIE} } counts { recorded derived inherited }
  }
}`;

const [one, other, umbrella, roof] = ["1", "2", "3", "4"].map((at) =>
  buildOrganisation({ id: `org_0000000000000000000000000${at}`, name: `Organisation ${at}` }),
) as [Told, Told, Told, Told];
type Told = ReturnType<typeof buildOrganisation>;
const network = buildNetwork();
const groups = [buildWorkingGroup(), buildWorkingGroup()];
const closed = buildWorkingGroup({
  protection: { audience: "ORGANISATION", organisations: [one.id], networks: [] },
});
const members = buildNetworkMember({
  network: network.id,
  organisation: roof.id,
  role: "HOST",
  startDate: "2022-01-01",
});
const link = (source: Told, target: Told, startDate: string) =>
  buildRelationship({
    ...{ source: source.id, target: target.id, type: "MEMBER_OF_UMBRELLA", startDate },
  });
const links = [link(one, umbrella, "2020-01-01"), link(umbrella, roof, "2021-01-01")];
const seats = [one, other].flatMap(({ id }, at) =>
  [...groups, closed].map((group) =>
    buildSeat({ group: group.id, organisation: id, startDate: `202${at}-03-01` }),
  ),
);

beforeAll(() =>
  tellAll(
    harness,
    ...[one, other, umbrella, roof, network, ...groups, closed, members, ...links, ...seats],
    buildPractice({ implementers: [one.id], partners: [other.id], startDate: "2019-05-01" }),
  ),
);

const around = async (variables: object) => {
  const { data, errors } = await harness.execute(AROUND, { of: one.id, ...variables });
  expect(errors).toBeUndefined();
  return data.neighbourhood;
};

it("derives ties of shared seats and practices, where asked, from what the viewer sees of them", async () => {
  const edgeTypes = ["SHARED_SEAT", "SHARED_PRACTICE"];
  const { edges, counts } = await around({ edgeTypes });
  const ends = { source: one.id, target: other.id, label: "SHARED", endDate: null };
  const marks = { derived: true, inherited: false, inheritedFrom: null };
  expect(edges).toEqual(
    [
      { kind: "SHARED_PRACTICE", startDate: "2019-05-01", evidenceCount: 1 },
      { kind: "SHARED_SEAT", startDate: "2021-03-01", evidenceCount: 2 },
    ].map((tie) => ({ id: `${tie.kind} ${one.id} ${other.id}`, ...ends, ...marks, ...tie })),
  );
  expect(counts).toEqual({ recorded: 0, derived: 2, inherited: 0 });
  const viewer = buildViewer({ organisations: [{ id: one.id, role: "EDITOR" }] });
  const inside = await around({ viewer, edgeTypes: ["SHARED_SEAT"] });
  expect(inside.edges).toMatchObject([{ evidenceCount: 3 }]);
  const before = await around({ edgeTypes, asOf: "2020-12-31" });
  expect(before.edges).toMatchObject([{ kind: "SHARED_PRACTICE" }]);
  expect((await around({})).counts).toMatchObject({ derived: 0, inherited: 0 });
});

it("inherits memberships over umbrellas, where asked, and names the one whose own it is", async () => {
  const { edges, counts } = await around({
    includeInherited: true,
    edgeTypes: ["NETWORK_MEMBERSHIP", "RELATIONSHIP"],
  });
  const inherited = edges.filter((edge: { inherited: boolean }) => edge.inherited);
  expect(inherited).toMatchObject([
    {
      ...{ id: `${one.id}^${members.id}`, source: one.id, target: network.id, label: "MEMBER" },
      ...{ startDate: "2022-01-01", inheritedFrom: { id: roof.id }, derived: false },
    },
    {
      ...{ source: one.id, target: roof.id, label: "MEMBER_OF_UMBRELLA" },
      ...{ startDate: "2021-01-01", inheritedFrom: { id: umbrella.id } },
    },
    { source: umbrella.id, target: network.id, inheritedFrom: { id: roof.id } },
  ]);
  expect(counts).toEqual({ recorded: 3, derived: 0, inherited: 3 });
});

it("finds by what is inherited, where the filter asks for it", async () => {
  const SEARCH = `query ($filter: OrganisationSearchFilter) {
    searchOrganisations(filter: $filter, sort: NAME) { nodes { id } } }`;
  const ids = async (filter: object) =>
    (await harness.execute(SEARCH, { filter })).data.searchOrganisations.nodes.map(
      ({ id }: { id: string }) => id,
    );
  const networks = { anyOf: [network.id] };
  expect(await ids({ networks })).toEqual([roof.id]);
  expect(await ids({ networks, includeInherited: true })).toEqual([one.id, umbrella.id, roof.id]);
  const relatedTo = { organisation: roof.id, types: ["MEMBER_OF_UMBRELLA"] };
  expect(await ids({ relatedTo })).toEqual([umbrella.id]);
  expect(await ids({ relatedTo, includeInherited: true })).toEqual([one.id, umbrella.id]);
});
