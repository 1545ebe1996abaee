import { registerEnumType } from "type-graphql";

/** How the wording of a reference item was checked. */
export enum ReferenceStatus {
  FOUND = "FOUND",
  GENERAL = "GENERAL",
  INFERRED = "INFERRED",
  EDITORIAL = "EDITORIAL",
  PROPOSAL = "PROPOSAL",
}

registerEnumType(ReferenceStatus, {
  name: "ReferenceStatus",
  description: "How sure a piece of reference data is.",
  valuesConfig: {
    FOUND: { description: "Read in the source." },
    GENERAL: { description: "General knowledge: check it before you quote it." },
    INFERRED: { description: "Concluded from what was found." },
    EDITORIAL: { description: "Our own wording, never to be shown as a quotation." },
    PROPOSAL: { description: "A proposal that has no official source." },
  },
});
