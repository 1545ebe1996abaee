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
    // Only they read when they can meet, and the address opens their calendar: that they have
    // entered it is recorded, and nothing of what.
    availability: {
      unrecorded: [
        ...["time_zone", "country", "weekend", "holidays_of", "comfortable", "possible"],
        ...["shares_reasons", "interprets", "busy", "busy_read_at", "calendar_url"],
      ],
    },
    // When it was opened is noted by whoever opens it.
    poll_link: { unrecorded: ["token_hash", "opened_at", "time_zone"] },
  },
};
