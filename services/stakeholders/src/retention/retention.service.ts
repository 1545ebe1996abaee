import { importRetention } from "@convene/shared/file-import/import-retention.repository";
import { daysBefore, type RetentionRule } from "@convene/shared/retention/retention";
import { forgetOldInvitations } from "../invitation/invitation-erasure.service.ts";

/** What of this service is kept so long and no longer. */
export const retention: readonly RetentionRule[] = [
  importRetention,
  {
    what: "invitations",
    kept: "90 days after they were accepted, refused, taken back or over",
    forget: ({ transactions }, now) =>
      transactions.write((tx) => forgetOldInvitations(tx, daysBefore(now, 90))),
  },
];
