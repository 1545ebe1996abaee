import { kindOf } from "../node/node.enum.ts";
import type { NodePlace } from "../network-analysis/network-analysis.value.ts";
import type { FoundGraph } from "../network-graph/network-graph.service.ts";

/** What is written to a file; places are for drawing, where there are any. */
export interface ExportedGraph extends FoundGraph {
  readonly places: readonly NodePlace[];
}

const KINDS: Readonly<Record<string, string>> = {
  org: "Organisation",
  grp: "WorkingGroup",
  net: "Network",
  prc: "Practice",
};

/** The type of a node in the graph, such as `Organisation`. */
export const nodeKind = (id: string): string => KINDS[kindOf(id) ?? ""] ?? "";
