import { registerEnumType } from "type-graphql";

/** As what a part of the network is written. */
export enum NetworkFileFormat {
  GRAPHML = "GRAPHML",
  GEXF = "GEXF",
  NODE_LINK = "NODE_LINK",
  NODES_CSV = "NODES_CSV",
  EDGES_CSV = "EDGES_CSV",
  POPOLO = "POPOLO",
  JSON_LD = "JSON_LD",
}

registerEnumType(NetworkFileFormat, {
  name: "NetworkFileFormat",
  description: "As what a part of the network is written.",
  valuesConfig: {
    GRAPHML: { description: "GraphML: yEd, Gephi, Cytoscape, igraph, NetworkX." },
    GEXF: { description: "GEXF 1.2, with a place for each node: Gephi." },
    NODE_LINK: { description: "JSON of nodes and links: NetworkX's node-link data, D3." },
    NODES_CSV: { description: "The nodes as a table, with an HXL row." },
    POPOLO: { description: "Popolo (popoloproject.com): organizations, and memberships for ties." },
    JSON_LD: { description: "JSON-LD with the words of schema.org." },
    EDGES_CSV: { description: "The ties as a table, with an HXL row." },
  },
});
