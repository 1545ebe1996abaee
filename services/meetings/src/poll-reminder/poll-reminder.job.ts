import type { JobKind } from "@convene/shared/job/job-kind";
import { z } from "zod";
import { linksOfWaiting } from "../poll-link/own-link.service.ts";
import { noticeOf, notices } from "../poll-link/poll-notice.feed.ts";
import { Poll } from "../poll/poll.entity.ts";
import { takesAnswers } from "../poll/poll.policy.ts";

/**
 * Reminds all who have not answered, and only them. A second time changes nothing: the links know of
 * the reminder, and it is told by an id of its own.
 */
export const remindPoll: JobKind<{ poll: string; reminder: number }> = {
  name: "remind-poll",
  data: z.object({ poll: z.string(), reminder: z.number().int().min(1) }),
  timeout: 60,
  run: ({ transactions, site }, { poll: id, reminder }) =>
    transactions.write(async (tx) => {
      const poll = await tx.lock(Poll, id);
      if (!poll || !takesAnswers(poll)) return;
      const waiting = await linksOfWaiting(tx, site, poll);
      const links = waiting.filter(({ reminders }) => reminders < reminder);
      await tx.manager.save(links.map((link) => Object.assign(link, { reminders: reminder })));
      await tx.publish(notices(links.map((link) => noticeOf(link, reminder))));
    }),
};
