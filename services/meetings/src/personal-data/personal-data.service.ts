import { type PersonalTable, SEEN_BY } from "@convene/shared/personal-data/personal-table";

/** Where something of a person stands in this service: agenda items are of organisations. */
export const personalData: readonly PersonalTable[] = [
  { table: "attendance", title: "attendance", person: ["person_id"] },
  {
    table: "availability",
    title: "hours",
    person: ["person_id"],
    // Whoever knows it reads the calendar.
    present: ["calendar_url"],
    isPrivate: true,
  },
  { table: "poll_invitation", title: "pollInvitations", person: ["person_id", "answered_by"] },
  {
    table: "poll_link",
    title: "pollLinks",
    person: ["person_id"],
    secret: ["token_hash"],
    isPrivate: true,
  },
  // What the clock on their wall showed tells their hours.
  { table: "burden_record", title: "burdens", person: ["person_id"], isPrivate: true },
  { table: "seat_replica", title: "seats", person: ["delegate_id", "alternate_id"] },
  { table: "person_replica", title: "replica", person: ["id"], secret: SEEN_BY },
];
