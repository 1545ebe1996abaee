import { registerEnumType } from "type-graphql";

export enum ProvenanceKind {
  ENTERED = "ENTERED",
  IMPORTED = "IMPORTED",
}

registerEnumType(ProvenanceKind, {
  name: "ProvenanceKind",
  description: "How something came into a record.",
  valuesConfig: {
    ENTERED: { description: "Somebody wrote it, perhaps from a source." },
    IMPORTED: { description: "A file brought it." },
  },
});
