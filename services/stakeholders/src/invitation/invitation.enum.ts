import { registerEnumType } from "type-graphql";

/** What has become of an invitation. */
export enum InvitationState {
  OPEN = "OPEN",
  EXPIRED = "EXPIRED",
  REVOKED = "REVOKED",
  ACCEPTED = "ACCEPTED",
  REFUSED = "REFUSED",
}

registerEnumType(InvitationState, {
  name: "InvitationState",
  description: "What has become of an invitation.",
  valuesConfig: {
    OPEN: { description: "Its link is good." },
    EXPIRED: { description: "Nobody has accepted it in time; it can be sent again." },
    REVOKED: { description: "It was taken back." },
    ACCEPTED: { description: "Whoever accepted it has become an owner of the organisation." },
    REFUSED: {
      description:
        "It gives nothing any more: somebody else owns the organisation, or that had left the network.",
    },
  },
});

/** What a program may want to tell apart, of what is wrong with a row. */
export enum InvitationProblemCode {
  ASKED_NOT_TO_BE_INVITED = "ASKED_NOT_TO_BE_INVITED",
}

registerEnumType(InvitationProblemCode, {
  name: "InvitationProblemCode",
  description: "What a program may want to tell apart, of what is wrong with a row.",
  valuesConfig: {
    ASKED_NOT_TO_BE_INVITED: {
      description:
        "Whoever reads mail there has stopped invitations, by the link of an earlier one. Write to them yourself.",
    },
  },
});
