import { registerEnumType } from "type-graphql";

export enum PracticeOrganisationRole {
  IMPLEMENTER = "IMPLEMENTER",
  PARTNER = "PARTNER",
}

registerEnumType(PracticeOrganisationRole, {
  name: "PracticeOrganisationRole",
  description: "What an organisation is to a practice.",
  valuesConfig: {
    IMPLEMENTER: { description: "Carries it out, and answers for what is said about it." },
    PARTNER: { description: "Supports it: as a partner on the ground, or as a donor." },
  },
});
