import type { JobKind } from "@convene/shared/job/job-kind";
import { invitationDue } from "../invitation-due/invitation-due.job.ts";
import { CalendarInvitationService } from "./calendar-invitation.service.ts";

/** The mails follow from what it tells in the feed: it commits, or nobody is told. */
export const inviteToMeeting: JobKind<{ subject: string }> = {
  ...invitationDue,
  retryDelay: 5,
  timeout: 60,
  run: ({ transactions }, { subject }) =>
    new CalendarInvitationService(transactions).bringUpToDate(subject),
};
