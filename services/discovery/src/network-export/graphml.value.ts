import { type ExportedGraph, nodeFacts } from "./exported-graph.value.ts";
import { xmlText } from "./xml-text.value.ts";

/** What is told of nodes and of edges, all of it text. */
const KEYS = {
  node: ["label", "kind", "networkKind", "countries"],
  edge: ["label", "kind", "startDate", "endDate", "evidenceCount", "inheritedFrom"],
} as const;

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`;

/** GraphML 1.0 (graphml.graphdrawing.org): several ties between the same two are several edges. */
export function graphml({ nodes, edges }: ExportedGraph): string {
  const keys = [...declared("node"), ...declared("edge")];
  const nodeLines = nodes.map(
    (node) =>
      `    <node id="${xmlText(node.id)}">${data("node", { label: node.label, ...nodeFacts(node) })}</node>`,
  );
  const edgeLines = edges.map(({ id, source, target, ...told }) => {
    const ends = `source="${xmlText(source)}" target="${xmlText(target)}"`;
    return `    <edge id="${xmlText(id)}" ${ends}>${data("edge", told)}</edge>`;
  });
  const graph = ['  <graph edgedefault="directed">', ...nodeLines, ...edgeLines, "  </graph>"];
  return [HEAD, ...keys, ...graph, "</graphml>", ""].join("\n");
}

const declared = (of: keyof typeof KEYS): string[] =>
  KEYS[of].map(
    (name) => `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="string"/>`,
  );

/** What is not known is left out. */
const data = (of: keyof typeof KEYS, told: Readonly<Record<string, string | null>>): string =>
  KEYS[of]
    .filter((name) => told[name] != null)
    .map((name) => `<data key="${of}-${name}">${xmlText(told[name] ?? "")}</data>`)
    .join("");
