import type { AuditRules } from "@convene/shared/audit/audit-rules";

/** A read model: all that is in it are records of other services. */
export const audited: AuditRules = {
  apart: [
    ...["organisation_document", "person_document", "network_document"],
    ...["working_group_document", "meeting_series_document", "meeting_document"],
    ...["agenda_item_replica", "practice_document", "tie"],
    "milestone_document",
    "network_analysis",
    "partner_weight",
  ],
};
