import { registerEnumType } from "type-graphql";

/** How far an activity is. */
export enum ActivityStatus {
  YET_TO_START = "YET_TO_START",
  ONGOING = "ONGOING",
  COMPLETED = "COMPLETED",
}

registerEnumType(ActivityStatus, {
  name: "ActivityStatus",
  description: "How far an activity of a workplan is.",
  valuesConfig: {
    YET_TO_START: { description: "Nobody has begun." },
    ONGOING: { description: "Somebody works on it." },
    COMPLETED: { description: "It is done." },
  },
});
