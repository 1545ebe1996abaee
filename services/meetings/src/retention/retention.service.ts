import { daysBefore, type RetentionRule } from "@convene/shared/retention/retention";
import { forgetPastBusyTimes } from "../availability/busy-time.repository.ts";
import { forgetOldMeetingNotices } from "../calendar-invitation/meeting-notice.service.ts";
import { forgetBurdens } from "../burden/burden.repository.ts";
import { forgetNeedsOfPast } from "../interpretation/interpretation.repository.ts";
import { forgetOldUploads, sweepFiles } from "../paper/paper-retention.repository.ts";
import { forgetOldLinks } from "../poll-link/own-link.service.ts";

/** What of this service is kept so long and no longer. */
export const retention: readonly RetentionRule[] = [
  {
    what: "what a meeting has cost somebody",
    kept: "24 months: a plan looks back for twelve",
    forget: ({ transactions }, now) =>
      transactions.write(({ manager }) => forgetBurdens(manager, now)),
  },
  {
    what: "what people were told of meetings, once it was mailed",
    kept: "120 days: also whoever hears of it once in a quarter has been told",
    forget: ({ transactions }, now) =>
      transactions.write(({ manager }) => forgetOldMeetingNotices(manager, daysBefore(now, 120))),
  },
  {
    what: "where a paper is sent",
    kept: "1 hour, with what of the file has come",
    forget: ({ db }, now) => forgetOldUploads(db.manager, now),
  },
  {
    what: "a file that no paper has any more",
    kept: "1 day",
    forget: ({ db, files }, now) => sweepFiles(db.manager, files, daysBefore(now, 1)),
  },
  {
    what: "a link to a poll",
    kept: "120 days after it opens nothing any more",
    forget: ({ transactions }, now) =>
      transactions.write((tx) => forgetOldLinks(tx, daysBefore(now, 120))),
  },
  {
    what: "what somebody needed interpreted at one meeting",
    kept: "30 days after it",
    forget: ({ transactions }, now) =>
      transactions.write(({ manager }) => forgetNeedsOfPast(manager, daysBefore(now, 30))),
  },
  {
    what: "busy times of a calendar",
    kept: "until they are past",
    forget: ({ transactions }, now) =>
      transactions.write(({ manager }) => forgetPastBusyTimes(manager, now)),
  },
];
