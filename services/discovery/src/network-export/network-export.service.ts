import type { NetworkAnalysisService } from "../network-analysis/network-analysis.service.ts";
import type { FoundGraph } from "../network-graph/network-graph.service.ts";
import { type ExportedGraph, exportedTie } from "./exported-graph.value.ts";
import { gexf } from "./gexf.value.ts";
import { graphml } from "./graphml.value.ts";
import { NetworkFileFormat } from "./network-export.enum.ts";
import { edgesCsv, nodesCsv } from "./network-table.value.ts";
import { linkedData } from "./linked-data.value.ts";
import { nodeLink } from "./node-link.value.ts";
import { popolo } from "./popolo.value.ts";

interface Writing {
  readonly name: string;
  readonly mediaType: string;
  readonly write: (graph: ExportedGraph) => string;
}

/** A file, whole. */
export interface WrittenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

const CSV = "text/csv; charset=utf-8; header=present";

const WRITINGS: Readonly<Record<NetworkFileFormat, Writing>> = {
  GRAPHML: { name: "network.graphml", mediaType: "application/graphml+xml", write: graphml },
  GEXF: { name: "network.gexf", mediaType: "application/gexf+xml", write: gexf },
  NODE_LINK: { name: "network.json", mediaType: "application/json", write: nodeLink },
  NODES_CSV: { name: "network-nodes.csv", mediaType: CSV, write: nodesCsv },
  EDGES_CSV: { name: "network-edges.csv", mediaType: CSV, write: edgesCsv },
  POPOLO: { name: "network-popolo.json", mediaType: "application/json", write: popolo },
  JSON_LD: { name: "network.jsonld", mediaType: "application/ld+json", write: linkedData },
};

/** Writes what a viewer was answered already: it reads nothing, so it can tell nothing else. */
export class NetworkExportService {
  constructor(private readonly analyses: Pick<NetworkAnalysisService, "places">) {}

  /** @throws LIMIT_EXCEEDED, SERVICE_UNAVAILABLE where no places can be computed now. */
  async file(graph: FoundGraph, format: NetworkFileFormat): Promise<WrittenFile> {
    const { name, mediaType, write } = WRITINGS[format];
    const places = format === NetworkFileFormat.GEXF ? await this.analyses.places(graph) : [];
    return {
      name,
      mediaType,
      text: write({ nodes: graph.nodes, edges: graph.edges.map(exportedTie), places }),
    };
  }
}
