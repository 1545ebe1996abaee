import { registerEnumType } from "type-graphql";

export enum StandingItem {
  WELCOME = "WELCOME",
  MINUTES_APPROVAL = "MINUTES_APPROVAL",
  ACTION_LOG = "ACTION_LOG",
  ROUND_TABLE = "ROUND_TABLE",
  NEXT_DATE = "NEXT_DATE",
}

registerEnumType(StandingItem, {
  name: "StandingItem",
  description: "What stands on every agenda of a series.",
  valuesConfig: {
    WELCOME: { description: "Welcome, and who is there; it opens the meeting." },
    MINUTES_APPROVAL: {
      description: "The minutes of the meeting before are approved; near the start.",
    },
    ACTION_LOG: { description: "What became of the actions; near the start." },
    ROUND_TABLE: { description: "News from everybody; near the end." },
    NEXT_DATE: { description: "When the next meeting is; it closes the meeting." },
  },
});
