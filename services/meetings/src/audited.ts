import type { AuditRules } from "@convene/shared/audit/audit-rules";

/** Replicas are records of other services. */
export const audited: AuditRules = {
  apart: [
    ...["organisation_replica", "person_replica", "network_replica"],
    ...["working_group_replica", "practice_replica", "seat_replica", "account_replica"],
    "input_call_replica",
    // What meetings cost, by the hours that people had: computed every day.
    "burden_record",
    // What calendars know, and what is only on its way into a mail.
    ...["calendar_invitation", "meeting_notice"],
    // The bytes of a file that is being sent.
    "paper_chunk",
  ],
  tables: {
    calendar_feed: { unrecorded: ["token_hash"] },
    // The Chatham House Rule may be chosen for a meeting later: who came, who presented, who is to
    // act and what was said stands in the records themselves, and in no log beside them.
    attendance: {
      unrecorded: [
        ...["meeting_id", "organisation_id", "person_id", "status"],
        ...["seat_id", "sat_as"],
      ],
    },
    agenda_proposal: { unrecorded: ["proposer_id", "organisation_id"] },
    paper: { unrecorded: ["owner_id"] },
    paper_version: { unrecorded: ["uploader_id"] },
    paper_upload: { unrecorded: ["uploader_id", "upload_token"] },
    agenda_item: { unrecorded: ["presenter_id"] },
    meeting_turn: { unrecorded: ["holder_id"] },
    minutes_entry: { unrecorded: ["text"] },
    minutes_revision: { unrecorded: ["text", "editor_id"] },
    decision: { unrecorded: ["organisation_id", "person_id"] },
    action: { unrecorded: ["organisation_id", "person_id"] },
    commitment_change: { unrecorded: ["note", "changed_by_id"] },
    // Only they read when they can meet, and the address opens their calendar: that they have
    // entered it is recorded, and nothing of what.
    availability: {
      unrecorded: [
        ...["time_zone", "country", "weekend", "holidays_of", "comfortable", "possible"],
        ...["shares_reasons", "interprets", "busy", "busy_read_at", "calendar_url"],
      ],
    },
    // What somebody hears, sees and speaks is theirs: that they have entered it is recorded.
    interpretation_need: { unrecorded: ["into_languages", "from_languages"] },
    // When it was opened is noted by whoever opens it.
    poll_link: { unrecorded: ["token_hash", "opened_at", "time_zone"] },
  },
};
