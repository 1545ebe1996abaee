import { importRetention } from "@convene/shared/file-import/import-retention.repository";
import { daysBefore, type RetentionRule } from "@convene/shared/retention/retention";
import { forgetOldIntroductions } from "../introduction-request/introduction-request.repository.ts";
import { forgetOldInvitations } from "../invitation/invitation-erasure.service.ts";
import { forgetOldMessages } from "../message/message.repository.ts";
import { forgetOldRequests } from "../network-join-request/network-join-request.repository.ts";
import { forgetOldNotices } from "../notice/notice.service.ts";
import { forgetOldClaims } from "../ownership-claim/ownership-claim.repository.ts";
import { forgetOldReports, forgetReportsOfLetters } from "../report/takedown.service.ts";

/** What of this service is kept so long and no longer. */
export const retention: readonly RetentionRule[] = [
  importRetention,
  {
    what: "invitations",
    kept: "90 days after they were accepted, refused, taken back or over",
    forget: ({ transactions }, now) =>
      transactions.write((tx) => forgetOldInvitations(tx, daysBefore(now, 90))),
  },
  {
    what: "messages between people and organisations",
    kept: "1 year",
    forget: ({ transactions }, now) =>
      transactions.write(async (tx) => {
        await forgetOldMessages(tx, daysBefore(now, 365));
        await forgetReportsOfLetters(tx);
      }),
  },
  {
    what: "requests for introductions",
    kept: "2 years, with what came of them",
    forget: ({ transactions }, now) =>
      transactions.write((tx) => forgetOldIntroductions(tx, daysBefore(now, 730))),
  },
  {
    what: "claims to organisations that were decided",
    kept: "1 year",
    forget: ({ transactions }, now) =>
      transactions.write((tx) => forgetOldClaims(tx, daysBefore(now, 365))),
  },
  {
    what: "requests to join networks that were decided",
    kept: "1 year",
    forget: ({ transactions }, now) =>
      transactions.write((tx) => forgetOldRequests(tx, daysBefore(now, 365))),
  },
  {
    what: "reports that were decided",
    kept: "1 year; of what is taken down still, without its words",
    forget: ({ transactions }, now) =>
      transactions.write((tx) => forgetOldReports(tx, daysBefore(now, 365))),
  },
  {
    what: "what people were told of, once it was mailed",
    kept: "120 days: also whoever hears of it once in a quarter has been told",
    forget: ({ transactions }, now) =>
      transactions.write((tx) => forgetOldNotices(tx, daysBefore(now, 120))),
  },
];
