import type { AuditRules } from "@convene/shared/audit/audit-rules";

/** Reference data comes with the program. Who somebody is, is theirs: it is encrypted for them. */
export const audited: AuditRules = {
  apart: [
    ...["round_table", "objective", "guiding_principle", "sustainable_development_goal"],
    ...["stakeholder_category", "sector", "region", "review_event"],
  ],
  tables: {
    organisation: { unrecorded: ["name_key"] },
    organisation_identifier: { key: ["scheme", "value"] },
    person: { personal: ["name", "about"], unrecorded: ["name_key"], ends: ["id"] },
    invitation: { personal: ["email"], ends: ["id"] },
  },
};
