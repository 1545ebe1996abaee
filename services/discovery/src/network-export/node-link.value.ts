import { type ExportedGraph, nodeKind } from "./exported-graph.value.ts";

/** As NetworkX writes a graph (`node_link_data`), and D3 reads it; `key` tells parallel links apart. */
export const nodeLink = ({ nodes, edges }: ExportedGraph): string =>
  JSON.stringify({
    directed: true,
    multigraph: true,
    graph: {},
    nodes: nodes.map(({ id, label, networkKind, countries }) => ({
      ...{ id, label, kind: nodeKind(id) },
      ...(networkKind != null && { networkKind, countries }),
    })),
    links: edges.map(({ id, ...edge }) => ({ key: id, ...edge })),
  });
