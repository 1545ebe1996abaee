import { registerEnumType } from "type-graphql";

/** By what it is told whether a quorum is met. */
export enum QuorumBasis {
  REPLIES = "REPLIES",
  ATTENDANCE = "ATTENDANCE",
}

registerEnumType(QuorumBasis, {
  name: "QuorumBasis",
  description: "By what it is told whether a quorum is met.",
  valuesConfig: {
    REPLIES: { description: "The meeting has not begun: by who says that they will come." },
    ATTENDANCE: { description: "It has begun: by who was there." },
  },
});
