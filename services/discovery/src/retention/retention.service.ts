import { daysBefore, type RetentionRule } from "@convene/shared/retention/retention";
import { forgetOldNotices } from "../saved-search/search-notice.service.ts";

/** What of this service is kept so long and no longer; replicas go with their records. */
export const retention: readonly RetentionRule[] = [
  {
    what: "what people were told of, once it was mailed",
    kept: "120 days: also whoever hears of it once in a quarter has been told",
    forget: ({ transactions }, now) =>
      transactions.write((tx) => forgetOldNotices(tx, daysBefore(now, 120))),
  },
];
