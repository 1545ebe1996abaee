import { registerEnumType } from "type-graphql";

/** What the rows of a file are. */
export enum ImportKind {
  ORGANISATIONS = "ORGANISATIONS",
  PRESENCE = "PRESENCE",
  RELATIONSHIPS = "RELATIONSHIPS",
  ACTIVITIES = "ACTIVITIES",
  NETWORK = "NETWORK",
}

registerEnumType(ImportKind, {
  name: "ImportKind",
  description: "What the rows of a file are. Practices have `startPracticeImport`.",
  valuesConfig: {
    ORGANISATIONS: { description: "Organisations." },
    PRESENCE: { description: "Where known organisations work, and on what." },
    RELATIONSHIPS: { description: "What two known organisations are to each other." },
    ACTIVITIES: { description: "Who does what where (3W, 4W, 5W)." },
    NETWORK: {
      description:
        "Organisations and their relationships: GraphML, GEXF, node-link JSON, Popolo, JSON-LD, vCard, or a table of nodes or of ties as `networkGraph` writes it. At most 10 MB.",
    },
  },
});
