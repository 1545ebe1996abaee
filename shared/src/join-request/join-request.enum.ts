import { registerEnumType } from "type-graphql";

/** What has become of a request. */
export enum JoinRequestState {
  OPEN = "OPEN",
  APPROVED = "APPROVED",
  DECLINED = "DECLINED",
  WITHDRAWN = "WITHDRAWN",
}

/** What is said to it. */
export enum JoinDecision {
  APPROVE = "APPROVE",
  DECLINE = "DECLINE",
}

registerEnumType(JoinRequestState, {
  name: "JoinRequestState",
  description: "What has become of a request to join.",
  valuesConfig: {
    OPEN: { description: "Nobody has decided." },
    APPROVED: { description: "The organisation was taken in." },
    DECLINED: { description: "It was not, and told why." },
    WITHDRAWN: { description: "The organisation has taken it back." },
  },
});

registerEnumType(JoinDecision, {
  name: "JoinDecision",
  description: "What is said to a request to join.",
  valuesConfig: {
    APPROVE: { description: "The organisation is taken in, from today (UTC) on." },
    DECLINE: { description: "It is not; the reply says why." },
  },
});
