import { type PersonalTable, SEEN_BY } from "@convene/shared/personal-data/personal-table";

/** Where something of a person stands in this service. */
export const personalData: readonly PersonalTable[] = [
  { table: "seat", title: "seats", person: ["delegate_id", "alternate_id"] },
  { table: "group_transition", title: "stepsOfGroups", person: ["person_id"] },
  { table: "charter", title: "chartersAdopted", person: ["person_id"] },
  {
    table: "join_request",
    title: "requestsToJoin",
    person: ["person_id", "delegate_id", "decided_by_id"],
  },
  { table: "input_call", title: "callsOpened", person: ["person_id"] },
  { table: "call_answer", title: "callsAnswered", person: ["person_id"] },
  { table: "milestone_change", title: "milestonesChanged", person: ["person_id"] },
  { table: "person", title: "replica", person: ["id"], secret: SEEN_BY },
];
