import { registerEnumType } from "type-graphql";

/** What has become of a request. */
export enum JoinRequestState {
  OPEN = "OPEN",
  APPROVED = "APPROVED",
  DECLINED = "DECLINED",
  WITHDRAWN = "WITHDRAWN",
}

/** What the group says to it. */
export enum JoinDecision {
  APPROVE = "APPROVE",
  DECLINE = "DECLINE",
}

registerEnumType(JoinRequestState, {
  name: "JoinRequestState",
  description: "What has become of a request to join a group.",
  valuesConfig: {
    OPEN: { description: "The group has not decided." },
    APPROVED: { description: "The organisation was given a seat." },
    DECLINED: { description: "The group said no, and why." },
    WITHDRAWN: { description: "The organisation has taken it back." },
  },
});

registerEnumType(JoinDecision, {
  name: "JoinDecision",
  description: "What a group says to a request.",
  valuesConfig: {
    APPROVE: { description: "The organisation gets a seat from today (UTC) on." },
    DECLINE: { description: "It gets none; the reply says why." },
  },
});
