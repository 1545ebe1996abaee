import { registerEnumType } from "type-graphql";

/** Whether something was read in a source. */
export enum UnnmStatus {
  FOUND = "FOUND",
  NOT_FOUND = "NOT_FOUND",
}

registerEnumType(UnnmStatus, {
  name: "UnnmStatus",
  description: "Whether something of the reference list was read in a source.",
  valuesConfig: {
    FOUND: { description: "Read in the source that is named." },
    NOT_FOUND: { description: "Looked for, and missing in every source at hand." },
  },
});
