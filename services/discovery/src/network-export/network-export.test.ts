import { Readable } from "node:stream";
import { openCsv } from "@convene/shared/table/open-csv";
import { unguarded } from "@convene/shared/table/csv-text";
import { createHarness } from "@convene/shared/testing/harness";
import { newId } from "@convene/shared/type-id";
import fc from "fast-check";
import { MultiGraph } from "graphology";
import { parse as readGexf } from "graphology-gexf";
import { parse as readGraphml } from "graphology-graphml";
import type { AbstractGraph } from "graphology-types";
import {
  buildNetwork,
  buildNetworkMember,
  buildOrganisation,
  buildRelationship,
  everybody,
  tellAll,
} from "../../test/factories.ts";
import { IDS, runs } from "../../test/generated-network.ts";
import { discovery } from "../definition.ts";
import type { LabelledNode } from "../network-graph/network-graph.repository.ts";
import { TieKind } from "../tie/tie.enum.ts";
import { type ExportedGraph, nodeKind } from "./exported-graph.value.ts";
import { gexf } from "./gexf.value.ts";
import { graphml } from "./graphml.value.ts";
import { edgesCsv, nodesCsv } from "./network-table.value.ts";
import { linkedData } from "./linked-data.value.ts";
import { nodeLink } from "./node-link.value.ts";
import { popolo } from "./popolo.value.ts";

const harness = createHarness(discovery);
const FILES = `query ($filter: OrganisationSearchFilter) {
  networkGraph(filter: $filter) {
    nodes { id label } edges { id kind label source target startDate endDate } places { id x y }
    graphml: file(format: GRAPHML) { name mediaType text }
    gexf: file(format: GEXF) { text } nodeLink: file(format: NODE_LINK) { text }
    nodesCsv: file(format: NODES_CSV) { text } edgesCsv: file(format: EDGES_CSV) { text }
    popolo: file(format: POPOLO) { text } linkedData: file(format: JSON_LD) { text }
  }
}`;

const SIGNS = /\]\]>|./gsu;
const signs = "aé中🙂 ,;\"'\n\t<>&=+-@#]]>".match(SIGNS) ?? [];
const label = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 12 });
const id = fc.constantFrom(...IDS.org, ...IDS.grp, ...IDS.net, ...IDS.prc);
const day = fc.constantFrom("2020-02-29", "2999-01-01", null);
const area = fc.record({
  networkKind: fc.constantFrom("REGIONAL", "GLOBAL"),
  countries: fc.subarray(["KE", "UG", "GB"]),
});
const place = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Networks alone tell for how much of the world they are. */
const labelled = ({ id, label, area }: LabelledNode & { readonly area: object }): LabelledNode => ({
  ...{ id, label },
  ...(id.startsWith("net") && area),
});

/** Any: several ties between the same two, and of one with itself. */
const exported: fc.Arbitrary<ExportedGraph> = fc
  .uniqueArray(fc.record({ id, label, area, x: place, y: place }), {
    minLength: 1,
    selector: (node) => node.id,
  })
  .chain((all) => {
    const end = fc.constantFrom(...all.map((node) => node.id));
    const kind = fc.constantFrom(...Object.values(TieKind));
    const ends = { source: end, target: end, startDate: day, endDate: day };
    const evidenceCount = fc.constantFrom("1", "12", null);
    const facts = { kind, label, evidenceCount, inheritedFrom: fc.option(id) };
    const tie = fc.record({ id: fc.uuid(), ...facts, ...ends });
    return fc.record({
      nodes: fc.constant(all.map(labelled)),
      places: fc.constant(all.map((node) => ({ id: node.id, x: node.x, y: node.y }))),
      edges: fc.uniqueArray(tie, { selector: (one) => one.id, maxLength: 12 }),
    });
  });

type Json = Awaited<ReturnType<typeof harness.execute>>["data"];

interface Read {
  readonly nodes: object[];
  readonly edges: object[];
}

const without = (told: object): object =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
/** Several countries are told as a list, or in one text. */
const noded = ({ id, label, kind, networkKind = null, countries = null }: Json): object => ({
  ...{ id, label, kind },
  ...(networkKind !== null && { networkKind, countries: [countries ?? []].flat().join(";") }),
});
const told = ({ nodes, edges }: Pick<ExportedGraph, "nodes" | "edges">): Read => ({
  nodes: nodes.map((node) => noded({ ...node, kind: nodeKind(node.id) })),
  edges: edges.map(without),
});

/** What a program holds that has read a file of a graph. */
const held = (graph: AbstractGraph): Read => ({
  nodes: graph.mapNodes((key, attributes) => noded({ ...attributes, id: key })),
  edges: graph.mapEdges((key) => ({
    id: key,
    ...graph.getEdgeAttributes(key),
    source: graph.source(key),
    target: graph.target(key),
  })),
});
const placesIn = (graph: AbstractGraph) => graph.mapNodes((key, { x, y }) => ({ id: key, x, y }));

/** By its titles; blank is null. */
async function table(text: string): Promise<Record<string, string | null>[]> {
  const { columns, rows } = await openCsv(Readable.from([Buffer.from(text)]));
  const read: Record<string, string | null>[] = [];
  for await (const { cells } of rows) {
    const cell = (at: number) => unguarded(cells[at] ?? "") || null;
    read.push(Object.fromEntries(columns.map(({ title }, at) => [title, cell(at)])));
  }
  return read;
}

const nodedRow = ({ network_kind: networkKind, ...row }: Record<string, string | null>) =>
  noded({ ...row, networkKind });
const tied = (row: Record<string, string | null>) =>
  without({
    id: row["id"],
    kind: row["kind"],
    label: row["relation"],
    source: row["source_id"],
    target: row["target_id"],
    startDate: row["start_date"],
    endDate: row["end_date"],
    evidenceCount: row["evidence_count"],
    inheritedFrom: row["inherited_from"],
  });

const popoloTie = ({ id, kind, role, member, organization_id, ...rest }: Json) => ({
  ...{ id, kind, label: role, source: member.id, target: organization_id },
  ...without({
    ...{ startDate: rest.start_date ?? null, endDate: rest.end_date ?? null },
    evidenceCount: rest.evidence_count ?? null,
    inheritedFrom: rest.inherited_from ?? null,
  }),
});
const roleTie = ({ identifier, additionalType, roleName, member, memberOf, ...rest }: Json) => ({
  ...{ id: identifier, kind: additionalType, label: roleName },
  ...{ source: member["@id"].slice(1), target: memberOf["@id"].slice(1) },
  ...without({
    ...{ startDate: rest.startDate ?? null, endDate: rest.endDate ?? null },
    evidenceCount: rest.evidenceCount ?? null,
    inheritedFrom: rest.inheritedFrom ?? null,
  }),
});

function readJson(files: Record<"popolo" | "linkedData", string>) {
  const { organizations, memberships }: Json = JSON.parse(files.popolo);
  const { "@graph": things }: Json = JSON.parse(files.linkedData);
  const isRole = (one: Json) => one["@type"] === "OrganizationRole";
  return {
    popolo: {
      nodes: organizations.map(({ name, classification, network_kind, ...rest }: Json) =>
        noded({ ...rest, label: name, kind: classification, networkKind: network_kind }),
      ),
      edges: memberships.map(popoloTie),
    },
    linkedData: {
      nodes: things
        .filter((one: Json) => !isRole(one))
        .map(({ identifier, name, additionalType, networkKind, areaServed = [] }: Json) =>
          noded({
            ...{ id: identifier, label: name, kind: additionalType, networkKind },
            countries: areaServed.map((country: Json) => country.identifier),
          }),
        ),
      edges: things.filter(isRole).map(roleTie),
    },
  };
}

type Files = Record<
  "graphml" | "gexf" | "nodeLink" | "nodes" | "edges" | "popolo" | "linkedData",
  string
>;

async function readBack(files: Files) {
  const link = JSON.parse(files.nodeLink) as {
    nodes: Json[];
    links: ({ key: string } & Record<string, string | null>)[];
  };
  return {
    graphml: held(readGraphml(MultiGraph, files.graphml)),
    gexf: held(readGexf(MultiGraph, files.gexf)),
    nodeLink: {
      nodes: link.nodes.map(noded),
      edges: link.links.map(({ key, ...edge }) => without({ id: key, ...edge })),
    },
    ...readJson(files),
    csv: {
      nodes: (await table(files.nodes)).map(nodedRow),
      edges: (await table(files.edges)).map(tied),
    },
  };
}

it("loses nothing that is read back, whatever things are called", async () => {
  const property = fc.asyncProperty(exported, async (graph) => {
    const files = {
      graphml: graphml(graph),
      gexf: gexf(graph),
      nodeLink: nodeLink(graph),
      nodes: nodesCsv(graph),
      edges: edgesCsv(graph),
      popolo: popolo(graph),
      linkedData: linkedData(graph),
    };
    const expected = told(graph);
    expect(await readBack(files)).toEqual({
      graphml: expected,
      gexf: expected,
      nodeLink: expected,
      csv: expected,
      popolo: expected,
      linkedData: expected,
    });
    const drawn = readGexf(MultiGraph, files.gexf);
    expect(placesIn(drawn)).toEqual(
      graph.places.map(({ id, x, y }) => ({ id, x: x + 0, y: y + 0 })),
    );
  });
  await fc.assert(property, runs(100));
});

it("guards what a spreadsheet would compute, and leaves out what XML cannot hold", () => {
  const [one = ""] = IDS.org;
  const label = "=HYPERLINK(\u0000\u001b)\ud800";
  const graph = { nodes: [{ id: one, label }], edges: [], places: [] };
  expect(nodesCsv(graph).split("\r\n").slice(0, 2)).toEqual([
    "id,label,kind,network_kind,countries",
    "#meta+id,#meta+name,#meta+type,#meta+type+network,#country+code",
  ]);
  expect(nodesCsv(graph)).toContain(`,'=HYPERLINK(`);
  for (const text of [graphml(graph), gexf(graph)])
    expect(text).toMatch(/"=HYPERLINK\(\)"|>=HYPERLINK\(\)</);
});

it("writes what the viewer is answered, and nothing of what is hidden from them", async () => {
  const [a, b] = [newId("org"), newId("org")];
  const hidden = buildOrganisation({
    name: "Hidden House",
    protection: { ...everybody, audience: "NOBODY" },
  });
  const ties = [a, hidden.id].map((source) => buildRelationship({ source, target: b }));
  const named = [a, b].map((id, at) => buildOrganisation({ id, name: `Aid & <Co> ${at}` }));
  const network = buildNetwork({ kind: "REGIONAL", countries: ["KE", "UG"] });
  const belonging = buildNetworkMember({ organisation: a, network: network.id });
  await tellAll(harness, ...named, hidden, network, ...ties, belonging);
  const { data, errors } = await harness.execute(FILES);
  expect(errors).toBeUndefined();
  const { nodes, edges, places, ...files } = data.networkGraph;
  expect(nodes).toHaveLength(3);
  expect(edges).toHaveLength(2);
  expect(JSON.stringify(files)).not.toContain(hidden.id);
  expect(JSON.stringify(files)).not.toContain("Hidden House");
  expect(files.graphml).toMatchObject({
    name: "network.graphml",
    mediaType: "application/graphml+xml",
  });
  const read = await readBack({
    graphml: files.graphml.text,
    gexf: files.gexf.text,
    nodeLink: files.nodeLink.text,
    nodes: files.nodesCsv.text,
    edges: files.edgesCsv.text,
    popolo: files.popolo.text,
    linkedData: files.linkedData.text,
  });
  const area = { networkKind: "REGIONAL", countries: ["KE", "UG"] };
  const expected = told({
    nodes: nodes.map((node: Json) => labelled({ ...node, area })),
    edges,
  });
  for (const format of Object.values(read)) expect(format).toEqual(expected);
  const drawn = readGexf(MultiGraph, files.gexf.text);
  expect(placesIn(drawn)).toEqual(places);
});
