import type { JobKind } from "@convene/shared/job/job-kind";
import { z } from "zod";
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
      await tx.manager.update(Poll, { id }, { status: PollStatus.CLOSED, closedAt: poll.deadline });
    }),
};
