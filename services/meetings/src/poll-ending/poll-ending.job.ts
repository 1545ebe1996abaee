import type { JobKind } from "@convene/shared/job/job-kind";
import { z } from "zod";
import { tellClosed } from "../poll-link/own-link.service.ts";
import { PollStatus } from "../poll/poll-status.enum.ts";
import { Poll } from "../poll/poll.entity.ts";

/** Closes a poll at its deadline. A second time changes nothing. */
export const closePoll: JobKind<{ poll: string }> = {
  name: "close-poll",
  data: z.object({ poll: z.string() }),
  timeout: 30,
  run: ({ transactions }, { poll: id }) =>
    transactions.write(async (tx) => {
      const poll = await tx.lock(Poll, id);
      if (poll?.status !== PollStatus.OPEN || poll.deadline > new Date()) return;
      const ended = { status: PollStatus.CLOSED, closedAt: poll.deadline };
      await tx.manager.save(Object.assign(poll, ended));
      await tellClosed(tx, poll);
    }),
};
