import type { AuditRules } from "@convene/shared/audit/audit-rules";

/** Replicas are records of other services. */
export const audited: AuditRules = {
  apart: [
    ...["organisation_replica", "person_replica", "network_replica"],
    ...["working_group_replica", "practice_replica"],
  ],
};
