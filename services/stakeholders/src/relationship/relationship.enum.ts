import { registerEnumType } from "type-graphql";

/** Reads as a sentence: source TYPE target. */
export enum RelationshipType {
  IMPLEMENTS_FOR = "IMPLEMENTS_FOR",
  FUNDS = "FUNDS",
  PARTNER = "PARTNER",
  MEMBER_OF_UMBRELLA = "MEMBER_OF_UMBRELLA",
  PARENT_OF = "PARENT_OF",
  HOSTS = "HOSTS",
  ACTS_ON_BEHALF_OF = "ACTS_ON_BEHALF_OF",
}

registerEnumType(RelationshipType, {
  name: "RelationshipType",
  description: "What two organisations are to each other. Reads as a sentence: source TYPE target.",
  valuesConfig: {
    IMPLEMENTS_FOR: { description: "The source carries out work for the target, which leads it." },
    FUNDS: { description: "The source gives money to the target." },
    PARTNER: { description: "They work together; both ways the same." },
    MEMBER_OF_UMBRELLA: { description: "The source is a member of the target, an umbrella." },
    PARENT_OF: { description: "The target is a part of the source." },
    HOSTS: { description: "The target has its seat, or its legal shelter, with the source." },
    ACTS_ON_BEHALF_OF: { description: "The source speaks for the target." },
  },
});

export enum RelationshipStatus {
  PROPOSED = "PROPOSED",
  CONFIRMED = "CONFIRMED",
  ENDED = "ENDED",
}

registerEnumType(RelationshipStatus, {
  name: "RelationshipStatus",
  description: "How far a relationship has come.",
  valuesConfig: {
    PROPOSED: { description: "One side says so; only the people of both sides see it." },
    CONFIRMED: { description: "Both sides say so, or a source that is named." },
    ENDED: { description: "It is history." },
  },
});
