import type { AuditRules } from "@convene/shared/audit/audit-rules";

/** Reference data comes with the program. Who somebody is, is theirs: it is encrypted for them. */
export const audited: AuditRules = {
  apart: [
    ...["round_table", "objective", "guiding_principle", "sustainable_development_goal"],
    ...["stakeholder_category", "sector", "region", "review_event"],
    // Read from other services, and what is only on its way into a mail.
    ...["content", "administrator", "notice"],
    // What the organisation's own record has said before.
    "organisation_profile",
  ],
  tables: {
    organisation: { unrecorded: ["name_key", "other_name_keys"] },
    organisation_identifier: { key: ["scheme", "value"] },
    // Administrators read this log, and no address of others.
    person: {
      personal: ["name", "about"],
      unrecorded: ["name_key", "mail_address", "mail_language", "mail_time_zone"],
      ends: ["id"],
    },
    // Administrators read this log, and no letters of others.
    message: { unrecorded: ["sender_name", "subject", "text"] },
    introduction_request: { unrecorded: ["text"] },
    // What it is about had that name, which is recorded with it, and perhaps is somebody's; so are
    // the words for and against it. That it was reported and decided, by whom and when, is recorded.
    report: { unrecorded: ["title", "comment", "note"] },
    // What somebody says to prove who they are.
    ownership_claim: { unrecorded: ["evidence", "evidence_url", "reply"] },
    // What an organisation tells a secretariat, and is told by it.
    network_join_request: { unrecorded: ["answers", "reply"] },
    invitation: { personal: ["email"], ends: ["id"] },
  },
};
