import { registerEnumType } from "type-graphql";

export enum PollStatus {
  OPEN = "OPEN",
  CLOSED = "CLOSED",
  FINALISED = "FINALISED",
}

registerEnumType(PollStatus, {
  name: "PollStatus",
  description: "How far a poll is.",
  valuesConfig: {
    OPEN: { description: "It can be answered until its deadline." },
    CLOSED: { description: "Its deadline has passed, or it was closed before: nobody answers." },
    FINALISED: { description: "A time was chosen, and the meeting is made." },
  },
});
