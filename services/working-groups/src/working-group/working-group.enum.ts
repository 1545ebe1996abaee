import { registerEnumType } from "type-graphql";

/** Where a working group stands in its life. */
export enum WorkingGroupState {
  PROPOSED = "PROPOSED",
  CHARTERED = "CHARTERED",
  ACTIVE = "ACTIVE",
  DORMANT = "DORMANT",
  CONCLUDED = "CONCLUDED",
}

registerEnumType(WorkingGroupState, {
  name: "WorkingGroupState",
  description: "Where a working group stands in its life.",
  valuesConfig: {
    PROPOSED: { description: "Somebody wishes it; nothing is decided." },
    CHARTERED: { description: "Its secretariat has set it up; it has not begun to work." },
    ACTIVE: { description: "At work, with at least one co-lead when it began." },
    DORMANT: { description: "At rest; it may take up its work again." },
    CONCLUDED: { description: "Its work is done, or was never begun." },
  },
});
