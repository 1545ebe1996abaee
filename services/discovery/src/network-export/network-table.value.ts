import { csvText } from "@convene/shared/table/csv-text";
import { type ExportedGraph, nodeFacts } from "./exported-graph.value.ts";

const NODES = [
  { title: "id", tag: "#meta+id" },
  { title: "label", tag: "#meta+name" },
  { title: "kind", tag: "#meta+type" },
  { title: "network_kind", tag: "#meta+type+network" },
  { title: "countries", tag: "#country+code" },
];

/** The hashtags of both ends are those by which a table of relationships is taken in. */
const EDGES = [
  { title: "id", tag: "#meta+id" },
  { title: "source_id", tag: "#meta+id+source" },
  { title: "source", tag: "#org+name+source" },
  { title: "target_id", tag: "#meta+id+target" },
  { title: "target", tag: "#org+name+target" },
  { title: "kind", tag: "#meta+type" },
  { title: "relation", tag: "#relation" },
  { title: "start_date", tag: "#date+start" },
  { title: "end_date", tag: "#date+end" },
  { title: "evidence_count", tag: "#meta+evidence" },
  { title: "inherited_from", tag: "#meta+umbrella" },
];

export const nodesCsv = ({ nodes }: ExportedGraph): string =>
  csvText(
    NODES,
    nodes.map((node) => {
      const { kind, networkKind, countries } = nodeFacts(node);
      return [node.id, node.label, kind, networkKind, countries];
    }),
  );

export function edgesCsv({ nodes, edges }: ExportedGraph): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const named = (id: string) => [id, labels.get(id) ?? ""];
  return csvText(
    EDGES,
    edges.map(({ id, source, target, kind, label, startDate, endDate, ...rest }) => [
      id,
      ...named(source),
      ...named(target),
      ...[kind, label, startDate, endDate],
      ...[rest.evidenceCount, rest.inheritedFrom],
    ]),
  );
}
