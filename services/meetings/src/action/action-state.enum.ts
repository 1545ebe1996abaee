import { registerEnumType } from "type-graphql";

export enum ActionState {
  OPEN = "OPEN",
  IN_PROGRESS = "IN_PROGRESS",
  DONE = "DONE",
  CANCELLED = "CANCELLED",
}

registerEnumType(ActionState, {
  name: "ActionState",
  description: "How far an action is.",
  valuesConfig: {
    OPEN: { description: "It waits to be done." },
    IN_PROGRESS: { description: "Somebody is at it." },
    DONE: { description: "It is done." },
    CANCELLED: { description: "Nobody does it any more." },
  },
});
