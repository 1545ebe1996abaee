import { registerEnumType } from "type-graphql";

export enum TieKind {
  RELATIONSHIP = "RELATIONSHIP",
  SEAT = "SEAT",
  NETWORK_MEMBERSHIP = "NETWORK_MEMBERSHIP",
  PRACTICE = "PRACTICE",
}

registerEnumType(TieKind, {
  name: "TieKind",
  description: "What ties two things of the network graph.",
  valuesConfig: {
    RELATIONSHIP: { description: "A relationship between two organisations." },
    SEAT: { description: "An organisation's seat in a working group." },
    NETWORK_MEMBERSHIP: { description: "An organisation's membership of a network." },
    PRACTICE: { description: "An organisation implements a practice, or is a partner in it." },
  },
});
