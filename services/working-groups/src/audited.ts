import type { AuditRules } from "@convene/shared/audit/audit-rules";

/** Reference data comes with the program, replicas from the services whose records they are. */
export const audited: AuditRules = {
  apart: [...["unnm_workplan", "unnm_group"], ...["organisation", "person", "network"]],
};
