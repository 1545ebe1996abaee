import type { AuditRules } from "@convene/shared/audit/audit-rules";

/** Replicas are records of other services. */
export const audited: AuditRules = {
  apart: [
    ...["organisation_replica", "person_replica", "network_replica"],
    ...["working_group_replica", "practice_replica", "seat_replica"],
    // What meetings cost, by the hours that people had: computed every day.
    "burden_record",
  ],
  tables: {
    availability: {
      subject: "person_id",
      personal: ["time_zone", "country", "comfortable", "possible", "calendar_url"],
      unrecorded: ["busy", "busy_read_at"],
    },
  },
};
