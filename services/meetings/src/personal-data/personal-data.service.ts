import { type PersonalTable, SEEN_BY } from "@convene/shared/personal-data/personal-table";

/** Where something of a person stands in this service: agenda items are of organisations. */
export const personalData: readonly PersonalTable[] = [
  // To others they are told nowhere what the Chatham House Rule may cover: who came, wrote, is to act.
  { table: "attendance", title: "attendance", person: ["person_id"], isPrivate: true },
  {
    table: "agenda_proposal",
    title: "agendaProposals",
    person: ["proposer_id"],
    isPrivate: true,
  },
  { table: "paper", title: "papers", person: ["owner_id"], isPrivate: true },
  { table: "paper_version", title: "papersSent", person: ["uploader_id"], isPrivate: true },
  {
    table: "paper_upload",
    title: "papersAwaited",
    person: ["uploader_id"],
    secret: ["upload_token"],
    isPrivate: true,
  },
  { table: "minutes_revision", title: "minutes", person: ["editor_id"], isPrivate: true },
  { table: "decision", title: "decisions", person: ["person_id"], isPrivate: true },
  { table: "action", title: "actions", person: ["person_id"], isPrivate: true },
  {
    table: "commitment_change",
    title: "statesSaid",
    person: ["changed_by_id"],
    isPrivate: true,
  },
  {
    table: "availability",
    title: "hours",
    person: ["person_id"],
    // Whoever knows it reads the calendar.
    present: ["calendar_url"],
    isPrivate: true,
  },
  {
    table: "interpretation_need",
    title: "interpretationNeeds",
    person: ["person_id", "recorded_by_id"],
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
  {
    table: "calendar_feed",
    title: "calendarFeeds",
    person: ["person_id"],
    secret: ["token_hash"],
    isPrivate: true,
  },
  {
    table: "calendar_invitation",
    title: "calendarInvitations",
    person: ["person_id"],
    isPrivate: true,
  },
  {
    table: "meeting_notice",
    title: "meetingNotices",
    within: ["people"],
    secret: ["people"],
    isPrivate: true,
  },
  // Under the Chatham House Rule nobody else is told.
  { table: "meeting_turn", title: "meetingTurns", person: ["holder_id"], isPrivate: true },
  { table: "rotation_holder", title: "rotations", person: ["holder_id"] },
  { table: "rotation", title: "rotationsBegun", person: ["last_id"] },
  { table: "seat_replica", title: "seats", person: ["delegate_id", "alternate_id"] },
  { table: "account_replica", title: "accountReplica", person: ["person_id"] },
  { table: "person_replica", title: "replica", person: ["id"], secret: SEEN_BY },
];
