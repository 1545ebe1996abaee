import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import {
  buildNetwork,
  buildOrganisation,
  buildRelationship,
  everybody,
  tellAll,
} from "../../test/factories.ts";
import { discovery } from "../definition.ts";
import { NetworkAnalysisThread } from "./network-analysis-thread.service.ts";
import type { NumberedNetwork } from "./network-analysis.value.ts";

const harness = createHarness(discovery);
const METRICS = `query ($filter: OrganisationSearchFilter, $for: ID, $by: NetworkMetric, $first: Int, $after: String) {
  networkMetrics(filter: $filter, edgeTypes: [RELATIONSHIP], forMembersOf: $for) {
    computedAt asOf nodeCount tieCount density reciprocity componentCount communityCount modularity
    isSampled sampleSize
    nodes(by: $by, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id degree closeness betweenness eigenvector pageRank community x y node { __typename } }
    }
    isolates { nodes { id } } bridges { nodes { source target } }
  }
}`;

/** Two triangles, `a b c` and `d e f`, held together by `c d`; and somebody alone. */
const [a, b, c, d, e, f, alone] = Array.from({ length: 7 }, (_, at) =>
  buildOrganisation({ id: `org_0000000000000000000000000${at}`, name: `Organisation ${at}` }),
).map(({ id }) => id) as [string, string, string, string, string, string, string];
const organisations = [a, b, c, d, e, f, alone].map((id) => buildOrganisation({ id }));
const network = buildNetwork();
const secret = {
  ...everybody,
  audience: "NETWORK",
  networks: [network.id],
};
const tie = (source: string, target: string, overrides = {}) =>
  buildRelationship({ source, target, ...overrides });
const pairs = [a, b, c].flatMap((id, at) => [
  tie(id, [b, c, a][at] ?? ""),
  tie([d, e, f][at] ?? "", [e, f, d][at] ?? ""),
]);

beforeAll(() =>
  tellAll(
    harness,
    network,
    ...organisations,
    ...pairs,
    tie(c, d),
    tie(b, a, { type: "FUNDS" }),
    tie(a, f, { protection: secret }),
  ),
);

const metrics = async (variables: { viewer?: Viewer | null } & Record<string, unknown> = {}) => {
  const { data, errors } = await harness.execute(METRICS, variables);
  expect(errors).toBeUndefined();
  return data.networkMetrics;
};
const member = buildViewer({ networks: [{ id: network.id, role: "MEMBER" }] });

it("tells what the ties add up to, and who holds the network together", async () => {
  const found = await metrics();
  expect(found).toMatchObject({
    nodeCount: 7,
    tieCount: 8,
    density: 0.333333,
    reciprocity: 0.25,
    componentCount: 2,
    communityCount: 3,
    isSampled: false,
    sampleSize: null,
    isolates: { nodes: [{ id: alone }] },
    bridges: { nodes: [{ source: c, target: d }] },
  });
  const { nodes } = found.nodes;
  expect(nodes.slice(0, 2)).toEqual([
    expect.objectContaining({ id: c, degree: 3, betweenness: 0.4 }),
    expect.objectContaining({ id: d, degree: 3, betweenness: 0.4 }),
  ]);
  // Five others at distances 1, 1, 1, 2 and 2, of six.
  expect(nodes[0].closeness).toBeCloseTo((5 / 7) * (5 / 6), 5);
  const ranks = nodes.map(({ pageRank }: { pageRank: number }) => pageRank);
  expect(ranks.reduce((sum: number, rank: number) => sum + rank, 0)).toBeCloseTo(1, 3);
  const of = new Map(
    nodes.map((node: { id: string; community: number }) => [node.id, node.community]),
  );
  expect([of.get(a), of.get(d)]).toEqual([of.get(b), of.get(e)]);
  expect(of.get(a)).not.toBe(of.get(d));
  expect(nodes.every(({ x, y }: { x: number; y: number }) => Number.isFinite(x + y))).toBe(true);
});

it("keeps what it computed for as long as nothing has changed, and no longer", async () => {
  const first = await metrics();
  expect(await metrics()).toEqual(first);
  const more = tie(alone, a);
  await tellAll(harness, more);
  const second = await metrics();
  expect(second).toMatchObject({ componentCount: 1, isolates: { nodes: [] } });
  expect(Date.parse(second.computedAt)).toBeGreaterThan(Date.parse(first.computedAt));
  await harness.tell("stakeholders", { type: "Relationship", id: more.id, payload: null });
});

it("is the same for everybody: what only some may see goes into nobody's numbers", async () => {
  expect(await metrics({ viewer: admin })).toEqual(await metrics());
  expect(await metrics({ viewer: member })).toEqual(await metrics());
});

it("is computed with the eyes of a network's members for those who belong to it", async () => {
  expect(await metrics({ viewer: member, for: network.id })).toMatchObject({
    tieCount: 9,
    bridges: { nodes: [] },
  });
  expect(await metrics({ for: network.id })).toBeNull();
  expect(await metrics({ viewer: buildViewer(), for: network.id })).toBeNull();
});

it("keeps numbers alone, and no id", async () => {
  await metrics();
  const rows = await harness
    .db()
    .query("SELECT to_jsonb(t)::text AS text FROM network_analysis AS t");
  expect(rows.length).toBeGreaterThan(0);
  for (const { text } of rows) expect(text).not.toContain("org_");
});

it.each(["DEGREE", "CLOSENESS", "BETWEENNESS", "EIGENVECTOR", "PAGE_RANK"])(
  "pages through all nodes by %s, each once",
  async (by) => {
    const whole = await metrics({ by });
    const first = await metrics({ by, first: 3 });
    const after = first.nodes.pageInfo.endCursor;
    const rest = await metrics({ by, first: 10, after });
    expect([...first.nodes.nodes, ...rest.nodes.nodes]).toEqual(whole.nodes.nodes);
    expect(rest.nodes).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: false } });
  },
);

it("has nothing to tell of a network without ties, or without anybody", async () => {
  expect(await metrics({ filter: { countries: { anyOf: ["KE"] } } })).toMatchObject({
    nodeCount: 0,
    density: 0,
    reciprocity: null,
    componentCount: 0,
    nodes: { nodes: [] },
  });
});

/** A ring, of which every node is worth the same. */
const ring = (size: number): NumberedNetwork => ({
  size,
  ties: Array.from({ length: size }, (_, at) => [at, (at + 1) % size, true] as const),
});

it("lets only a few wait for their turn", async () => {
  const thread = new NetworkAnalysisThread();
  const all = await Promise.allSettled([3, 4, 5, 6, 7].map((size) => thread.analyse(ring(size))));
  const refused = all.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toEqual([
    expect.objectContaining({ extensions: { code: "SERVICE_UNAVAILABLE" } }),
  ]);
});

it("estimates from a sample above 2,000 nodes, and says so", async () => {
  const thread = new NetworkAnalysisThread();
  const [whole, sampled] = [await thread.analyse(ring(2_000)), await thread.analyse(ring(2_001))];
  expect([whole.sample, sampled.sample]).toEqual([null, 400]);
  const mean = ({ nodes }: typeof whole) =>
    nodes.reduce((sum, { betweenness }) => sum + betweenness, 0) / nodes.length;
  expect(mean(sampled) / mean(whole)).toBeCloseTo(1, 2);
  expect(sampled.nodes[7]?.closeness).toBeCloseTo(whole.nodes[7]?.closeness ?? 0, 4);
}, 60_000);
