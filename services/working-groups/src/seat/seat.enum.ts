import { registerEnumType } from "type-graphql";

/** What an organisation's seat in a group is. */
export enum SeatRole {
  CO_LEAD = "CO_LEAD",
  MEMBER = "MEMBER",
  OBSERVER = "OBSERVER",
}

registerEnumType(SeatRole, {
  name: "SeatRole",
  description: "What an organisation's seat in a working group is.",
  valuesConfig: {
    CO_LEAD: { description: "It leads the group, with the other co-leads." },
    MEMBER: { description: "It takes part in the group's work." },
    OBSERVER: { description: "It follows the group's work." },
  },
});
