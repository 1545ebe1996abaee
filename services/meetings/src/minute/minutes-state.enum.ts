import { registerEnumType } from "type-graphql";

export enum MinutesState {
  DRAFT = "DRAFT",
  CONCLUDED = "CONCLUDED",
  APPROVED = "APPROVED",
}

registerEnumType(MinutesState, {
  name: "MinutesState",
  description: "How far the minutes of a meeting are.",
  valuesConfig: {
    DRAFT: { description: "The meeting is not over, as far as its minutes tell." },
    CONCLUDED: { description: "The meeting is over; the minutes wait to be approved." },
    APPROVED: { description: "A later meeting has approved them: they change no more." },
  },
});
