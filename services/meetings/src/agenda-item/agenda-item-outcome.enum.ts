import { registerEnumType } from "type-graphql";

export enum AgendaItemOutcome {
  DONE = "DONE",
  UNFINISHED = "UNFINISHED",
}

registerEnumType(AgendaItemOutcome, {
  name: "AgendaItemOutcome",
  description: "What became of an agenda item.",
  valuesConfig: {
    DONE: { description: "The meeting has dealt with it." },
    UNFINISHED: { description: "It goes on to the next meeting." },
  },
});
