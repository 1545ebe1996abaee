import type { AuditRules } from "@convene/shared/audit/audit-rules";

/** Reference data comes with the program; the organisations are those of another service. */
export const audited: AuditRules = {
  apart: ["practice_type", "organisation"],
  tables: {
    practice: { unrecorded: ["title_key"] },
    practice_organisation: { key: ["practice_id", "organisation_id"] },
  },
};
