import { MultiDirectedGraph } from "graphology";
import { write } from "graphology-gexf";
import { type ExportedGraph, nodeFacts } from "./exported-graph.value.ts";
import { sayable } from "./xml-text.value.ts";

interface NodeFacts {
  readonly label: string;
  readonly kind: string;
  readonly networkKind: string | null;
  readonly countries: string | null;
  readonly x: number;
  readonly y: number;
}

interface EdgeFacts {
  readonly label: string;
  readonly kind: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly evidenceCount: string | null;
  readonly inheritedFrom: string | null;
}

/** GEXF 1.2 (gexf.net), by graphology's writer: places and labels stand where Gephi looks for them. */
export function gexf({ nodes, edges, places }: ExportedGraph): string {
  const graph = new MultiDirectedGraph<NodeFacts, EdgeFacts>();
  const placeOf = new Map(places.map((place) => [place.id, place]));
  for (const node of nodes) {
    const { x = 0, y = 0 } = placeOf.get(node.id) ?? {};
    graph.addNode(node.id, { label: sayable(node.label), ...nodeFacts(node), x, y });
  }
  for (const { id, source, target, ...facts } of edges) {
    graph.addEdgeWithKey(id, source, target, facts);
  }
  return write(graph, {
    formatNode: (_id, { label, x, y, ...attributes }) => ({ label, attributes, viz: { x, y } }),
    formatEdge: (_id, { label, ...attributes }) => ({ label, attributes }),
  });
}
