import { kindOf } from "../node/node.enum.ts";
import type { NodePlace } from "../network-analysis/network-analysis.value.ts";
import type { FoundTie } from "../tie/graph-tie.repository.ts";
import type { LabelledNode } from "../network-graph/network-graph.repository.ts";
import type { FoundGraph } from "../network-graph/network-graph.service.ts";

/** What is written to a file; places are for drawing, where there are any. */
export interface ExportedGraph extends Pick<FoundGraph, "nodes"> {
  readonly edges: readonly ExportedTie[];
  readonly places: readonly NodePlace[];
}

/** A tie as text alone. */
export interface ExportedTie extends Pick<FoundTie, "id" | "source" | "target" | "kind" | "label"> {
  readonly startDate: string | null;
  readonly endDate: string | null;
  /** On how much it stands, where it is derived. */
  readonly evidenceCount: string | null;
  /** The id of the umbrella, where it is inherited. */
  readonly inheritedFrom: string | null;
}

export const exportedTie = (tie: FoundTie): ExportedTie => ({
  id: tie.id,
  source: tie.source,
  target: tie.target,
  kind: tie.kind,
  label: tie.label,
  startDate: tie.startDate,
  endDate: tie.endDate,
  evidenceCount: tie.evidenceCount?.toString() ?? null,
  inheritedFrom: tie.inheritedFrom?.id ?? null,
});

const KINDS: Readonly<Record<string, string>> = {
  org: "Organisation",
  grp: "WorkingGroup",
  net: "Network",
  prc: "Practice",
};

/** What of a node is told as text besides its name; several values are joined by `;`. */
export const nodeFacts = ({ id, networkKind = null, countries = null }: LabelledNode) => ({
  kind: nodeKind(id),
  networkKind,
  countries: countries === null || countries.length === 0 ? null : countries.join(";"),
});

/** The type of a node in the graph, such as `Organisation`. */
export const nodeKind = (id: string): string => KINDS[kindOf(id) ?? ""] ?? "";
