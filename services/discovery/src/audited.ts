import type { AuditRules } from "@convene/shared/audit/audit-rules";

/** But for saved searches, all that is in this read model are records of other services. */
export const audited: AuditRules = {
  apart: [
    ...["organisation_document", "person_document", "network_document"],
    ...["working_group_document", "meeting_series_document", "meeting_document"],
    ...["agenda_item_replica", "practice_document", "tie"],
    "milestone_document",
    "network_analysis",
    "partner_weight",
    // What a search finds, and what is only on its way into a mail.
    ...["saved_search_hit", "search_notice"],
  ],
  // What somebody looks for is told to nobody.
  tables: {
    saved_search: {
      unrecorded: ["name", "text", "types", "filter", "seeker_id", "related_to_id", "context"],
    },
  },
};
