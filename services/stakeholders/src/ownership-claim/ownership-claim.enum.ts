import { registerEnumType } from "type-graphql";

/** What has become of a claim. */
export enum OwnershipClaimState {
  OPEN = "OPEN",
  APPROVED = "APPROVED",
  DECLINED = "DECLINED",
}

/** What those who decide say to it. */
export enum OwnershipDecision {
  APPROVE = "APPROVE",
  DECLINE = "DECLINE",
}

registerEnumType(OwnershipClaimState, {
  name: "OwnershipClaimState",
  description: "What has become of a claim.",
  valuesConfig: {
    OPEN: { description: "Nobody has decided." },
    APPROVED: { description: "Whoever claimed the record owns it." },
    DECLINED: { description: "It was refused; the reply says why." },
  },
});

registerEnumType(OwnershipDecision, {
  name: "OwnershipDecision",
  description: "What is said to a claim.",
  valuesConfig: {
    APPROVE: { description: "Whoever claims the record becomes its owner, from today (UTC) on." },
    DECLINE: { description: "They do not; the reply says why." },
  },
});
