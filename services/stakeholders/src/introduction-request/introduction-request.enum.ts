import { registerEnumType } from "type-graphql";

/** How far a request has come. */
export enum IntroductionState {
  ASKED = "ASKED",
  PASSED_ON = "PASSED_ON",
  ACCEPTED = "ACCEPTED",
  DECLINED = "DECLINED",
}

export enum IntroductionAnswer {
  ACCEPT = "ACCEPT",
  DECLINE = "DECLINE",
}

/** Whether it led anywhere. */
export enum IntroductionOutcome {
  YES = "YES",
  NOT_YET = "NOT_YET",
  NO = "NO",
}

registerEnumType(IntroductionState, {
  name: "IntroductionState",
  description: "How far a request to be introduced has come.",
  valuesConfig: {
    ASKED: { description: "It waits for the organisation that is to introduce." },
    PASSED_ON: { description: "It waits for the organisation that is sought." },
    ACCEPTED: { description: "Both have accepted." },
    DECLINED: { description: "One of the two has declined; which one is not told." },
  },
});

registerEnumType(IntroductionAnswer, {
  name: "IntroductionAnswer",
  description: "What is answered to a request to be introduced.",
  valuesConfig: {
    ACCEPT: { description: "It is passed on; or, by the one that is sought, it is welcome." },
    DECLINE: { description: "It goes no further." },
  },
});

registerEnumType(IntroductionOutcome, {
  name: "IntroductionOutcome",
  description: "Whether an introduction has led anywhere.",
  valuesConfig: {
    YES: { description: "The two do something together." },
    NOT_YET: { description: "It may still." },
    NO: { description: "It has come to nothing." },
  },
});
