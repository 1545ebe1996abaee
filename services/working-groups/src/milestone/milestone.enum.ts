import { registerEnumType } from "type-graphql";

/** What has become of a milestone. */
export enum MilestoneStatus {
  OPEN = "OPEN",
  REACHED = "REACHED",
  DROPPED = "DROPPED",
}

registerEnumType(MilestoneStatus, {
  name: "MilestoneStatus",
  description: "What has become of a milestone.",
  valuesConfig: {
    OPEN: { description: "It is still to be reached." },
    REACHED: { description: "It was reached." },
    DROPPED: { description: "The group has given it up." },
  },
});
