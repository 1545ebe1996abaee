import { MultiDirectedGraph } from "graphology";
import { write } from "graphology-gexf";
import { type ExportedGraph, nodeKind } from "./exported-graph.value.ts";
import { sayable } from "./xml-text.value.ts";

interface NodeFacts {
  readonly label: string;
  readonly kind: string;
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
  for (const { id, label } of nodes) {
    const { x = 0, y = 0 } = placeOf.get(id) ?? {};
    graph.addNode(id, { label: sayable(label), kind: nodeKind(id), x, y });
  }
  for (const { id, source, target, ...facts } of edges) {
    graph.addEdgeWithKey(id, source, target, facts);
  }
  return write(graph, {
    formatNode: (_id, { label, kind, x, y }) => ({ label, attributes: { kind }, viz: { x, y } }),
    formatEdge: (_id, { label, ...attributes }) => ({ label, attributes }),
  });
}
