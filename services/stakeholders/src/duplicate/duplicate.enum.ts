import { registerEnumType } from "type-graphql";

export enum DuplicateReason {
  NAME = "NAME",
  ACRONYM = "ACRONYM",
  WEBSITE = "WEBSITE",
  IDENTIFIER = "IDENTIFIER",
}

registerEnumType(DuplicateReason, {
  name: "DuplicateReason",
  description: "By what two records look like one organisation.",
  valuesConfig: {
    NAME: { description: "Their names are written alike (trigrams)." },
    ACRONYM: { description: "They have the same acronym." },
    WEBSITE: { description: "Their web addresses are of the same host." },
    IDENTIFIER: { description: "They have the same identifier, under different schemes." },
  },
});
