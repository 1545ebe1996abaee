import { registerEnumType } from "type-graphql";

export enum NetworkKind {
  COUNTRY = "COUNTRY",
  REGIONAL = "REGIONAL",
  GLOBAL = "GLOBAL",
}

registerEnumType(NetworkKind, {
  name: "NetworkKind",
  description: "How much of the world a network is for.",
  valuesConfig: {
    COUNTRY: { description: "One country." },
    REGIONAL: { description: "Several countries of a region." },
    GLOBAL: { description: "The world." },
  },
});
