import type { JobKind } from "@convene/shared/job/job-kind";
import { nudgeDue } from "../nudge-due/nudge-due.job.ts";
import { ActionNudgeService } from "./action-nudge.service.ts";

/** The mails follow from what it tells in the feed: it commits, or nobody is told. */
export const nudgeOwners: JobKind<{ meeting: string }> = {
  ...nudgeDue,
  retryDelay: 5,
  timeout: 60,
  run: ({ transactions }, { meeting }) => new ActionNudgeService(transactions).nudge(meeting),
};
