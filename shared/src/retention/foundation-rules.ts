import { forgetKeys } from "../database/idempotency.ts";
import { daysBefore, type RetentionRule } from "./retention.ts";

/** What every service keeps, whatever it is about. Jobs that are done are pg-boss's to put away. */
export const FOUNDATION_RULES: readonly RetentionRule[] = [
  {
    what: "idempotency keys",
    kept: "7 days",
    forget: ({ db }, now) => forgetKeys(db, daysBefore(now, 7)),
  },
  {
    what: "mails in the data folder",
    kept: "`MAIL_FILES_DAYS`, 30 unless set",
    forget: async ({ mail }, now) => mail.forgetSent?.(now),
  },
];
