import { registerEnumType } from "type-graphql";

export enum NetworkMetric {
  DEGREE = "DEGREE",
  CLOSENESS = "CLOSENESS",
  BETWEENNESS = "BETWEENNESS",
  EIGENVECTOR = "EIGENVECTOR",
  PAGE_RANK = "PAGE_RANK",
}

registerEnumType(NetworkMetric, {
  name: "NetworkMetric",
  description: "By which number the nodes of a network are ranked.",
  valuesConfig: {
    DEGREE: { description: "To how many others it is tied." },
    CLOSENESS: { description: "How near all others are." },
    BETWEENNESS: { description: "How many of the shortest ways lead through it." },
    EIGENVECTOR: { description: "To how well tied ones it is tied." },
    PAGE_RANK: { description: "How often one comes by who follows ties at random." },
  },
});
