import { importPersonalData } from "@convene/shared/file-import/import-retention.repository";
import { type PersonalTable, SEEN_BY } from "@convene/shared/personal-data/personal-table";

/** Where something of a person stands in this service. */
export const personalData: readonly PersonalTable[] = [
  {
    table: "person",
    title: "profile",
    person: ["id"],
    // Which it is stands where mails are sent.
    present: ["mail_address"],
    secret: ["name_key", "listing_version", "role_organisations", ...SEEN_BY],
  },
  {
    table: "audience_change",
    title: "audienceChanges",
    person: ["person_id"],
    account: ["changed_by"],
  },
  { table: "role", title: "roles", person: ["person_id"] },
  { table: "network_member", title: "memberships", person: ["person_id"] },
  {
    table: "network_join_request",
    title: "requestsToJoinNetworks",
    person: ["person_id"],
    secret: ["decided_by_id"],
  },
  { table: "account", title: "accounts", person: ["person_id"], account: ["id"] },
  { table: "administrator", title: "administrators", person: ["person_id"], account: ["id"] },
  {
    table: "invitation",
    title: "invitations",
    person: ["accepted_by_id"],
    address: ["email"],
  },
  {
    table: "message",
    title: "messages",
    person: ["author_id", "from_id", "to_id"],
    secret: ["is_withheld"],
    isPrivate: true,
  },
  {
    table: "introduction_request",
    title: "introductions",
    person: ["author_id"],
    // Not who has blocked or reported them, nor which of the two has declined, nor what the other side told.
    secret: ["withheld_from", "is_taken_down", "passed_on_at", "target_outcome"],
    isPrivate: true,
  },
  { table: "message_block", title: "blockedSenders", person: ["owner_id"], secret: ["blocked_id"] },
  {
    table: "notice",
    title: "notices",
    // Not by whose doing it is: they would learn by what is missing who has blocked them.
    within: ["people"],
    secret: ["people", "except_id", "moderators"],
    isPrivate: true,
  },
  {
    table: "report",
    title: "reports",
    person: ["reporter_id"],
    secret: ["decided_by_id", "owners"],
  },
  {
    table: "ownership_claim",
    title: "organisationsClaimed",
    person: ["person_id"],
    secret: ["decided_by_id"],
  },
  {
    table: "organisation_merge",
    title: "mergesMade",
    account: ["merged_by_id", "undone_by_id"],
  },
  // That the organisation by which they were entered was merged into another one.
  { table: "moved_edge", title: "movedByMerges", person: ["row_key"] },
  ...importPersonalData,
];
